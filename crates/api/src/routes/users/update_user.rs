//! Changes to a user.

use super::{body, name_defect, role_of, unit_defect};
use crate::access::{Guard, ManageCity};
use crate::error::ApiError;
use crate::error_docs::{EditErrors, WriteErrors};
use crate::etag::{IfMatch, versioned};
use crate::extract::Body;
use actix_web::{HttpResponse, patch, web};
use contract::{UpdateUserRequest, User};
use store::users::{Role, UserChange};

/// Change a user.
///
/// What is left out stays. Deactivating, or changing role or unit, ends all sessions of the user. The last administrator
/// stays.
#[utoipa::path(
    tag = "users",
    security(("bearer" = [])),
    params(
        ("username" = String, Path, description = "The username", example = "budi"),
        ("If-Match" = String, Header, description = "The ETag of what was read", example = "\"1\"")
    ),
    request_body = UpdateUserRequest,
    responses(
        (status = 200, description = "Changed", body = User, headers(("ETag" = String, description = "For the next change"))),
        WriteErrors,
        EditErrors
    )
)]
#[patch("/users/{username}")]
pub(crate) async fn update_user(
    guard: Guard<ManageCity>,
    username: web::Path<String>,
    seen: IfMatch,
    Body(request): Body<UpdateUserRequest>,
) -> Result<HttpResponse, ApiError> {
    let name = request.name.map(|name| name.trim().to_owned());
    let reading = username.clone();
    let before = guard.db().read(move |conn| store::users::find_user(conn, &reading)).await?;
    let role = request.role.map_or(before.role, role_of);
    let unit = match role {
        Role::Operator => request.unit.clone().or(before.unit.map(|(_, code)| code)),
        Role::Administrator => request.unit.clone(),
    };
    let defects = [name.as_deref().and_then(name_defect), unit_defect(role, unit.as_deref())];
    let defects: Vec<_> = defects.into_iter().flatten().collect();
    if !defects.is_empty() {
        return Err(ApiError::invalid_fields(defects));
    }
    if let Some(unit) = &request.unit {
        guard.unit(unit).await.map_err(|_| ApiError::invalid("/unit", "unknown_unit", unit, "the code of a unit"))?;
    }
    let change = UserChange { name, role: Some((role, unit)), active: request.active };
    let now = guard.now();
    let changing =
        move |conn: &mut store::WriteConn<'_>| store::users::update_user(conn, &username, seen.0, &change, now);
    let user = guard.db().write(changing).await?;
    Ok(versioned(HttpResponse::Ok(), user.row_version, &body(&user)))
}
