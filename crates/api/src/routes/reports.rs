//! Official reports.

pub mod create_report;
pub mod delete_report;
pub mod edit_report;
pub mod get_report;
pub mod get_report_document;
pub mod get_report_file;
pub mod get_report_page;
pub mod get_report_pages;
pub mod list_reports;
pub mod publish_report;
pub mod put_signed_report;
pub mod revise_report;
pub mod submit_report;

use crate::access::permission::Permission;
use crate::access::{Actor, Guard};
use crate::clock::rfc3339;
use crate::error::ApiError;
use crate::etag::versioned;
use crate::reports::Opened;
use actix_web::{HttpResponse, HttpResponseBuilder};
use contract::report::{Report as ReportBody, ReportCaption, ReportFileInfo, ReportSummary};
use domain::figures::IndexSummary;
use domain::report::Facts;
use std::sync::Arc;
use store::reports::{ORIGINAL, Report, ReportState, SIGNED};
use uuid::Uuid;

fn summary(report: &Report, figures: Vec<IndexSummary>) -> ReportSummary {
    let stamp = |stamp: &Option<store::reports::Stamp>| {
        stamp.as_ref().map(|stamp| (stamp.by.clone(), rfc3339(stamp.at))).unzip()
    };
    let (submitted_by, submitted_at) = stamp(&report.submitted);
    let (published_by, published_at) = stamp(&report.published);
    let (signed_by, signed_at) = stamp(&report.signed);
    ReportSummary {
        id: report.id.to_string(),
        code: report.code.to_string(),
        unit: report.unit.1.to_string(),
        unit_name: report.unit.2.clone(),
        service: report.service.as_ref().map(|(_, code)| code.to_string()),
        period: report.period,
        revision: report.revision,
        state: report.state.code().to_owned(),
        sha256: report.document_hash.map(hex::encode),
        superseded_by: report.superseded_by.map(|id| id.to_string()),
        created_by: report.created.by.clone(),
        created_at: rfc3339(report.created.at),
        submitted_by,
        submitted_at,
        published_by,
        published_at,
        signed_by,
        signed_at,
        figures,
    }
}

fn file_body(file: &store::reports::ReportFileInfo) -> ReportFileInfo {
    ReportFileInfo {
        format: file.format.clone(),
        file_name: file.file_name.clone(),
        content_type: file.content_type.clone(),
        bytes: file.byte_count,
        sha256: hex::encode(&file.hash),
        signed: false,
    }
}

/// The files of a report; the PDF is a signed one where the original stands beside it.
pub(crate) fn files_body(files: &[store::reports::ReportFileInfo]) -> Vec<ReportFileInfo> {
    let has_original = files.iter().any(|file| file.format == ORIGINAL);
    let body = |file| {
        let body = file_body(file);
        ReportFileInfo { signed: has_original && body.format == SIGNED, ..body }
    };
    files.iter().map(body).collect()
}

fn body(opened: Opened) -> ReportBody {
    let facts = Facts::of(&opened.document);
    let figures = opened.document.figures.indices.iter().map(|index| index.summary.clone()).collect();
    let is_open = opened.report.state.is_open();
    let checks = if is_open { crate::reports::checks::checks(&opened) } else { Vec::new() };
    ReportBody {
        summary: summary(&opened.report, figures),
        late_responses: opened.late_responses,
        minutes_ahead_of_utc: opened.minutes_ahead,
        edits: opened.report.edits,
        facts: facts.iter().map(|(key, shown)| (key.to_owned(), shown.to_owned())).collect(),
        checks,
        captions: documents::numbered(&opened.document).into_iter().map(caption).collect(),
        document: opened.document,
        files: files_body(&opened.files),
    }
}

fn caption(numbered: documents::Numbered) -> ReportCaption {
    ReportCaption { block: numbered.block, label: numbered.label, caption: numbered.caption }
}

/// The report of the id in the address, when its unit is the actor's; other systems see published ones alone.
async fn scoped_report<P: Permission>(guard: &Guard<P>, id: &str) -> Result<Report, ApiError> {
    let missing = || ApiError::not_found("report");
    let id = Uuid::parse_str(id).map_err(|_| missing())?;
    let report = guard.db().read(move |conn| store::reports::find_report(conn, id)).await?;
    guard.unit(report.unit.1.as_str()).await?;
    if matches!(guard.actor(), Actor::Key(_)) && report.state != ReportState::Published {
        return Err(missing());
    }
    Ok(report)
}

/// The answer with a whole report and its version.
async fn answer<P: Permission>(
    guard: &Guard<P>,
    status: HttpResponseBuilder,
    id: Uuid,
) -> Result<HttpResponse, ApiError> {
    let (versions, now) = (Arc::clone(guard.db().versions()), guard.now());
    let opened = guard.db().read(move |conn| crate::reports::open(conn, &versions, id, now)).await?;
    let row_version = opened.report.row_version;
    Ok(versioned(status, row_version, &body(opened)))
}
