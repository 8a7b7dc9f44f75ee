//! A published report, for everybody.

use crate::access::{Guard, Public};
use crate::error::{ApiError, ErrorCode};
use crate::error_docs::PublicReportErrors;
use actix_web::{HttpRequest, HttpResponse, get, web};
use contract::report::PublicReport;
use domain::LinkCode;
use store::StoreError;

/// Read a published report.
///
/// By the short code that stands beside its QR code: the frozen figures of the whole unit, what was promised and done, and
/// the SHA-256 of the document and of every published file. A file in hand is the published one when its SHA-256 is here.
#[utoipa::path(
    tag = "public",
    security(()),
    params(("report" = String, Path, description = "The report's short code", example = "k7m2p9qx")),
    responses(
        (status = 200, description = "The report", body = PublicReport, headers(("ETag" = String, description = "For If-None-Match"))),
        (status = 304, description = "Nothing changed since the ETag in If-None-Match"),
        PublicReportErrors
    )
)]
#[get("/public/reports/{report}")]
pub(crate) async fn get_public_report(
    request: HttpRequest,
    guard: Guard<Public>,
    report: web::Path<String>,
) -> Result<HttpResponse, ApiError> {
    let code = LinkCode::parse(&report).map_err(|_| unknown())?;
    let body = guard.db().read(move |conn| crate::reports::public::read(conn, code)).await;
    let body = body.map_err(|error| match error {
        StoreError::NotFound(_) => unknown(),
        other => other.into(),
    })?;
    crate::routes::results::figures(&request, &body)
}

pub(super) fn unknown() -> ApiError {
    ApiError::new(ErrorCode::UnknownReport, "no report of this code was published")
}
