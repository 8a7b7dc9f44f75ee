//! Who am I?

use crate::access::{Guard, Person};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::routes::users;
use actix_web::{HttpResponse, get};
use contract::User;

/// Read the signed-in user.
///
/// The account as it is now, which may be newer than the token.
#[utoipa::path(
    tag = "sessions",
    security(("bearer" = [])),
    responses((status = 200, description = "The user", body = User), ReadErrors)
)]
#[get("/auth/me")]
pub(crate) async fn get_current_user(guard: Guard<Person>) -> Result<HttpResponse, ApiError> {
    let username = guard.user()?.username.clone();
    let user = guard.db().read(move |conn| store::users::find_user(conn, &username)).await?;
    Ok(HttpResponse::Ok().json(users::body(&user)))
}
