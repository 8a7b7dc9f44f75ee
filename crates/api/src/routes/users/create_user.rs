//! A new user.

use super::{body, name_defect, role_of, unit_defect, username_defect};
use crate::access::{Guard, ManageCity, password};
use crate::error::ApiError;
use crate::error_docs::WriteErrors;
use crate::etag::versioned;
use crate::extract::Body;
use crate::random;
use actix_web::{HttpResponse, post};
use contract::{CreateUserRequest, CreatedUser};
use store::users::NewUser;

/// Create a user.
///
/// An administrator for the city or an operator for one unit. Without a password one is generated and shown this once.
#[utoipa::path(
    tag = "users",
    security(("bearer" = [])),
    request_body = CreateUserRequest,
    responses(
        (status = 201, description = "Created", body = CreatedUser, headers(("ETag" = String, description = "For If-Match"))),
        WriteErrors
    )
)]
#[post("/users")]
pub(crate) async fn create_user(
    guard: Guard<ManageCity>,
    Body(request): Body<CreateUserRequest>,
) -> Result<HttpResponse, ApiError> {
    let role = role_of(request.role);
    let name = request.name.trim().to_owned();
    let given = request.password.as_deref();
    let defects = [
        username_defect(&request.username),
        name_defect(&name),
        unit_defect(role, request.unit.as_deref()),
        given.and_then(|given| password::defect("/password", given)),
    ];
    let defects: Vec<_> = defects.into_iter().flatten().collect();
    if !defects.is_empty() {
        return Err(ApiError::invalid_fields(defects));
    }
    if let Some(unit) = &request.unit {
        guard.unit(unit).await.map_err(|_| ApiError::invalid("/unit", "unknown_unit", unit, "the code of a unit"))?;
    }
    let generated = if given.is_none() { Some(random::password()?) } else { None };
    let password = request.password.or_else(|| generated.clone()).unwrap_or_default();
    let password_hash = guard.state().passwords.hash(password).await?;
    let new = NewUser { username: request.username, name, password_hash, role, unit: request.unit };
    let now = guard.now();
    let user = guard.db().write(move |conn| store::users::insert_user(conn, &new, now)).await?;
    let created = CreatedUser { user: body(&user), password: generated };
    Ok(versioned(HttpResponse::Created(), user.row_version, &created))
}
