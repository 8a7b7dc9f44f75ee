//! A person changes their own password.

use crate::access::{ClientAddress, Guard, Person, password};
use crate::error::{ApiError, ErrorCode};
use crate::error_docs::WriteErrors;
use crate::extract::Body;
use actix_web::{HttpResponse, put};
use contract::{ChangePasswordRequest, Problem};

/// Change the own password.
///
/// Needs the present one. All other sessions of the user end; this one stays.
#[utoipa::path(
    tag = "sessions",
    security(("bearer" = [])),
    request_body = ChangePasswordRequest,
    responses(
        (status = 204, description = "Changed"),
        (status = 429, description = "Too many attempts", body = Problem, content_type = "application/problem+json", headers(("Retry-After" = u32, description = "Seconds to wait"))),
        WriteErrors
    )
)]
#[put("/auth/password")]
pub(crate) async fn change_password(
    guard: Guard<Person>,
    address: ClientAddress,
    Body(request): Body<ChangePasswordRequest>,
) -> Result<HttpResponse, ApiError> {
    let user = guard.user()?.clone();
    if let Some(defect) = password::defect("/new_password", &request.new_password) {
        return Err(ApiError::invalid_fields(vec![defect]));
    }
    guard.state().throttle.check(&user.username, address)?;
    let username = user.username.clone();
    let hash = guard.db().read(move |conn| store::users::password_hash(conn, &username)).await?;
    if !guard.state().passwords.verify(request.current_password, Some(hash)).await? {
        return Err(ApiError::new(ErrorCode::ValidationFailed, "the present password is another one").field(
            "/current_password",
            "wrong_password",
            "",
            "the password until now",
        ));
    }
    let (hash, now) = (guard.state().passwords.hash(request.new_password).await?, guard.now());
    let keep = user.session;
    let storing = move |conn: &mut store::WriteConn<'_>| {
        store::users::set_password(conn, &user.username, &hash, Some(keep.as_bytes()), now)
    };
    guard.db().write(storing).await?;
    Ok(HttpResponse::NoContent().finish())
}
