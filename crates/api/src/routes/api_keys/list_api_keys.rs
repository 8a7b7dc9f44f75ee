//! All keys.

use super::body;
use crate::access::{Guard, ManageCity};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::extract::Query;
use crate::paging::Paging;
use actix_web::{HttpResponse, get};
use contract::{ApiKeyPage, PageQuery};

/// List API keys.
///
/// All keys by prefix, revoked ones too, without their secrets.
#[utoipa::path(
    tag = "api_keys",
    security(("bearer" = [])),
    params(PageQuery),
    responses((status = 200, description = "A page of keys", body = ApiKeyPage), ReadErrors)
)]
#[get("/api-keys")]
pub(crate) async fn list_api_keys(
    guard: Guard<ManageCity>,
    Query(query): Query<PageQuery>,
) -> Result<HttpResponse, ApiError> {
    let paging = Paging::of(query)?;
    let (after, rows) = (paging.after.clone(), paging.rows());
    let keys = guard.db().read(move |conn| store::api_keys::list_keys(conn, after.as_deref(), rows)).await?;
    let (keys, next) = paging.cut(keys, |key| key.prefix.clone());
    Ok(HttpResponse::Ok().json(ApiKeyPage { items: keys.iter().map(body).collect(), next }))
}
