//! What was taken out.

use super::body;
use crate::access::{Guard, ManageCity};
use crate::error::{ApiError, ErrorCode};
use crate::error_docs::ReadErrors;
use crate::extract::Query;
use crate::paging::Paging;
use actix_web::{HttpResponse, get};
use contract::PageQuery;
use contract::results::ExclusionPage;

/// List exclusions.
///
/// Every exclusion of the city, the newest first, those that were undone too.
#[utoipa::path(
    tag = "exclusions",
    security(("bearer" = [])),
    params(PageQuery),
    responses((status = 200, description = "A page of exclusions", body = ExclusionPage), ReadErrors)
)]
#[get("/exclusions")]
pub(crate) async fn list_exclusions(
    guard: Guard<ManageCity>,
    Query(query): Query<PageQuery>,
) -> Result<HttpResponse, ApiError> {
    let paging = Paging::of(query)?;
    let before = paging.after.as_deref().map(number).transpose()?;
    let rows = paging.rows();
    let found = guard.db().read(move |conn| store::exclusions::list_exclusions(conn, before, rows)).await?;
    let (page, next) = paging.cut(found, |exclusion| exclusion.id.to_string());
    Ok(HttpResponse::Ok().json(ExclusionPage { items: page.iter().map(body).collect(), next }))
}

fn number(cursor: &str) -> Result<i32, ApiError> {
    cursor.parse().map_err(|_| {
        ApiError::new(ErrorCode::InvalidQuery, "the cursor cannot be read").field(
            "?cursor",
            "invalid_cursor",
            cursor,
            "`next` of the page before",
        )
    })
}
