//! Points of many units from a file.

use crate::access::guard::outside;
use crate::access::{Guard, ManageUnit};
use crate::error::{ApiError, ErrorCode};
use crate::error_docs::WriteErrors;
use crate::extract::body::read_raw;
use crate::historic_file::{self, Row};
use crate::routes::units::units_in;
use actix_web::{HttpRequest, HttpResponse, post, web};
use contract::HistoricImport;
use domain::period::month_of;
use domain::preparation::HistoricPoint;
use std::collections::HashMap;
use store::city::time_zone;
use store::historic::put_points;
use store::units::list_units;

const MOST_BYTES: usize = 2 * 1024 * 1024;

/// Import what units published before.
///
/// A CSV file in UTF-8 with the columns `unit`, `period`, `value`, `grade` and, where one likes, `index`, `n` and `source`;
/// comma, semicolon or tab between them, a decimal comma is understood; 2,000 rows at most. All of the file or nothing; the same again changes
/// nothing. The detail names every bad cell by row and column.
#[utoipa::path(
    tag = "preparation",
    security(("bearer" = [])),
    request_body(content = String, content_type = "text/csv", description = "The file", example = "unit,period,value,grade,n\nkel-kuin-utara,2024-S2,82.41,B,150\n"),
    responses((status = 200, description = "What became of it", body = HistoricImport), WriteErrors)
)]
#[post("/historic-points/import")]
pub(crate) async fn import_historic_points(
    request: HttpRequest,
    guard: Guard<ManageUnit>,
    payload: web::Payload,
) -> Result<HttpResponse, ApiError> {
    let bytes = read_raw(&request, payload, &["text/csv"], MOST_BYTES).await?;
    let running = month_of(guard.now(), guard.db().read(time_zone).await?);
    let rows = web::block(move || historic_file::read(&bytes, running)).await;
    let rows = rows.map_err(|_| ApiError::new(ErrorCode::Busy, "the server is stopping"))?;
    let rows = rows.map_err(|defects| invalid(format!("nothing was imported\n{defects}")))?;
    let points = of_own_units(&guard, rows).await?;
    let (actor, now) = (guard.actor().label(), guard.now());
    let put = guard.db().write(move |conn| put_points(conn, &points, &actor, now)).await?;
    let imported = HistoricImport { added: put.added, changed: put.changed, unchanged: put.unchanged };
    Ok(HttpResponse::Ok().json(imported))
}

fn invalid(detail: String) -> ApiError {
    ApiError::new(ErrorCode::ValidationFailed, detail)
}

/// The points with the keys of their units, when all of these are the actor's.
async fn of_own_units(guard: &Guard<ManageUnit>, rows: Vec<Row>) -> Result<Vec<(i32, HistoricPoint)>, ApiError> {
    let scope = guard.scope();
    let reading = move |conn: &mut store::Conn<'_>| {
        let own = units_in(conn, scope)?;
        let unit = |unit: store::units::Unit| (unit.code.to_string(), (unit.id, own.contains(&unit.id)));
        Ok(list_units(conn)?.into_iter().map(unit).collect::<HashMap<_, _>>())
    };
    let units = guard.db().read(reading).await?;
    let point = |row: Row| match units.get(&row.unit) {
        Some((id, true)) => Ok((*id, row.point)),
        Some((_, false)) => Err(outside(&row.unit)),
        None => Err(invalid(format!("nothing was imported: row {}: no unit {:?}", row.number, row.unit))),
    };
    rows.into_iter().map(point).collect()
}
