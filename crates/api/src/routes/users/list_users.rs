//! All users.

use super::body;
use crate::access::{Guard, ManageCity};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::extract::Query;
use crate::paging::Paging;
use actix_web::{HttpResponse, get};
use contract::{PageQuery, UserPage};

/// List users.
///
/// All users of the city by username, active or not.
#[utoipa::path(
    tag = "users",
    security(("bearer" = [])),
    params(PageQuery),
    responses((status = 200, description = "A page of users", body = UserPage), ReadErrors)
)]
#[get("/users")]
pub(crate) async fn list_users(
    guard: Guard<ManageCity>,
    Query(query): Query<PageQuery>,
) -> Result<HttpResponse, ApiError> {
    let paging = Paging::of(query)?;
    let (after, rows) = (paging.after.clone(), paging.rows());
    let users = guard.db().read(move |conn| store::users::list_users(conn, after.as_deref(), rows)).await?;
    let (users, next) = paging.cut(users, |user| user.username.clone());
    Ok(HttpResponse::Ok().json(UserPage { items: users.iter().map(body).collect(), next }))
}
