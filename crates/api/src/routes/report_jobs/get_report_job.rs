//! One job.

use super::{body, scoped_job};
use crate::access::{Guard, ManageUnit};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use actix_web::{HttpResponse, get, web};
use contract::report::ReportJob;

/// Read how far a job is.
///
/// How many documents are done, could not be made, and are wanted.
#[utoipa::path(
    tag = "reports",
    security(("bearer" = [])),
    params(("job" = String, Path, description = "The job's id", example = "019a1f60-7c31-7a55-8f3a-0d6f5a1c2b3d")),
    responses((status = 200, description = "The job", body = ReportJob), ReadErrors)
)]
#[get("/report-jobs/{job}")]
pub(crate) async fn get_report_job(guard: Guard<ManageUnit>, job: web::Path<String>) -> Result<HttpResponse, ApiError> {
    let job = scoped_job(&guard, &job).await?;
    Ok(HttpResponse::Ok().json(body(&job)?))
}
