//! A job less.

use super::{body, scoped_job};
use crate::access::{Guard, ManageUnit};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use actix_web::{HttpResponse, post, web};
use contract::report::ReportJob;

/// Call a job off.
///
/// What is done stays for seven days; one that has ended stays as it is.
#[utoipa::path(
    tag = "reports",
    security(("bearer" = [])),
    params(("job" = String, Path, description = "The job's id", example = "019a1f60-7c31-7a55-8f3a-0d6f5a1c2b3d")),
    responses((status = 200, description = "The job", body = ReportJob), ReadErrors)
)]
#[post("/report-jobs/{job}/cancel")]
pub(crate) async fn cancel_report_job(
    guard: Guard<ManageUnit>,
    job: web::Path<String>,
) -> Result<HttpResponse, ApiError> {
    let (id, now) = (scoped_job(&guard, &job).await?.id, guard.now());
    let job = guard.db().write(move |conn| store::jobs::cancel_job(conn, id, now)).await?;
    Ok(HttpResponse::Ok().json(body(&job)?))
}
