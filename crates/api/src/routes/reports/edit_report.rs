//! What people write in a report.

use super::{answer, scoped_report};
use crate::access::{Guard, ManageUnit};
use crate::error::{ApiError, field_problem};
use crate::error_docs::{EditErrors, WriteErrors};
use crate::etag::IfMatch;
use crate::extract::Body;
use crate::reports::outline::{template_for, unknown_parts};
use crate::reports::unknown_comments;
use actix_web::{HttpResponse, put, web};
use contract::report::Report;
use domain::preparation::ReportEdits;

const MOST_BYTES: usize = 512 * 1024;

/// Edit a report.
///
/// All that people write in it; a slot that is left out says again what it says by itself. A figure in a paragraph follows
/// the report's figures. A slot that the report's outline does not have and a figure that no report has are refused; `outline`
/// chooses another outline for this report. A released comment is one of the subject and the period,
/// whole or with "[…]" in place of some of it; names, numbers and addresses become "[…]" as far as they can be told. Only
/// while the report is open.
#[utoipa::path(
    tag = "reports",
    security(("bearer" = [])),
    params(
        ("report" = String, Path, description = "The report's id", example = "019a1f60-7c31-7a55-8f3a-0d6f5a1c2b3d"),
        ("If-Match" = String, Header, description = "The ETag of what was read", example = "\"1\"")
    ),
    request_body = ReportEdits,
    responses(
        (status = 200, description = "Edited", body = Report, headers(("ETag" = String, description = "For the next change"))),
        WriteErrors,
        EditErrors
    )
)]
#[put("/reports/{report}/edits")]
pub(crate) async fn edit_report(
    guard: Guard<ManageUnit>,
    report: web::Path<String>,
    seen: IfMatch,
    Body(edits): Body<ReportEdits, MOST_BYTES>,
) -> Result<HttpResponse, ApiError> {
    let found = scoped_report(&guard, &report).await?;
    let id = found.id;
    let edits = edits.tidy();
    let defects = edits.check();
    if !defects.is_empty() {
        return Err(defects.into());
    }
    let (period, stored) = (found.period, found.edits.clone());
    let template = guard.db().read(move |conn| template_for(conn, period)).await?;
    let unknown = unknown_parts(&template, &stored, &edits);
    if !unknown.is_empty() {
        return Err(ApiError::invalid_fields(unknown));
    }
    let (report, chosen) = (found, edits.comments.clone());
    let unknown = guard.db().read(move |conn| unknown_comments(conn, &report, &chosen)).await?;
    if !unknown.is_empty() {
        let defect = |place: usize| {
            let text = edits.comments.get(place).map(|comment| comment.text.as_str()).unwrap_or_default();
            let accepted = "a comment of the subject and the month, whole or with […] in place of some of it";
            field_problem(&format!("/comments/{place}/text"), "unknown_comment", text, accepted)
        };
        return Err(ApiError::invalid_fields(unknown.into_iter().map(defect).collect()));
    }
    guard.db().write(move |conn| store::reports::edit_report(conn, id, seen.0, &edits)).await?;
    answer(&guard, HttpResponse::Ok(), id).await
}
