//! A new job.

use super::body;
use crate::access::actor::Scope;
use crate::access::{Guard, ManageUnit};
use crate::background::{JobParameters, JobSubject};
use crate::error::ApiError;
use crate::error_docs::WriteErrors;
use crate::extract::Body;
use crate::reports::files::Format;
use crate::routes::units::units_in;
use actix_web::{HttpResponse, post};
use contract::report::{CreateReportJobRequest, ReportJob};
use store::StoreError;
use store::jobs::{NewJob, create_job};
use store::units::list_units;
use uuid::Uuid;

/// Make the documents of all units.
///
/// In the background, of every active unit that you answer for and that must survey: the published file where there is one,
/// else the newest report or a draft as it is then. Units without a report and without an answer are left out. Progress is read with `get_report_job`; the files come as one archive.
/// It goes on after a restart, and may be left and found again for seven days.
#[utoipa::path(
    tag = "reports",
    security(("bearer" = [])),
    request_body = CreateReportJobRequest,
    responses((status = 202, description = "It waits for its turn", body = ReportJob), WriteErrors)
)]
#[post("/report-jobs")]
pub(crate) async fn create_report_job(
    guard: Guard<ManageUnit>,
    Body(request): Body<CreateReportJobRequest>,
) -> Result<HttpResponse, ApiError> {
    let mut formats: Vec<Format> = Vec::new();
    for (at, code) in request.formats.iter().enumerate() {
        let known = || Format::ALL.map(Format::code).join(", ");
        let format = Format::from_code(code)
            .ok_or_else(|| ApiError::invalid(&format!("/formats/{at}"), "unknown_format", code, known()))?;
        if !formats.contains(&format) {
            formats.push(format);
        }
    }
    if formats.is_empty() {
        return Err(ApiError::invalid("/formats", "empty", "no format", "at least one format"));
    }
    let codes: Vec<String> = formats.iter().map(|format| format.code().to_owned()).collect();
    let parameters = JobParameters { period: request.period, formats: codes.clone() };
    let parameters = text(&parameters)?;
    let (scope, created_by, now) = (guard.scope(), guard.actor().label(), guard.now());
    let writing = move |conn: &mut store::WriteConn<'_>| {
        let own = units_in(conn, scope)?;
        let units = list_units(conn)?;
        // The top of the tree comes first; an operator's own unit is the top of theirs.
        let top = match scope {
            Scope::Subtree(root) => Some(root),
            Scope::City => units.first().map(|unit| unit.id),
            Scope::Nothing => None,
        };
        let unit_id = top.ok_or(StoreError::NotFound("unit"))?;
        let units = units.into_iter().filter(|unit| unit.active && unit.obliged && own.contains(&unit.id));
        let subjects = units.flat_map(|unit| {
            codes.iter().map(move |format| JobSubject { unit: unit.code.clone(), format: format.clone() })
        });
        let items = subjects.filter_map(|subject| serde_json::to_string(&subject).ok()).collect();
        create_job(conn, &NewJob { id: Uuid::now_v7(), unit_id, parameters, items, created_by }, now)
    };
    let job = guard.db().write(writing).await?;
    Ok(HttpResponse::Accepted().json(body(&job)?))
}

fn text(parameters: &JobParameters) -> Result<String, ApiError> {
    serde_json::to_string(parameters)
        .map_err(|_| ApiError::new(crate::error::ErrorCode::Internal, "the job cannot be written"))
}
