//! Jobs.

use super::body;
use crate::access::actor::Scope;
use crate::access::{Guard, ManageUnit};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::extract::Query;
use crate::paging::Paging;
use crate::routes::units::unknown_cursor;
use actix_web::{HttpResponse, get};
use contract::PageQuery;
use contract::report::ReportJobPage;
use uuid::Uuid;

/// List jobs.
///
/// Your own, the newest first; administrators see all. A job is deleted seven days after its end.
#[utoipa::path(
    tag = "reports",
    security(("bearer" = [])),
    params(PageQuery),
    responses((status = 200, description = "A page of jobs", body = ReportJobPage), ReadErrors)
)]
#[get("/report-jobs")]
pub(crate) async fn list_report_jobs(
    guard: Guard<ManageUnit>,
    Query(query): Query<PageQuery>,
) -> Result<HttpResponse, ApiError> {
    let paging = Paging::of(query)?;
    let before = paging.after.as_deref().map(|after| Uuid::parse_str(after).map_err(|_| unknown_cursor(after)));
    let (before, rows) = (before.transpose()?, paging.rows());
    let own = (guard.scope() != Scope::City).then(|| guard.actor().label());
    let jobs = guard.db().read(move |conn| store::jobs::list_jobs(conn, own.as_deref(), before, rows)).await?;
    let (jobs, next) = paging.cut(jobs, |job| job.id.to_string());
    let items = jobs.iter().map(body).collect::<Result<Vec<_>, _>>()?;
    Ok(HttpResponse::Ok().json(ReportJobPage { items, next }))
}
