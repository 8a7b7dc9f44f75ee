//! A new password for somebody who lost theirs.

use crate::access::{Guard, ManageCity, password};
use crate::error::ApiError;
use crate::error_docs::WriteErrors;
use crate::extract::Body;
use crate::random;
use actix_web::http::header;
use actix_web::{HttpResponse, post, web};
use contract::{NewPassword, ResetUserPasswordRequest};

/// Reset a user's password.
///
/// Sets the given password, or generates one and shows it this once. All sessions of the user end.
#[utoipa::path(
    tag = "users",
    security(("bearer" = [])),
    params(("username" = String, Path, description = "The username", example = "budi")),
    request_body = ResetUserPasswordRequest,
    responses((status = 200, description = "Set", body = NewPassword), WriteErrors)
)]
#[post("/users/{username}/password-reset")]
pub(crate) async fn reset_user_password(
    guard: Guard<ManageCity>,
    username: web::Path<String>,
    Body(request): Body<ResetUserPasswordRequest>,
) -> Result<HttpResponse, ApiError> {
    if let Some(defect) = request.password.as_deref().and_then(|given| password::defect("/password", given)) {
        return Err(ApiError::invalid_fields(vec![defect]));
    }
    let generated = if request.password.is_none() { Some(random::password()?) } else { None };
    let password = request.password.or_else(|| generated.clone()).unwrap_or_default();
    let (hash, now) = (guard.state().passwords.hash(password).await?, guard.now());
    guard.db().write(move |conn| store::users::set_password(conn, &username, &hash, None, now)).await?;
    let answer = NewPassword { password: generated };
    Ok(HttpResponse::Ok().insert_header((header::CACHE_CONTROL, "no-store")).json(answer))
}
