//! One user.

use super::body;
use crate::access::{Guard, ManageCity};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::etag::versioned;
use actix_web::{HttpResponse, get, web};
use contract::User;

/// Read a user.
///
/// The ETag is needed to change the user.
#[utoipa::path(
    tag = "users",
    security(("bearer" = [])),
    params(("username" = String, Path, description = "The username", example = "budi")),
    responses(
        (status = 200, description = "The user", body = User, headers(("ETag" = String, description = "For If-Match"))),
        ReadErrors
    )
)]
#[get("/users/{username}")]
pub(crate) async fn get_user(guard: Guard<ManageCity>, username: web::Path<String>) -> Result<HttpResponse, ApiError> {
    let user = guard.db().read(move |conn| store::users::find_user(conn, &username)).await?;
    Ok(versioned(HttpResponse::Ok(), user.row_version, &body(&user)))
}
