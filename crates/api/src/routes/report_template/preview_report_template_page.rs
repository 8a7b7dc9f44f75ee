//! One page of a template as a picture, before it is stored.

use super::{MOST_BYTES, drawn};
use crate::access::{Guard, ManageCity};
use crate::error::ApiError;
use crate::error_docs::WriteErrors;
use crate::extract::Body;
use actix_web::http::header;
use actix_web::{HttpResponse, post, web};
use domain::preparation::ReportTemplate;

/// Draw a page of a template of reports.
///
/// An SVG with white ground, whose letters are outlines; nothing is stored. The pages of a template are remembered for a
/// while, so that the next one comes at once.
#[utoipa::path(
    tag = "preparation",
    security(("bearer" = [])),
    params(("page" = u32, Path, description = "The page's place, from 1", example = 1)),
    request_body = ReportTemplate,
    responses(
        (status = 200, description = "The page", body = String, content_type = "image/svg+xml"),
        WriteErrors
    )
)]
#[post("/report-template/preview/pages/{page}")]
pub(crate) async fn preview_report_template_page(
    guard: Guard<ManageCity>,
    page: web::Path<String>,
    Body(template): Body<ReportTemplate, MOST_BYTES>,
) -> Result<HttpResponse, ApiError> {
    let svg = drawn(&guard, template).await?.page(&page)?;
    Ok(HttpResponse::Ok().insert_header((header::CACHE_CONTROL, "no-store")).content_type("image/svg+xml").body(svg))
}
