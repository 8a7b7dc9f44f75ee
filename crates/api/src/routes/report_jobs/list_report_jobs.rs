//! Jobs.

use super::body;
use crate::access::actor::Scope;
use crate::access::{Guard, ManageUnit};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::extract::Query;
use crate::paging::{Paging, unknown_cursor};
use crate::routes::units::units_in;
use actix_web::{HttpResponse, get};
use contract::PageQuery;
use contract::report::ReportJobPage;
use uuid::Uuid;

/// List jobs.
///
/// Those about units that you answer for, the newest first. A job is deleted seven days after its end.
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
    let scope = guard.scope();
    let reading = move |conn: &mut store::Conn<'_>| {
        let own: Option<Vec<i32>> = match scope {
            Scope::City => None,
            _ => Some(units_in(conn, scope)?.into_iter().collect()),
        };
        store::jobs::list_jobs(conn, own.as_deref(), before, rows)
    };
    let jobs = guard.db().read(reading).await?;
    let (jobs, next) = paging.cut(jobs, |job| job.id.to_string());
    let items = jobs.iter().map(body).collect::<Result<Vec<_>, _>>()?;
    Ok(HttpResponse::Ok().json(ReportJobPage { items, next }))
}
