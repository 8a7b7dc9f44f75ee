//! The frozen document.

use super::scoped_report;
use crate::access::{Guard, ReadResults};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::etag::computed;
use actix_web::{HttpRequest, HttpResponse, get, web};
use domain::report::ReportDocument;
use store::reports::find_document;

/// Read the frozen document of a report.
///
/// Canonical JSON (RFC 8785), byte by byte what its SHA-256 was computed from.
#[utoipa::path(
    tag = "reports",
    security(("bearer" = [])),
    params(("report" = String, Path, description = "The report's id", example = "019a1f60-7c31-7a55-8f3a-0d6f5a1c2b3d")),
    responses(
        (status = 200, description = "The document", body = ReportDocument, headers(("ETag" = String, description = "For If-None-Match"))),
        (status = 304, description = "Nothing changed since the ETag in If-None-Match"),
        ReadErrors
    )
)]
#[get("/reports/{report}/document")]
pub(crate) async fn get_report_document(
    request: HttpRequest,
    guard: Guard<ReadResults>,
    report: web::Path<String>,
) -> Result<HttpResponse, ApiError> {
    let id = scoped_report(&guard, &report).await?.id;
    let json = guard.db().read(move |conn| find_document(conn, id)).await?;
    Ok(computed(&request, "application/json", json.into_bytes()))
}
