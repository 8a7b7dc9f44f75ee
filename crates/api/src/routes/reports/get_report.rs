//! One report.

use super::{answer, scoped_report};
use crate::access::{Guard, ReadResults};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use actix_web::{HttpResponse, get, web};
use contract::report::Report;

/// Read a report.
///
/// With its document (frozen, or as it would be frozen now), what people wrote in it, what to look at before submitting, and
/// how many answers arrived after it was frozen. Other systems read published ones alone.
#[utoipa::path(
    tag = "reports",
    security(("bearer" = [])),
    params(("report" = String, Path, description = "The report's id", example = "019a1f60-7c31-7a55-8f3a-0d6f5a1c2b3d")),
    responses(
        (status = 200, description = "The report", body = Report, headers(("ETag" = String, description = "For If-Match"))),
        ReadErrors
    )
)]
#[get("/reports/{report}")]
pub(crate) async fn get_report(guard: Guard<ReadResults>, report: web::Path<String>) -> Result<HttpResponse, ApiError> {
    let report = scoped_report(&guard, &report).await?;
    answer(&guard, HttpResponse::Ok(), report.id).await
}
