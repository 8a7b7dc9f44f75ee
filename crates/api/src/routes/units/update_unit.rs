//! Changes to a unit.

use super::{body, known_parent, name_defect};
use crate::access::{Guard, ManageCity};
use crate::error::ApiError;
use crate::error_docs::{EditErrors, WriteErrors};
use crate::etag::{IfMatch, versioned};
use crate::extract::Body;
use actix_web::{HttpResponse, patch, web};
use contract::{Unit, UpdateUnitRequest};
use store::units::UnitChange;

/// Change a unit.
///
/// What is left out stays. Deactivating closes its survey links and is refused while active units lie below it.
#[utoipa::path(
    tag = "units",
    security(("bearer" = [])),
    params(
        ("unit" = String, Path, description = "The unit's code", example = "dukcapil"),
        ("If-Match" = String, Header, description = "The ETag of what was read", example = "\"1\"")
    ),
    request_body = UpdateUnitRequest,
    responses(
        (status = 200, description = "Changed", body = Unit, headers(("ETag" = String, description = "For the next change"))),
        WriteErrors,
        EditErrors
    )
)]
#[patch("/units/{unit}")]
pub(crate) async fn update_unit(
    guard: Guard<ManageCity>,
    unit: web::Path<String>,
    seen: IfMatch,
    Body(request): Body<UpdateUnitRequest>,
) -> Result<HttpResponse, ApiError> {
    let scoped = guard.unit(&unit).await?;
    let name = request.name.map(|name| name.trim().to_owned());
    if let Some(defect) = name.as_deref().and_then(name_defect) {
        return Err(ApiError::invalid_fields(vec![defect]));
    }
    if let Some(parent) = &request.parent {
        known_parent(&guard, parent).await?;
    }
    let change = UnitChange {
        name,
        kind: request.kind,
        parent: request.parent,
        obliged: request.obliged,
        active: request.active,
    };
    let now = guard.now();
    let changing =
        move |conn: &mut store::WriteConn<'_>| store::units::update_unit(conn, &scoped.code, seen.0, &change, now);
    let unit = guard.db().write(changing).await?;
    Ok(versioned(HttpResponse::Ok(), unit.row_version, &body(&unit)))
}
