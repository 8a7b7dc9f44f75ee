//! The history of the settings.

use super::body;
use crate::access::{Guard, Person};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::extract::Query;
use crate::paging::{Paging, unknown_cursor};
use actix_web::{HttpResponse, get};
use contract::{PageQuery, SettingsPage};

/// List all versions of the settings.
///
/// The newest first. In a month holds the newest version among those with the latest `valid_from` not after it.
#[utoipa::path(
    tag = "settings",
    security(("bearer" = [])),
    params(PageQuery),
    responses((status = 200, description = "A page of settings", body = SettingsPage), ReadErrors)
)]
#[get("/settings")]
pub(crate) async fn list_settings(
    guard: Guard<Person>,
    Query(query): Query<PageQuery>,
) -> Result<HttpResponse, ApiError> {
    let paging = Paging::of(query)?;
    let before = paging.after.as_deref().map(|after| after.parse().map_err(|_| unknown_cursor(after))).transpose()?;
    let rows = paging.rows();
    let versions = guard.db().read(move |conn| store::settings::list_settings(conn, before, rows)).await?;
    let (versions, next) = paging.cut(versions, |version| version.id.to_string());
    Ok(HttpResponse::Ok().json(SettingsPage { items: versions.iter().map(body).collect(), next }))
}
