//! A new unit.

use super::{body, known_parent, name_defect};
use crate::access::{Guard, ManageCity};
use crate::error::ApiError;
use crate::error_docs::WriteErrors;
use crate::etag::versioned;
use crate::extract::Body;
use actix_web::{HttpResponse, post};
use contract::{CreateUnitRequest, Unit};
use store::units::NewUnit;

/// Create a unit.
///
/// It gets the service `umum` at once. Units are never deleted, only deactivated, so choose the code well.
#[utoipa::path(
    tag = "units",
    security(("bearer" = [])),
    request_body = CreateUnitRequest,
    responses(
        (status = 201, description = "Created", body = Unit, headers(("ETag" = String, description = "For If-Match"))),
        WriteErrors
    )
)]
#[post("/units")]
pub(crate) async fn create_unit(
    guard: Guard<ManageCity>,
    Body(request): Body<CreateUnitRequest>,
) -> Result<HttpResponse, ApiError> {
    let name = request.name.trim().to_owned();
    if let Some(defect) = name_defect(&name) {
        return Err(ApiError::invalid_fields(vec![defect]));
    }
    if let Some(parent) = &request.parent {
        known_parent(&guard, parent).await?;
    }
    let obliged = request.obliged.unwrap_or_else(|| request.kind.is_obliged());
    let new = NewUnit { code: request.code, name, kind: request.kind, parent: request.parent, obliged };
    let now = guard.now();
    let unit = guard.db().write(move |conn| store::units::create_unit(conn, &new, now)).await?;
    Ok(versioned(HttpResponse::Created(), unit.row_version, &body(&unit)))
}
