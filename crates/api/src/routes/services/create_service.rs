//! A new service.

use super::body;
use crate::access::{Guard, ManageCity};
use crate::error::ApiError;
use crate::error_docs::WriteErrors;
use crate::etag::versioned;
use crate::extract::Body;
use crate::routes::units::name_defect;
use actix_web::{HttpResponse, post, web};
use contract::{CreateServiceRequest, Service};
use store::services::NewService;

/// Create a service.
///
/// Services are never deleted, only deactivated, so choose the code well.
#[utoipa::path(
    tag = "services",
    security(("bearer" = [])),
    params(("unit" = String, Path, description = "The unit's code", example = "dukcapil")),
    request_body = CreateServiceRequest,
    responses(
        (status = 201, description = "Created", body = Service, headers(("ETag" = String, description = "For If-Match"))),
        WriteErrors
    )
)]
#[post("/units/{unit}/services")]
pub(crate) async fn create_service(
    guard: Guard<ManageCity>,
    unit: web::Path<String>,
    Body(request): Body<CreateServiceRequest>,
) -> Result<HttpResponse, ApiError> {
    let unit = guard.unit(&unit).await?;
    let name = request.name.trim().to_owned();
    if let Some(defect) = name_defect(&name) {
        return Err(ApiError::invalid_fields(vec![defect]));
    }
    let new = NewService { unit_id: unit.id, code: request.code, name, mode: request.mode, free: request.free };
    let service = guard.db().write(move |conn| store::services::create_service(conn, &new)).await?;
    Ok(versioned(HttpResponse::Created(), service.row_version, &body(&service, &unit.code)))
}
