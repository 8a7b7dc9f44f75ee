//! Changes to a service.

use super::body;
use crate::access::{Guard, ManageCity};
use crate::error::ApiError;
use crate::error_docs::{EditErrors, WriteErrors};
use crate::etag::{IfMatch, versioned};
use crate::extract::Body;
use crate::routes::units::name_defect;
use actix_web::{HttpResponse, patch, web};
use contract::{Service, UpdateServiceRequest};
use store::services::ServiceChange;

/// Change a service.
///
/// What is left out stays. Deactivating closes the survey links made for it alone; `umum` stays active.
#[utoipa::path(
    tag = "services",
    security(("bearer" = [])),
    params(
        ("unit" = String, Path, description = "The unit's code", example = "dukcapil"),
        ("service" = String, Path, description = "The service's code", example = "ktp-el"),
        ("If-Match" = String, Header, description = "The ETag of what was read", example = "\"1\"")
    ),
    request_body = UpdateServiceRequest,
    responses(
        (status = 200, description = "Changed", body = Service, headers(("ETag" = String, description = "For the next change"))),
        WriteErrors,
        EditErrors
    )
)]
#[patch("/units/{unit}/services/{service}")]
pub(crate) async fn update_service(
    guard: Guard<ManageCity>,
    path: web::Path<(String, String)>,
    seen: IfMatch,
    Body(request): Body<UpdateServiceRequest>,
) -> Result<HttpResponse, ApiError> {
    let (unit, code) = path.into_inner();
    let unit = guard.unit(&unit).await?;
    let name = request.name.map(|name| name.trim().to_owned());
    if let Some(defect) = name.as_deref().and_then(name_defect) {
        return Err(ApiError::invalid_fields(vec![defect]));
    }
    let change = ServiceChange { name, mode: request.mode, free: request.free, active: request.active };
    let now = guard.now();
    let changing = move |conn: &mut store::WriteConn<'_>| {
        store::services::update_service(conn, unit.id, &code, seen.0, &change, now)
    };
    let service = guard.db().write(changing).await?;
    Ok(versioned(HttpResponse::Ok(), service.row_version, &body(&service, &unit.code)))
}
