//! The history of the template.

use super::body;
use crate::access::{Guard, Person};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::extract::Query;
use crate::paging::{Paging, unknown_cursor};
use actix_web::{HttpResponse, get};
use contract::{PageQuery, ReportTemplatePage};

/// List all versions of the template of reports.
///
/// The newest first, which counts; reports that were submitted keep the version they were made with. What is shipped is not
/// among them.
#[utoipa::path(
    tag = "preparation",
    security(("bearer" = [])),
    params(PageQuery),
    responses((status = 200, description = "A page of templates", body = ReportTemplatePage), ReadErrors)
)]
#[get("/report-template/versions")]
pub(crate) async fn list_report_templates(
    guard: Guard<Person>,
    Query(query): Query<PageQuery>,
) -> Result<HttpResponse, ApiError> {
    let paging = Paging::of(query)?;
    let before = paging.after.as_deref().map(|after| after.parse().map_err(|_| unknown_cursor(after))).transpose()?;
    let rows = paging.rows();
    let versions = guard.db().read(move |conn| store::report_templates::list_templates(conn, before, rows)).await?;
    let (versions, next) = paging.cut(versions, |version| version.id.to_string());
    Ok(HttpResponse::Ok().json(ReportTemplatePage { items: versions.into_iter().map(body).collect(), next }))
}
