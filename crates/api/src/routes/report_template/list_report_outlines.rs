//! The outlines that come with the program.

use crate::access::{Guard, Person};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use actix_web::{HttpResponse, get};
use contract::ReportOutlines;
use domain::report::shipped_outlines;

/// List the outlines that are shipped.
///
/// The five-chapter form and the newer four-chapter one, with their fixed texts: a start for the city's own template.
#[utoipa::path(
    tag = "preparation",
    security(("bearer" = [])),
    responses((status = 200, description = "The outlines", body = ReportOutlines), ReadErrors)
)]
#[get("/report-template/outlines")]
pub(crate) async fn list_report_outlines(_guard: Guard<Person>) -> Result<HttpResponse, ApiError> {
    Ok(HttpResponse::Ok().json(ReportOutlines { items: shipped_outlines() }))
}
