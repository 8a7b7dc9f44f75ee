//! Official reports: drafts that people edit, and documents that never change again.

mod files;
mod published;
mod signature;
mod standing;
mod state;
mod write;

pub use files::{NewReportFile, ReportFile, ReportFileInfo, find_file, list_files};
pub use published::{Published, list_published, newest_published};
pub use signature::{ORIGINAL, SIGNED, put_signed_file};
pub use standing::standings_of;
pub use state::{ReportState, Stamp};
pub use write::{create_report, delete_report, edit_report, publish_report, revise_report, submit_report};

use crate::connection::Conn;
use crate::error::{StoreError, StoreResult};
use crate::schema::{reports, services, units};
use crate::time;
use crate::units::stored_code;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use domain::figures::{IndexSummary, UnitStanding};
use domain::preparation::ReportEdits;
use domain::{Code, LinkCode, Month, Period};
use uuid::Uuid;

/// A report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Its id (UUIDv7).
    pub id: Uuid,
    /// The short code of its public page.
    pub code: LinkCode,
    /// The unit: key, code and name.
    pub unit: (i32, Code, String),
    /// The one service it is about: key and code.
    pub service: Option<(i32, Code)>,
    /// The period.
    pub period: Period,
    /// 1 for the first.
    pub revision: i32,
    /// Where it stands.
    pub state: ReportState,
    /// What people wrote in it.
    pub edits: ReportEdits,
    /// SHA-256 of the frozen document.
    pub document_hash: Option<[u8; 32]>,
    /// Responses of its months and services that were stored when it was frozen.
    pub stored_count: Option<i64>,
    /// The published revision that took its place.
    pub superseded_by: Option<Uuid>,
    /// Grows with every change.
    pub row_version: i32,
    /// Who made it.
    pub created: Stamp,
    /// Who froze it.
    pub submitted: Option<Stamp>,
    /// Who published it.
    pub published: Option<Stamp>,
    /// Who put an electronically signed PDF in the place of the published one.
    pub signed: Option<Stamp>,
    /// The printed indices of the frozen document; `None` while it is open.
    pub figures: Option<Vec<IndexSummary>>,
}

/// A report to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReport {
    /// Its id.
    pub id: Uuid,
    /// The unit.
    pub unit_id: i32,
    /// The one service it is about.
    pub service_id: Option<i32>,
    /// The period.
    pub period: Period,
    /// What is written in it from the start.
    pub edits: ReportEdits,
}

/// A document at the moment it is frozen.
#[derive(Clone, Debug, PartialEq)]
pub struct Frozen {
    /// Canonical JSON.
    pub document: String,
    /// Its SHA-256.
    pub hash: [u8; 32],
    /// Responses of its months and services that were stored when it was computed.
    pub stored_count: i64,
    /// The printed indices in it.
    pub figures: Vec<IndexSummary>,
    /// What it puts into the city's figures: the report of a whole unit.
    pub standing: Option<UnitStanding>,
}

/// Which reports to list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportFilter {
    /// Of these units alone.
    pub units: Option<Vec<i32>>,
    /// Of this period alone.
    pub period: Option<Period>,
    /// In this state alone.
    pub state: Option<ReportState>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = reports)]
struct ReportRow {
    id: Vec<u8>,
    code: String,
    unit_id: i32,
    service_id: Option<i32>,
    from_month: i32,
    to_month: i32,
    revision: i32,
    state: String,
    edits: String,
    document_hash: Option<Vec<u8>>,
    stored_count: Option<i64>,
    superseded_by: Option<Vec<u8>>,
    row_version: i32,
    created_by: String,
    created_at: NaiveDateTime,
    submitted_by: Option<String>,
    submitted_at: Option<NaiveDateTime>,
    published_by: Option<String>,
    published_at: Option<NaiveDateTime>,
    figures: Option<String>,
    signed_by: Option<String>,
    signed_at: Option<NaiveDateTime>,
}

fn damaged(what: &str) -> StoreError {
    StoreError::Damaged(format!("{what} of a report"))
}

fn figures_of(text: &str) -> StoreResult<Vec<IndexSummary>> {
    serde_json::from_str(text).map_err(|error| damaged(&format!("figures ({error})")))
}

fn stamp(by: Option<String>, at: Option<NaiveDateTime>) -> Option<Stamp> {
    by.zip(at).map(|(by, at)| Stamp { by, at: time::read(at) })
}

type Joined = (ReportRow, String, String, Option<String>);

fn report_of((row, unit, unit_name, service): Joined) -> StoreResult<Report> {
    let uuid = |bytes: &[u8]| Uuid::from_slice(bytes).map_err(|_| damaged("id"));
    let hash = row.document_hash.map(|hash| hash.try_into().map_err(|_| damaged("hash"))).transpose()?;
    let period = Period::new(Month::from_number(row.from_month), Month::from_number(row.to_month));
    Ok(Report {
        id: uuid(&row.id)?,
        code: LinkCode::parse(&row.code).map_err(|_| damaged("code"))?,
        unit: (row.unit_id, stored_code(unit)?, unit_name),
        service: row.service_id.zip(service.map(stored_code).transpose()?),
        period: period.map_err(|_| damaged("period"))?,
        revision: row.revision,
        state: ReportState::from_code(&row.state).ok_or_else(|| damaged("state"))?,
        edits: serde_json::from_str(&row.edits).map_err(|error| damaged(&format!("text ({error})")))?,
        document_hash: hash,
        stored_count: row.stored_count,
        superseded_by: row.superseded_by.as_deref().map(uuid).transpose()?,
        row_version: row.row_version,
        created: Stamp { by: row.created_by, at: time::read(row.created_at) },
        submitted: stamp(row.submitted_by, row.submitted_at),
        published: stamp(row.published_by, row.published_at),
        signed: stamp(row.signed_by, row.signed_at),
        figures: row.figures.as_deref().map(figures_of).transpose()?,
    })
}

