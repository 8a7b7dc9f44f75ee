//! The pages of a report.

use super::scoped_report;
use crate::access::{Guard, ReadResults};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::reports::pages::draw_report;
use actix_web::{HttpRequest, HttpResponse, get, web};
use contract::report::PagePictures;

/// List the pages of a report.
///
/// How many there are, how large, and where each heading stands: the same pages as in its PDF, a draft as it is now. Their
/// pictures come from `get_report_page`.
#[utoipa::path(
    tag = "reports",
    security(("bearer" = [])),
    params(("report" = String, Path, description = "The report's id", example = "019a1f60-7c31-7a55-8f3a-0d6f5a1c2b3d")),
    responses(
        (status = 200, description = "The pages", body = PagePictures, headers(("ETag" = String, description = "For If-None-Match"))),
        (status = 304, description = "Nothing changed since the ETag in If-None-Match"),
        ReadErrors
    )
)]
#[get("/reports/{report}/pages")]
pub(crate) async fn get_report_pages(
    request: HttpRequest,
    guard: Guard<ReadResults>,
    report: web::Path<String>,
) -> Result<HttpResponse, ApiError> {
    let report = scoped_report(&guard, &report).await?;
    let drawn = draw_report(&guard, report).await?;
    crate::routes::results::figures(&request, &drawn.list())
}
