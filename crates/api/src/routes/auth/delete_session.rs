//! Sign out.

use crate::access::origin::SameOrigin;
use crate::access::{Guard, Public, refresh_cookie};
use crate::error::ApiError;
use crate::error_docs::CommonErrors;
use actix_web::{HttpRequest, HttpResponse, post};
use contract::Problem;

/// Sign out.
///
/// Ends the session of the refresh cookie and takes the cookie away. Without a session it does nothing, so it can be
/// repeated.
#[utoipa::path(
    tag = "sessions",
    security(()),
    responses(
        (status = 204, description = "Signed out"),
        (status = 403, description = "A page of another site asks", body = Problem, content_type = "application/problem+json"),
        CommonErrors
    )
)]
#[post("/auth/logout")]
pub(crate) async fn delete_session(
    _origin: SameOrigin,
    guard: Guard<Public>,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    if let Some(hash) = refresh_cookie::hash_in(&request) {
        let now = guard.now();
        guard.db().write(move |conn| store::sessions::revoke_by_token(conn, &hash, now)).await?;
    }
    Ok(HttpResponse::NoContent().cookie(refresh_cookie::removal(&guard.state().config)).finish())
}
