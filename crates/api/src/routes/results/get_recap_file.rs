//! The recap as a file.

use super::get_city_recap::refuse_outside_the_city;
use super::{period_query, zone};
use crate::access::{Guard, ReadResults};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::extract::Query;
use crate::reports::files::not_made;
use crate::reports::recap::{RecapFormat, recap_document};
use crate::reports::{download, hash};
use actix_web::{HttpRequest, HttpResponse, get, web};
use std::sync::Arc;
use store::reports::{ReportFile, ReportFileInfo};

period_query! {
    /// Of which period.
    RecapFileQuery {}
}

/// Download the recap of the city.
///
/// `pdf` or `xlsx`: all units, by kind, ranked, with the trend and how complete it is; the method is named. The figures
/// are those of `get_city_recap`. For the whole city: administrators, and keys made for the city.
#[utoipa::path(
    tag = "results",
    security(("bearer" = [])),
    params(("format" = String, Path, description = "`pdf` or `xlsx`", example = "pdf"), RecapFileQuery),
    responses(
        (status = 200, description = "The file", body = Vec<u8>, content_type = "application/octet-stream", headers(
            ("ETag" = String, description = "For If-None-Match"),
            ("Content-Disposition" = String, description = "The file's name")
        )),
        (status = 304, description = "Nothing changed since the ETag in If-None-Match"),
        ReadErrors
    )
)]
#[get("/recap/files/{format}")]
pub(crate) async fn get_recap_file(
    request: HttpRequest,
    guard: Guard<ReadResults>,
    format: web::Path<String>,
    Query(query): Query<RecapFileQuery>,
) -> Result<HttpResponse, ApiError> {
    refuse_outside_the_city(&guard).await?;
    let code = format.into_inner();
    let format = RecapFormat::from_code(&code).ok_or_else(|| ApiError::not_found("format"))?;
    let (zone, now) = (zone(&guard).await?, guard.now());
    let period = query.period(now, zone)?;
    let versions = Arc::clone(guard.db().versions());
    let reading = move |conn: &mut store::Conn<'_>| recap_document(conn, &versions, period, zone, now);
    let (document, assets) = guard.db().read(reading).await?;
    let content = guard.state().heavy.run(move || format.render(&document, &assets)).await?;
    let content = content.map_err(|error| not_made(&error))?;
    let info = ReportFileInfo {
        format: code,
        file_name: format.file_name(period),
        content_type: format.content_type().to_owned(),
        byte_count: i64::try_from(content.len()).unwrap_or(i64::MAX),
        hash: hash(&content),
    };
    Ok(download(&request, ReportFile { info, content }))
}
