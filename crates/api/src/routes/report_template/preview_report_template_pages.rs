//! The pages of a template, before it is stored.

use super::{MOST_BYTES, drawn};
use crate::access::{Guard, ManageCity};
use crate::error::ApiError;
use crate::error_docs::WriteErrors;
use crate::extract::Body;
use actix_web::{HttpResponse, post};
use contract::report::PagePictures;
use domain::preparation::ReportTemplate;

/// List the pages of a template of reports.
///
/// As `preview_report_template` prints it; nothing is stored. Their pictures come from `preview_report_template_page`.
#[utoipa::path(
    tag = "preparation",
    security(("bearer" = [])),
    request_body = ReportTemplate,
    responses((status = 200, description = "The pages", body = PagePictures), WriteErrors)
)]
#[post("/report-template/preview/pages")]
pub(crate) async fn preview_report_template_pages(
    guard: Guard<ManageCity>,
    Body(template): Body<ReportTemplate, MOST_BYTES>,
) -> Result<HttpResponse, ApiError> {
    Ok(HttpResponse::Ok().json(drawn(&guard, template).await?.list()))
}
