//! Official reports: from what is stored to the one document that every rendering is made from.

mod assemble;
pub mod checks;
pub mod city_past;
mod collection;
pub mod files;
mod headline;
mod late;
pub mod outline;
pub mod pages;
pub mod pdf_signature;
mod plan;
pub mod preview;
pub mod public;
pub mod public_city;
pub mod public_unit;
pub mod recap;
mod released;
mod respondents;
mod trend;

pub use assemble::{Assembled, assemble};
pub use headline::headline;
pub(crate) use released::unknown_comments;

use crate::error::{ApiError, ErrorCode};
use crate::etag::{is_known, weak};
use crate::results::recap::standing_of;
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, NaiveDate, Offset, Utc};
use domain::figures::IndexSummary;
use domain::preparation::ReportEdits;
use domain::report::{ReportDocument, ReportScope};
use domain::{Code, LinkCode, Period};
use sha2::{Digest, Sha256};
use store::city::time_zone;
use store::reports::{
    Frozen, Report, ReportFile, ReportFileInfo, ReportFilter, ReportState, Stamp, find_document, find_report,
    list_files, list_reports,
};
use store::units::Unit;
use store::{Conn, Db, StoreError, StoreResult, Versions};
use uuid::Uuid;

/// A report with its document: frozen, or as it would be frozen now.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The report.
    pub report: Report,
    /// Its document.
    pub document: ReportDocument,
    /// Responses stored for its period since it was frozen.
    pub late_responses: i64,
    /// The files of a published one.
    pub files: Vec<ReportFileInfo>,
    /// Whether its period is over, so that it may be submitted.
    pub period_ended: bool,
    /// The day in the city.
    pub today: NaiveDate,
    /// How many minutes the city's clocks are ahead of UTC.
    pub minutes_ahead: i32,
}

/// A report in a list, with its indices.
pub type Listed = (Report, Vec<IndexSummary>);

/// Adds its indices to each report.
///
/// # Errors
/// When the database fails.
pub fn listed(conn: &mut Conn<'_>, versions: &Versions, reports: Vec<Report>) -> StoreResult<Vec<Listed>> {
    let with_indices = |report: Report| headline(conn, versions, &report).map(|indices| (report, indices));
    reports.into_iter().map(with_indices).collect()
}

/// Reads a report with its document.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn open(conn: &mut Conn<'_>, versions: &Versions, id: Uuid, now: DateTime<Utc>) -> StoreResult<Opened> {
    let report = find_report(conn, id)?;
    let document = opened(conn, versions, &report, now)?;
    let zone = time_zone(conn)?;
    Ok(Opened {
        minutes_ahead: now.with_timezone(&zone).offset().fix().local_minus_utc() / 60,
        late_responses: late::late_responses(conn, versions, &report)?,
        files: list_files(conn, id)?,
        period_ended: report.period.has_ended(zone, now),
        today: now.with_timezone(&zone).date_naive(),
        report,
        document,
    })
}

/// Refuses what nobody can know before the period is over: a report of it is submitted and published afterwards.
///
/// # Errors
/// [`ErrorCode::PeriodRunning`], and when the database fails.
pub async fn require_ended(db: &Db, period: Period, now: DateTime<Utc>) -> Result<(), ApiError> {
    if period.has_ended(db.read(time_zone).await?, now) {
        return Ok(());
    }
    let detail = format!("{period} ends with {} in the city's time", period.last().last_day());
    Err(ApiError::new(ErrorCode::PeriodRunning, detail))
}

/// Refuses a period of which nothing can be known yet: even a draft of it would be of nothing.
///
/// # Errors
/// 422 `period_not_begun`, and when the database fails.
pub async fn require_begun(db: &Db, period: Period, now: DateTime<Utc>) -> Result<(), ApiError> {
    let running = domain::period::month_of(now, db.read(time_zone).await?);
    if period.first() <= running {
        return Ok(());
    }
    let accepted = format!("a period that has begun: at the latest one that begins with {running}");
    Err(ApiError::invalid("/period", "period_not_begun", period.to_string(), accepted))
}

