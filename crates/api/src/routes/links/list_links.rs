//! Survey links.

use super::body;
use crate::access::{Guard, ManageUnit};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::extract::Query;
use crate::paging::{Paging, unknown_cursor};
use crate::routes::units::units_in;
use actix_web::{HttpResponse, get};
use contract::{LinkPage, ListLinksQuery};
use domain::LinkCode;
use store::{Conn, StoreError};

/// List survey links.
///
/// The newest first, closed and expired ones as well: those of one unit, or of all units you may see.
#[utoipa::path(
    tag = "links",
    security(("bearer" = [])),
    params(ListLinksQuery),
    responses((status = 200, description = "A page of survey links", body = LinkPage), ReadErrors)
)]
#[get("/links")]
pub(crate) async fn list_links(
    guard: Guard<ManageUnit>,
    Query(query): Query<ListLinksQuery>,
) -> Result<HttpResponse, ApiError> {
    let paging = Paging::new(query.cursor, query.limit)?;
    let after = paging.after.as_deref().map(LinkCode::parse).transpose();
    let after = after.map_err(|error| unknown_cursor(&error.0))?;
    let unit = match &query.unit {
        Some(unit) => Some(guard.unit(unit).await?.id),
        None => None,
    };
    let (scope, subtree, rows) = (guard.scope(), query.subtree, paging.rows());
    let versions = guard.db().versions().clone();
    let reading = move |conn: &mut Conn<'_>| {
        versions.load(conn)?;
        let units = match unit {
            Some(unit) if subtree => store::units::unit_subtree(conn, unit)?,
            Some(unit) => vec![unit],
            None => units_in(conn, scope)?.into_iter().collect(),
        };
        let before = match after.map(|code| store::links::find_link(conn, code)) {
            Some(Err(StoreError::NotFound(_))) => return Ok(None),
            Some(link) => Some(link?.id),
            None => None,
        };
        store::links::list_links(conn, &units, before, rows).map(Some)
    };
    let links = guard.db().read(reading).await?;
    let links = links.ok_or_else(|| unknown_cursor(paging.after.as_deref().unwrap_or_default()))?;
    let (links, next) = paging.cut(links, |link| link.code.to_string());
    let (versions, public_url) = (guard.db().versions(), &guard.state().config.public_url);
    let items = links.iter().map(|link| body(link, versions, public_url)).collect::<Result<_, _>>()?;
    Ok(HttpResponse::Ok().json(LinkPage { items, next }))
}
