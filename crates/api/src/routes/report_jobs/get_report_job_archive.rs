//! The files of a job.

use super::scoped_job;
use crate::access::{Guard, ManageUnit};
use crate::background::{JobParameters, archive};
use crate::error::{ApiError, ErrorCode};
use crate::error_docs::ReadErrors;
use actix_web::http::header;
use actix_web::{HttpResponse, get, web};
use contract::Problem;
use store::jobs::{JobState, list_items};

/// Download the files of a job.
///
/// One ZIP archive, once the job has ended; what could not be made stands in `tidak-dibuat.txt`, and which units had neither a
/// report nor an answer in `tanpa-jawaban.txt`. It is written while it is sent, so it says no length.
#[utoipa::path(
    tag = "reports",
    security(("bearer" = [])),
    params(("job" = String, Path, description = "The job's id", example = "019a1f60-7c31-7a55-8f3a-0d6f5a1c2b3d")),
    responses(
        (status = 200, description = "The archive", body = Vec<u8>, content_type = "application/zip", headers(
            ("Content-Disposition" = String, description = "The archive's name")
        )),
        (status = 409, description = "It has not ended yet", body = Problem, content_type = "application/problem+json"),
        ReadErrors
    )
)]
#[get("/report-jobs/{job}/archive")]
pub(crate) async fn get_report_job_archive(
    guard: Guard<ManageUnit>,
    job: web::Path<String>,
) -> Result<HttpResponse, ApiError> {
    let job = scoped_job(&guard, &job).await?;
    if matches!(job.state, JobState::Waiting | JobState::Running) {
        let detail =
            format!("{} of {} documents are done: come again later", job.done + job.failed + job.skipped, job.total);
        return Err(ApiError::new(ErrorCode::Refused, detail));
    }
    let items = guard.db().read(move |conn| list_items(conn, job.id)).await?;
    let period = serde_json::from_str::<JobParameters>(&job.parameters).map(|parameters| parameters.period).ok();
    let archive = archive::stream(guard.db().clone(), job.id, period, items);
    let period = period.map(|period| period.to_string().replace("..", "-sd-")).unwrap_or_default();
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "application/zip"))
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"laporan-skm-{period}.zip\"")))
        // Compressed already; and its end must be seen.
        .insert_header((header::CONTENT_ENCODING, "identity"))
        .body(archive))
}
