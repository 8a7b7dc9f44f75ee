//! A file of a published report, for everybody.

use super::get_public_report::unknown;
use crate::access::{Guard, Public};
use crate::error::ApiError;
use crate::error_docs::PublicReportErrors;
use crate::extract::Query;
use crate::reports::download;
use crate::reports::files::{Format, find_published as find_published_file};
use crate::reports::public::shows_too_much;
use crate::routes::reports::get_report_file::PosterParams;
use actix_web::{HttpRequest, HttpResponse, get, web};
use domain::LinkCode;
use store::StoreError;
use store::reports::find_published;

/// Download a public file of a published report.
///
/// The publication poster; the report itself, whose annex holds every answer, is for those who answer for the unit. With fewer
/// respondents than the city shows, the poster has no value and no grade.
#[utoipa::path(
    tag = "public",
    security(()),
    params(
        ("report" = String, Path, description = "The report's short code", example = "k7m2p9qx"),
        ("format" = String, Path, description = "The format", example = "poster-pdf"),
        PosterParams
    ),
    responses(
        (status = 200, description = "The file", body = Vec<u8>, content_type = "application/octet-stream", headers(
            ("ETag" = String, description = "For If-None-Match"),
            ("Content-Disposition" = String, description = "The file's name")
        )),
        (status = 304, description = "Nothing changed since the ETag in If-None-Match"),
        PublicReportErrors
    )
)]
#[get("/public/reports/{report}/files/{format}")]
pub(crate) async fn get_public_report_file(
    request: HttpRequest,
    guard: Guard<Public>,
    place: web::Path<(String, String)>,
    Query(PosterParams { index }): Query<PosterParams>,
) -> Result<HttpResponse, ApiError> {
    let (code, format) = place.into_inner();
    let code = LinkCode::parse(&code).map_err(|_| unknown())?;
    let format = Format::from_code(&format).filter(|format| format.is_public());
    let format = format.ok_or_else(|| ApiError::not_found("public file"))?;
    let reading = move |conn: &mut store::Conn<'_>| {
        let report = find_published(conn, code)?;
        if shows_too_much(conn, &report)? {
            return Err(StoreError::NotFound("public file"));
        }
        find_published_file(conn, report.id, format, index)
    };
    let file = guard.db().read(reading).await.map_err(|error| match error {
        StoreError::NotFound("report") => unknown(),
        other => other.into(),
    })?;
    Ok(download(&request, file))
}
