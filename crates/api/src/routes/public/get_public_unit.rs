//! A unit, for everybody.

use crate::access::{Guard, Public};
use crate::error::ApiError;
use crate::error_docs::PublicReportErrors;
use actix_web::{HttpRequest, HttpResponse, get, web};
use contract::report::PublicUnit;
use domain::Code;
use std::sync::Arc;

/// Read what everybody may know of a unit.
///
/// Its newest published report with what was promised and done; while there is none, its last closed quarter. Never a figure
/// of a running period, and none of fewer answers than the city shows publicly.
#[utoipa::path(
    tag = "public",
    security(()),
    params(("unit" = String, Path, description = "The unit's code", example = "kel-kuin-utara")),
    responses(
        (status = 200, description = "The unit", body = PublicUnit, headers(("ETag" = String, description = "For If-None-Match"))),
        (status = 304, description = "Nothing changed since the ETag in If-None-Match"),
        PublicReportErrors
    )
)]
#[get("/public/units/{unit}")]
pub(crate) async fn get_public_unit(
    request: HttpRequest,
    guard: Guard<Public>,
    unit: web::Path<String>,
) -> Result<HttpResponse, ApiError> {
    let code = Code::parse(&unit).map_err(|_| ApiError::not_found("unit"))?;
    let (versions, now) = (Arc::clone(guard.db().versions()), guard.now());
    let reading =
        move |conn: &mut store::Conn<'_>| crate::reports::public_unit::read(conn, &versions, code.as_str(), now);
    let body = guard.db().read(reading).await?;
    crate::routes::results::figures(&request, &body)
}
