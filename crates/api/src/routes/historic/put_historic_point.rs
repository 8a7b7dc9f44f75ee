//! A point of a unit.

use super::body;
use crate::access::{Guard, ManageUnit};
use crate::error::ApiError;
use crate::error_docs::WriteErrors;
use crate::extract::Body;
use actix_web::{HttpResponse, put, web};
use contract::HistoricPoints;
use domain::period::month_of;
use domain::preparation::HistoricPoint;
use store::city::time_zone;
use store::historic::{list_points, put_points};

/// Enter what a unit published before.
///
/// One index and period with value, grade and, where it was published, the number of respondents. A point of the same index
/// and period is replaced; the same again changes nothing. The period must have ended. The grade is kept as it was published: before 2017 its limits
/// were others.
#[utoipa::path(
    tag = "preparation",
    security(("bearer" = [])),
    params(("unit" = String, Path, description = "The unit's code", example = "kel-kuin-utara")),
    request_body = HistoricPoint,
    responses((status = 200, description = "All points of the unit", body = HistoricPoints), WriteErrors)
)]
#[put("/units/{unit}/historic-points")]
pub(crate) async fn put_historic_point(
    guard: Guard<ManageUnit>,
    unit: web::Path<String>,
    Body(point): Body<HistoricPoint>,
) -> Result<HttpResponse, ApiError> {
    let unit = guard.unit(&unit).await?;
    let now = guard.now();
    let defects = point.check(month_of(now, guard.db().read(time_zone).await?));
    if !defects.is_empty() {
        return Err(defects.into());
    }
    let (id, actor) = (unit.id, guard.actor().label());
    let writing = move |conn: &mut store::WriteConn<'_>| {
        put_points(conn, &[(id, point)], &actor, now)?;
        list_points(conn, id)
    };
    let points = guard.db().write(writing).await?;
    Ok(HttpResponse::Ok().json(body(unit.code, points)))
}
