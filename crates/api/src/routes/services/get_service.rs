//! One service.

use super::body;
use crate::access::{Guard, SignedIn};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::etag::versioned;
use actix_web::{HttpResponse, get, web};
use contract::Service;

/// Read a service.
///
/// The ETag is needed to change the service.
#[utoipa::path(
    tag = "services",
    security(("bearer" = [])),
    params(
        ("unit" = String, Path, description = "The unit's code", example = "dukcapil"),
        ("service" = String, Path, description = "The service's code", example = "ktp-el")
    ),
    responses(
        (status = 200, description = "The service", body = Service, headers(("ETag" = String, description = "For If-Match"))),
        ReadErrors
    )
)]
#[get("/units/{unit}/services/{service}")]
pub(crate) async fn get_service(
    guard: Guard<SignedIn>,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, ApiError> {
    let (unit, code) = path.into_inner();
    let unit = guard.unit(&unit).await?;
    let service = guard.db().read(move |conn| store::services::find_service(conn, unit.id, &code)).await?;
    Ok(versioned(HttpResponse::Ok(), service.row_version, &body(&service, &unit.code)))
}
