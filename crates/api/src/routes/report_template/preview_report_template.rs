//! A template as a PDF, before it is stored.

use super::{MOST_BYTES, filled};
use crate::access::{Guard, ManageCity};
use crate::error::ApiError;
use crate::error_docs::WriteErrors;
use crate::extract::Body;
use crate::reports::files::{Format, assets, not_made};
use actix_web::http::header;
use actix_web::{HttpResponse, post};
use documents::Edition;
use domain::preparation::ReportTemplate;

/// Preview a template of reports as a PDF.
///
/// With sample figures of a made-up unit, letterhead and signature included, marked "DRAF". Nothing is stored.
#[utoipa::path(
    tag = "preparation",
    security(("bearer" = [])),
    request_body = ReportTemplate,
    responses(
        (status = 200, description = "The preview", body = Vec<u8>, content_type = "application/pdf"),
        WriteErrors
    )
)]
#[post("/report-template/preview")]
pub(crate) async fn preview_report_template(
    guard: Guard<ManageCity>,
    Body(template): Body<ReportTemplate, MOST_BYTES>,
) -> Result<HttpResponse, ApiError> {
    let document = filled(&guard, template).await?;
    let (assets, document) = guard.db().read(move |conn| Ok((assets(conn, &document)?, document))).await?;
    let rendering = move || Format::Pdf.render(&document, &Edition::Draft, &assets);
    let pdf = guard.state().heavy.run(rendering).await?.map_err(|error| not_made(&error))?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::CONTENT_DISPOSITION, "inline; filename=\"pratinjau-laporan.pdf\""))
        .content_type("application/pdf")
        .body(pdf))
}
