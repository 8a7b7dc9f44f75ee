//! Documents of many units, made in the background.

pub mod cancel_report_job;
pub mod create_report_job;
pub mod get_report_job;
pub mod get_report_job_archive;
pub mod list_report_jobs;

use crate::access::{Guard, ManageUnit};
use crate::background::JobParameters;
use crate::clock::rfc3339;
use crate::error::{ApiError, ErrorCode};
use contract::report::ReportJob;
use store::jobs::Job;
use uuid::Uuid;

fn body(job: &Job) -> Result<ReportJob, ApiError> {
    let parameters: JobParameters = serde_json::from_str(&job.parameters).map_err(|error| {
        tracing::error!(error = %error, job.id = %job.id, "the parameters of a job cannot be read");
        ApiError::new(ErrorCode::Internal, "the job cannot be read")
    })?;
    Ok(ReportJob {
        id: job.id.to_string(),
        unit: job.unit.to_string(),
        period: parameters.period,
        formats: parameters.formats,
        state: job.state.code().to_owned(),
        total: job.total,
        done: job.done,
        failed: job.failed,
        skipped: job.skipped,
        created_by: job.created_by.clone(),
        created_at: rfc3339(job.created_at),
        finished_at: job.finished_at.map(rfc3339),
    })
}

/// The job of the id in the address, when the actor answers for all that it is about.
async fn scoped_job(guard: &Guard<ManageUnit>, id: &str) -> Result<Job, ApiError> {
    let id = Uuid::parse_str(id).map_err(|_| ApiError::not_found("job"))?;
    let job = guard.db().read(move |conn| store::jobs::find_job(conn, id)).await?;
    guard.unit(job.unit.as_str()).await?;
    Ok(job)
}
