//! The points of a unit.

use super::body;
use crate::access::{Guard, ReadResults};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use actix_web::{HttpResponse, get, web};
use contract::HistoricPoints;

/// List what a unit published before.
///
/// The values and grades as they were published, by index and period; for the trend of reports.
#[utoipa::path(
    tag = "preparation",
    security(("bearer" = [])),
    params(("unit" = String, Path, description = "The unit's code", example = "kel-kuin-utara")),
    responses((status = 200, description = "The points", body = HistoricPoints), ReadErrors)
)]
#[get("/units/{unit}/historic-points")]
pub(crate) async fn list_historic_points(
    guard: Guard<ReadResults>,
    unit: web::Path<String>,
) -> Result<HttpResponse, ApiError> {
    let unit = guard.unit(&unit).await?;
    let points = guard.db().read(move |conn| store::historic::list_points(conn, unit.id)).await?;
    Ok(HttpResponse::Ok().json(body(unit.code, points)))
}