/// Reports with the codes and names of what they are about.
macro_rules! select_reports {
    () => {
        reports::table.inner_join(units::table).left_join(services::table).select((
            ReportRow::as_select(),
            units::code,
            units::name,
            services::code.nullable(),
        ))
    };
}
use select_reports;

/// Reports, the newest first, before an id when given.
///
/// # Errors
/// When the database fails.
pub fn list_reports(
    conn: &mut Conn<'_>,
    filter: &ReportFilter,
    before: Option<Uuid>,
    limit: i64,
) -> StoreResult<Vec<Report>> {
    let mut query = select_reports!().order(reports::id.desc()).limit(limit).into_boxed();
    if let Some(units) = &filter.units {
        query = query.filter(reports::unit_id.eq_any(units));
    }
    if let Some(period) = filter.period {
        query = query
            .filter(reports::from_month.eq(period.first().number()))
            .filter(reports::to_month.eq(period.last().number()));
    }
    if let Some(state) = filter.state {
        query = query.filter(reports::state.eq(state.code()));
    }
    if let Some(before) = before {
        query = query.filter(reports::id.lt(before.as_bytes().to_vec()));
    }
    let rows: Vec<Joined> = query.load(conn.0)?;
    rows.into_iter().map(report_of).collect()
}

/// One report.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn find_report(conn: &mut Conn<'_>, id: Uuid) -> StoreResult<Report> {
    let row = select_reports!().filter(reports::id.eq(id.as_bytes().as_slice())).first(conn.0);
    report_of(row.map_err(StoreError::missing("report"))?)
}

/// The report of a public page, once it was published.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn find_published(conn: &mut Conn<'_>, code: LinkCode) -> StoreResult<Report> {
    let row = select_reports!()
        .filter(reports::code.eq(code.as_str()))
        .filter(reports::state.eq(ReportState::Published.code()))
        .first(conn.0);
    report_of(row.map_err(StoreError::missing("report"))?)
}

/// The submitted report of a unit, or of one of its services, that covers a month: what arrives for it now comes after it. None
/// while a revision of it is open.
///
/// # Errors
/// When the database fails.
pub fn submitted_over(conn: &mut Conn<'_>, unit_id: i32, service_id: i32, month: Month) -> StoreResult<Option<Report>> {
    let concerns = |report: &Report| report.service.as_ref().is_none_or(|(service, _)| *service == service_id);
    let newest = newest_over(conn, unit_id, month)?;
    Ok(newest.into_iter().find(|report| concerns(report) && !report.state.is_open()))
}

/// The newest document of each report of a unit and its services that covers a month.
fn newest_over(conn: &mut Conn<'_>, unit_id: i32, month: Month) -> StoreResult<Vec<Report>> {
    let rows: Vec<Joined> = select_reports!()
        .filter(reports::unit_id.eq(unit_id))
        .filter(reports::from_month.le(month.number()))
        .filter(reports::to_month.ge(month.number()))
        .order((reports::from_month, reports::to_month, reports::service_id, reports::revision.desc()))
        .load(conn.0)?;
    let mut newest: Vec<Report> = Vec::new();
    for report in rows.into_iter().map(report_of) {
        let report = report?;
        let same = |known: &Report| known.period == report.period && known.service == report.service;
        if !newest.last().is_some_and(same) {
            newest.push(report);
        }
    }
    Ok(newest)
}

/// The frozen document of a report: canonical JSON.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such report, or it was never frozen.
pub fn find_document(conn: &mut Conn<'_>, id: Uuid) -> StoreResult<String> {
    let document: Option<String> = reports::table
        .find(id.as_bytes().as_slice())
        .select(reports::document)
        .first(conn.0)
        .map_err(StoreError::missing("report"))?;
    document.ok_or(StoreError::NotFound("frozen document"))
}

/// The newest frozen report of a unit or service that ends before a month: its plan is the last one.
///
/// # Errors
/// When the database fails.
pub fn last_frozen_before(
    conn: &mut Conn<'_>,
    unit_id: i32,
    service_id: Option<i32>,
    month: Month,
) -> StoreResult<Option<(Report, String)>> {
    let rows: Vec<Joined> = select_reports!()
        .filter(reports::unit_id.eq(unit_id))
        .filter(reports::to_month.lt(month.number()))
        .filter(reports::document.is_not_null())
        .order((reports::to_month.desc(), reports::from_month, reports::revision.desc()))
        .load(conn.0)?;
    let mut found = rows.into_iter().filter(|row| row.0.service_id == service_id);
    let Some(report) = found.next().map(report_of).transpose()? else { return Ok(None) };
    let document = find_document(conn, report.id)?;
    Ok(Some((report, document)))
}