/// The document of a report: frozen, or as it would be frozen now.
///
/// # Errors
/// When the database fails.
pub fn opened(
    conn: &mut Conn<'_>,
    versions: &Versions,
    report: &Report,
    now: DateTime<Utc>,
) -> StoreResult<ReportDocument> {
    if report.state.is_open() {
        let zone = time_zone(conn)?;
        assemble(conn, versions, report, zone, now).map(|assembled| assembled.document)
    } else {
        read_document(report, &find_document(conn, report.id)?)
    }
}

/// The report that is meant by a unit or service and a period: the newest published revision, else the newest one.
///
/// # Errors
/// When the database fails.
pub fn report_of(
    conn: &mut Conn<'_>,
    unit_id: i32,
    service_id: Option<i32>,
    period: Period,
) -> StoreResult<Option<Report>> {
    let filter = ReportFilter { units: Some(vec![unit_id]), period: Some(period), state: None };
    let known = list_reports(conn, &filter, None, i64::MAX)?.into_iter();
    let known = known.filter(|report| report.service.as_ref().map(|(id, _)| *id) == service_id);
    Ok(known.max_by_key(|report| (report.state.is_published(), report.revision)))
}

/// A draft that is kept nowhere, of a subject and period for which nobody has made one; always with the same id.
pub fn draft_of(unit: &Unit, service: Option<(i32, Code)>, period: Period, actor: &str, now: DateTime<Utc>) -> Report {
    let name = format!("{}/{}/{period}", unit.code, service.as_ref().map_or("", |(_, code)| code.as_str()));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Sha256::digest(name)[..16]);
    Report {
        id: uuid::Builder::from_custom_bytes(bytes).into_uuid(),
        code: LinkCode::from_random([0; 5]),
        unit: (unit.id, unit.code.clone(), unit.name.clone()),
        service,
        period,
        revision: 1,
        state: ReportState::Draft,
        edits: ReportEdits::default(),
        document_hash: None,
        stored_count: None,
        superseded_by: None,
        row_version: 0,
        created: Stamp { by: actor.to_owned(), at: now },
        submitted: None,
        published: None,
        signed: None,
        figures: None,
    }
}

/// A frozen document as data.
///
/// # Errors
/// [`StoreError::Damaged`] when it cannot be read.
pub fn read_document(report: &Report, json: &str) -> StoreResult<ReportDocument> {
    serde_json::from_str(json)
        .map_err(|error| StoreError::Damaged(format!("document of report {}: {error}", report.id)))
}

/// The document of an open report as it is to be frozen.
///
/// # Errors
/// When the database fails, or the document has no canonical form.
pub fn freeze(conn: &mut Conn<'_>, versions: &Versions, report: &Report, now: DateTime<Utc>) -> StoreResult<Frozen> {
    let zone = time_zone(conn)?;
    let Assembled { document, stored_count } = assemble(conn, versions, report, zone, now)?;
    let canonical = document.canonical().map_err(|error| StoreError::Damaged(error.to_string()))?;
    let mut hash = [0; 32];
    hex::decode_to_slice(&canonical.sha256, &mut hash).map_err(|error| StoreError::Damaged(error.to_string()))?;
    let figures = document.figures.indices.into_iter().map(|index| index.summary).collect();
    let is_unit = report.service.is_none() && document.identity.scope == ReportScope::Unit;
    let standing = if is_unit { standing_of(conn, versions, report.unit.0, report.period)? } else { None };
    Ok(Frozen { document: canonical.json, hash, stored_count, figures, standing })
}

/// SHA-256 of bytes.
pub fn hash(bytes: &[u8]) -> Vec<u8> {
    Sha256::digest(bytes).to_vec()
}

/// A kept file as a download.
pub fn download(request: &HttpRequest, file: ReportFile) -> HttpResponse {
    let etag = weak(&file.info.hash);
    if is_known(request, &etag) {
        return HttpResponse::NotModified().insert_header((header::ETAG, etag)).finish();
    }
    HttpResponse::Ok()
        .insert_header((header::ETAG, etag))
        .insert_header((header::CACHE_CONTROL, "private, no-cache"))
        .insert_header((header::CONTENT_TYPE, file.info.content_type))
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}\"", file.info.file_name)))
        .body(file.content)
}
