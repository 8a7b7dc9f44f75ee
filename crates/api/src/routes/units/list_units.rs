//! The tree of units.

use super::{body, units_in};
use crate::access::{Guard, SignedIn};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::extract::Query;
use crate::paging::{Paging, unknown_cursor};
use actix_web::{HttpResponse, get};
use contract::{ListUnitsQuery, UnitPage};

/// List units.
///
/// The units you may see in tree order: each before those below it, neighbours by kind, then by name.
#[utoipa::path(
    tag = "units",
    security(("bearer" = [])),
    params(ListUnitsQuery),
    responses((status = 200, description = "A page of units", body = UnitPage), ReadErrors)
)]
#[get("/units")]
pub(crate) async fn list_units(
    guard: Guard<SignedIn>,
    Query(query): Query<ListUnitsQuery>,
) -> Result<HttpResponse, ApiError> {
    let paging = Paging::new(query.cursor, query.limit)?;
    let scope = guard.scope();
    let reading = move |conn: &mut store::Conn<'_>| Ok((store::units::list_units(conn)?, units_in(conn, scope)?));
    let (units, visible) = guard.db().read(reading).await?;
    let start = match &paging.after {
        None => 0,
        Some(after) => {
            let last = units.iter().position(|unit| unit.code.as_str() == after);
            last.ok_or_else(|| unknown_cursor(after))? + 1
        }
    };
    let wanted = units.into_iter().skip(start).filter(|unit| {
        visible.contains(&unit.id)
            && query.kind.is_none_or(|kind| unit.kind == kind)
            && query.active.is_none_or(|active| unit.active == active)
    });
    let (units, next) = paging.cut(wanted.collect(), |unit| unit.code.to_string());
    Ok(HttpResponse::Ok().json(UnitPage { items: units.iter().map(body).collect(), next }))
}
