//! The numbers of a unit.

use super::{body, grouped};
use crate::access::{Guard, ManageUnit};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::extract::Query;
use crate::paging::{Paging, unknown_cursor};
use actix_web::{HttpResponse, get, web};
use contract::{ListPeopleServedQuery, PeopleServed, PeopleServedPage};

/// List how many people a unit served.
///
/// By period, the unit first and then its services, each with the sample it requires and the numbers before it.
#[utoipa::path(
    tag = "people_served",
    security(("bearer" = [])),
    params(("unit" = String, Path, description = "The unit's code", example = "dukcapil"), ListPeopleServedQuery),
    responses((status = 200, description = "A page of numbers", body = PeopleServedPage), ReadErrors)
)]
#[get("/units/{unit}/people-served")]
pub(crate) async fn list_people_served(
    guard: Guard<ManageUnit>,
    unit: web::Path<String>,
    Query(query): Query<ListPeopleServedQuery>,
) -> Result<HttpResponse, ApiError> {
    let paging = Paging::new(query.cursor, query.limit)?;
    let (unit, range) = (guard.unit(&unit).await?, query.period);
    let reading = move |conn: &mut store::Conn<'_>| store::people_served::list_people_served(conn, unit.id, range);
    let numbers: Vec<PeopleServed> = grouped(guard.db().read(reading).await?)
        .iter()
        .filter_map(|entries| entries.split_first())
        .map(|(current, earlier)| body(&unit.code, current, earlier))
        .collect();
    let start = match &paging.after {
        None => 0,
        Some(after) => {
            numbers.iter().position(|number| key(number) == *after).ok_or_else(|| unknown_cursor(after))? + 1
        }
    };
    let (items, next) = paging.cut(numbers.into_iter().skip(start).collect(), key);
    Ok(HttpResponse::Ok().json(PeopleServedPage { items, next }))
}

fn key(number: &PeopleServed) -> String {
    format!("{}/{}", number.period, number.service.as_deref().unwrap_or_default())
}
