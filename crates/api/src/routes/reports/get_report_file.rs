//! A file of a report.

use super::scoped_report;
use crate::access::{Guard, ReadResults};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::extract::Query;
use crate::reports::files::{Format, assets, edition, find_published, index_of, not_made};
use crate::reports::{download, open};
use actix_web::{HttpRequest, HttpResponse, get, web};
use domain::IndexKind;
use serde::Deserialize;
use std::sync::Arc;
use store::reports::{ORIGINAL, Report, ReportFile, ReportFileInfo, find_file};
use utoipa::IntoParams;

/// Which index a poster is for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct PosterParams {
    /// Of a poster: `ikm`, `ipkp` or `ipak`; the report's first index by default.
    #[param(example = "ikm")]
    pub index: Option<IndexKind>,
}

/// Download a file of a report.
///
/// `pdf`, `docx`, `xlsx`, `poster-pdf`, `poster-png`, `poster-svg` or `json`. Of a published report the bytes that were made
/// when it was published (`pdf`: the electronically signed file where there is one, and `pdf-original` what was published);
/// before that they are made now, a draft is marked "DRAF". The ETag follows from their SHA-256.
#[utoipa::path(
    tag = "reports",
    security(("bearer" = [])),
    params(
        ("report" = String, Path, description = "The report's id", example = "019a1f60-7c31-7a55-8f3a-0d6f5a1c2b3d"),
        ("format" = String, Path, description = "The format", example = "pdf"),
        PosterParams
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
    Query(PosterParams { index }): Query<PosterParams>,
) -> Result<HttpResponse, ApiError> {
    let (report, format) = place.into_inner();
    let report = scoped_report(&guard, &report).await?;
    let file = match Format::from_code(&format) {
        Some(format) if !report.state.is_published() => render(&guard, report, format, index).await?,
        Some(format) => guard.db().read(move |conn| find_published(conn, report.id, format, index)).await?,
        None if format == ORIGINAL => guard.db().read(move |conn| find_file(conn, report.id, ORIGINAL)).await?,
        None => return Err(ApiError::not_found("format")),
    };
    Ok(download(&request, file))
}

async fn render(
    guard: &Guard<ReadResults>,
    report: Report,
    format: Format,
    wanted: Option<IndexKind>,
) -> Result<ReportFile, ApiError> {
    let (versions, now) = (Arc::clone(guard.db().versions()), guard.now());
    let edition = edition(&report, &guard.state().config.public_url);
    let reading = move |conn: &mut store::Conn<'_>| {
        let document = open(conn, &versions, report.id, now)?.document;
        Ok((assets(conn, &document)?, document))
    };
    let (assets, document) = guard.db().read(reading).await?;
    let index = index_of(&document, wanted).ok_or_else(|| ApiError::not_found("index"))?;
    let file_name = format.file_name_of(index, &document);
    let turns = format.turns(&document);
    let content =
        guard.state().heavy.take(turns, move || format.render_of(index, &document, &edition, &assets)).await?;
    let content = content.map_err(|error| not_made(&error))?;
    let info = ReportFileInfo {
        format: format.code().to_owned(),
        file_name,
        content_type: format.content_type().to_owned(),
        byte_count: i64::try_from(content.len()).unwrap_or(i64::MAX),
        hash: crate::reports::hash(&content),
    };
    Ok(ReportFile { info, content })
}
