//! A file of a published report.

use super::scoped_report;
use crate::access::{Guard, ReadResults};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::reports::download;
use actix_web::{HttpRequest, HttpResponse, get, web};
use store::reports::find_file;

/// Download a file of a published report.
///
/// The bytes that were made when it was published. The ETag is their SHA-256.
#[utoipa::path(
    tag = "reports",
    security(("bearer" = [])),
    params(
        ("report" = String, Path, description = "The report's id", example = "019a1f60-7c31-7a55-8f3a-0d6f5a1c2b3d"),
        ("format" = String, Path, description = "One of the report's files", example = "json")
    ),
    responses(
        (status = 200, description = "The file", body = Vec<u8>, content_type = "application/octet-stream", headers(
            ("ETag" = String, description = "For If-None-Match"),
            ("Content-Disposition" = String, description = "The file's name")
        )),
        (status = 304, description = "Nothing changed since the ETag in If-None-Match"),
        ReadErrors
    )
)]
#[get("/reports/{report}/files/{format}")]
pub(crate) async fn get_report_file(
    request: HttpRequest,
    guard: Guard<ReadResults>,
    place: web::Path<(String, String)>,
) -> Result<HttpResponse, ApiError> {
    let (report, format) = place.into_inner();
    let id = scoped_report(&guard, &report).await?.id;
    let file = guard.db().read(move |conn| find_file(conn, id, &format)).await?;
    Ok(download(&request, file))
}
