//! Freezing a report.

use super::{answer, scoped_report};
use crate::access::{Guard, ManageUnit};
use crate::error::{ApiError, ErrorCode};
use crate::error_docs::{ActErrors, EditErrors};
use crate::etag::IfMatch;
use crate::reports::require_ended;
use actix_web::{HttpResponse, post, web};
use contract::report::Report;
use std::sync::Arc;

/// Submit a report.
///
/// Every number, text and table is frozen in one canonical document (RFC 8785) with its SHA-256. Answers that arrive later
/// never change it; they are counted in `late_responses`. Only when the period is over in the city's time zone: before that
/// 409 `period_running`, for administrators too.
#[utoipa::path(
    tag = "reports",
    security(("bearer" = [])),
    params(
        ("report" = String, Path, description = "The report's id", example = "019a1f60-7c31-7a55-8f3a-0d6f5a1c2b3d"),
        ("If-Match" = String, Header, description = "The ETag of what was read", example = "\"1\"")
    ),
    responses(
        (status = 200, description = "Submitted", body = Report, headers(("ETag" = String, description = "For the next change"))),
        ActErrors,
        EditErrors
    )
)]
#[post("/reports/{report}/submit")]
pub(crate) async fn submit_report(
    guard: Guard<ManageUnit>,
    report: web::Path<String>,
    seen: IfMatch,
) -> Result<HttpResponse, ApiError> {
    let report = scoped_report(&guard, &report).await?;
    let (id, actor, now) = (report.id, guard.actor().label(), guard.now());
    if report.state.is_open() && report.row_version != seen.0 {
        return Err(ApiError::new(ErrorCode::ChangedMeanwhile, "the report was changed meanwhile"));
    }
    require_ended(guard.db(), report.period, now).await?;
    let versions = Arc::clone(guard.db().versions());
    // On a snapshot; what is stored between it and the writing counts as late.
    let frozen = guard.db().read(move |conn| crate::reports::freeze(conn, &versions, &report, now)).await?;
    guard.db().write(move |conn| store::reports::submit_report(conn, id, seen.0, &frozen, &actor, now)).await?;
    answer(&guard, HttpResponse::Ok(), id).await
}
