//! One page of a report as a picture.

use super::scoped_report;
use crate::access::{Guard, ReadResults};
use crate::error::{ApiError, ErrorCode};
use crate::error_docs::ReadErrors;
use crate::etag::{computed, kept};
use crate::extract::Query;
use crate::reports::pages::draw_report;
use actix_web::{HttpRequest, HttpResponse, get, web};
use contract::Problem;
use contract::report::PagePictureQuery;

const KIND: &str = "image/svg+xml";

/// Draw a page of a report.
///
/// An SVG with white ground, whose letters are outlines. With `of` from the list of pages it may be kept for long; when the
/// report is another by now, it is refused and the list is to be read again.
#[utoipa::path(
    tag = "reports",
    security(("bearer" = [])),
    params(
        ("report" = String, Path, description = "The report's id", example = "019a1f60-7c31-7a55-8f3a-0d6f5a1c2b3d"),
        ("page" = u32, Path, description = "The page's place, from 1", example = 7),
        PagePictureQuery
    ),
    responses(
        (status = 200, description = "The page", body = String, content_type = "image/svg+xml", headers(("ETag" = String, description = "For If-None-Match"))),
        (status = 304, description = "Nothing changed since the ETag in If-None-Match"),
        (status = 412, description = "The report is another by now: read its pages again", body = Problem, content_type = "application/problem+json"),
        ReadErrors
    )
)]
#[get("/reports/{report}/pages/{page}")]
pub(crate) async fn get_report_page(
    request: HttpRequest,
    guard: Guard<ReadResults>,
    place: web::Path<(String, String)>,
    Query(query): Query<PagePictureQuery>,
) -> Result<HttpResponse, ApiError> {
    let (report, page) = place.into_inner();
    let report = scoped_report(&guard, &report).await?;
    let Some(of) = query.of else {
        let drawn = draw_report(&guard, report).await?;
        return Ok(computed(&request, KIND, drawn.page(&page)?));
    };
    let drawn = match guard.state().drawn_pages.find(report.id, &of) {
        Some(drawn) => drawn,
        None => draw_report(&guard, report).await?,
    };
    if drawn.of != of {
        return Err(ApiError::new(ErrorCode::ChangedMeanwhile, "the report is another by now: read its pages again"));
    }
    Ok(kept(&request, KIND, drawn.page(&page)?))
}
