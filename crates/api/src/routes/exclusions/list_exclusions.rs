//! What was taken out.

use super::{body, services_in};
use crate::access::{Guard, ManageUnit};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::extract::Query;
use crate::paging::{Paging, unknown_cursor};
use actix_web::{HttpResponse, get};
use contract::PageQuery;
use contract::results::ExclusionPage;
use store::exclusions::{list_exclusions as list_exclusions_of_city, list_exclusions_of};

/// List exclusions.
///
/// The newest first, those that were undone too. An operator sees those that stand and hold answers of the own units, with
/// the number of these alone, and the own ones.
#[utoipa::path(
    tag = "exclusions",
    security(("bearer" = [])),
    params(PageQuery),
    responses((status = 200, description = "A page of exclusions", body = ExclusionPage), ReadErrors)
)]
#[get("/exclusions")]
pub(crate) async fn list_exclusions(
    guard: Guard<ManageUnit>,
    Query(query): Query<PageQuery>,
) -> Result<HttpResponse, ApiError> {
    let paging = Paging::of(query)?;
    let before = paging.after.as_deref().map(|after| after.parse().map_err(|_| unknown_cursor(after))).transpose()?;
    let rows = paging.rows();
    let (scope, actor) = (guard.scope(), guard.actor().label());
    let reading = move |conn: &mut store::Conn<'_>| match services_in(conn, scope)? {
        None => list_exclusions_of_city(conn, before, rows),
        Some(services) => list_exclusions_of(conn, &services, &actor, before, rows),
    };
    let found = guard.db().read(reading).await?;
    let (page, next) = paging.cut(found, |exclusion| exclusion.id.to_string());
    Ok(HttpResponse::Ok().json(ExclusionPage { items: page.iter().map(body).collect(), next }))
}
