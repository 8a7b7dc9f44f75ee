//! Official reports: drafts that people edit, and documents that never change again.

mod files;

pub use files::{NewReportFile, ReportFile, ReportFileInfo, find_file, list_files};

use crate::connection::{AnyConnection, Conn, WriteConn, on_each};
use crate::error::{StoreError, StoreResult};
use crate::schema::{reports, services, units};
use crate::time;
use crate::units::stored_code;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use domain::preparation::ReportEdits;
use domain::{Code, LinkCode, Month, Period};
use uuid::Uuid;

/// Where a report stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReportState {
    /// Follows the answers and is edited.
    Draft,
    /// Sent back for correction; edited like a draft. Nobody sends back yet.
    Returned,
    /// Frozen.
    Submitted,
    /// Checked by the city. Nobody checks yet.
    Verified,
    /// Open to everybody.
    Published,
}

impl ReportState {
    /// Every state, in the order in which a report goes through them.
    pub const ALL: [Self; 5] = [Self::Draft, Self::Returned, Self::Submitted, Self::Verified, Self::Published];

    /// Its name in JSON and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Returned => "returned",
            Self::Submitted => "submitted",
            Self::Verified => "verified",
            Self::Published => "published",
        }
    }

    /// The state of this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether it follows the answers and may be edited.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Returned)
    }
}

/// Who did something, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Who.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frozen {
    /// Canonical JSON.
    pub document: String,
    /// Its SHA-256.
    pub hash: [u8; 32],
    /// Responses of its months and services that were stored when it was computed.
    pub stored_count: i64,
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
}

fn damaged(what: &str) -> StoreError {
    StoreError::Damaged(format!("{what} of a report"))
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
    })
}

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

/// Makes the first report of a unit or service and a period.
///
/// # Errors
/// [`StoreError::Taken`] when there is one already.
pub fn create_report(
    conn: &mut WriteConn<'_>,
    new: &NewReport,
    actor: &str,
    now: DateTime<Utc>,
) -> StoreResult<Report> {
    insert(conn, new, 1, actor, now)
}

/// Makes the next revision of a frozen report: a draft beside it, with the same words.
///
/// # Errors
/// [`StoreError::Refused`] while the report is open, or when a newer revision exists.
pub fn revise_report(
    conn: &mut WriteConn<'_>,
    id: Uuid,
    new_id: Uuid,
    actor: &str,
    now: DateTime<Utc>,
) -> StoreResult<Report> {
    let report = find_report(conn, id)?;
    if report.state.is_open() {
        return Err(StoreError::Refused("the report is still open: edit it".to_owned()));
    }
    let new = NewReport {
        id: new_id,
        unit_id: report.unit.0,
        service_id: report.service.map(|(id, _)| id),
        period: report.period,
        edits: report.edits,
    };
    insert(conn, &new, report.revision + 1, actor, now).map_err(|error| match error {
        StoreError::Taken(_) => StoreError::Refused("a newer revision of the report exists already".to_owned()),
        other => other,
    })
}

fn insert(
    conn: &mut WriteConn<'_>,
    new: &NewReport,
    revision: i32,
    actor: &str,
    now: DateTime<Utc>,
) -> StoreResult<Report> {
    let id = new.id.as_bytes().as_slice();
    // 40 random bits: a second attempt is already unlikely ever to be needed.
    for _ in 0..5 {
        let code = crate::links::random_code()?;
        let values = (
            reports::id.eq(id),
            reports::code.eq(code.as_str()),
            reports::unit_id.eq(new.unit_id),
            reports::service_id.eq(new.service_id),
            reports::from_month.eq(new.period.first().number()),
            reports::to_month.eq(new.period.last().number()),
            reports::revision.eq(revision),
            reports::state.eq(ReportState::Draft.code()),
            reports::edits.eq(text_of(&new.edits)?),
            reports::row_version.eq(1),
            reports::created_by.eq(actor),
            reports::created_at.eq(time::stored(now)),
        );
        let inserted = on_each!(conn.raw(), c =>
            diesel::insert_into(reports::table).values(values).on_conflict_do_nothing().execute(c))?;
        if inserted == 1 {
            return find_report(conn, new.id);
        }
        let taken = select_reports!()
            .filter(reports::unit_id.eq(new.unit_id))
            .filter(reports::from_month.eq(new.period.first().number()))
            .filter(reports::to_month.eq(new.period.last().number()))
            .filter(reports::revision.eq(revision))
            .load::<Joined>(conn.raw())?;
        if taken.iter().any(|row| row.0.service_id == new.service_id) {
            return Err(StoreError::Taken("report"));
        }
    }
    Err(StoreError::Busy)
}

fn text_of(edits: &ReportEdits) -> StoreResult<String> {
    serde_json::to_string(edits).map_err(|error| StoreError::Damaged(error.to_string()))
}

/// The report, locked until the transaction ends, when it is open and the client has seen its newest version.
fn open_report(conn: &mut WriteConn<'_>, id: Uuid, seen: i32) -> StoreResult<Report> {
    lock(conn, id)?;
    let report = find_report(conn, id)?;
    if !report.state.is_open() {
        let reason = "the report was submitted and never changes again: make a revision";
        return Err(StoreError::Refused(reason.to_owned()));
    }
    if report.row_version == seen { Ok(report) } else { Err(StoreError::Stale("report")) }
}

/// Two replicas that change a report at once come one after the other.
fn lock(conn: &mut WriteConn<'_>, id: Uuid) -> StoreResult<()> {
    if let AnyConnection::Postgres(conn) = conn.raw() {
        let row = reports::table.find(id.as_bytes().as_slice()).select(reports::row_version).for_update();
        row.load::<i32>(conn)?;
    }
    Ok(())
}

/// Changes what people wrote in an open report.
///
/// # Errors
/// [`StoreError::Stale`] when it changed meanwhile; [`StoreError::Refused`] when it was submitted.
pub fn edit_report(conn: &mut WriteConn<'_>, id: Uuid, seen: i32, edits: &ReportEdits) -> StoreResult<Report> {
    crate::offices::refuse_defects(edits.check())?;
    open_report(conn, id, seen)?;
    diesel::update(reports::table.find(id.as_bytes().as_slice()))
        .set((reports::edits.eq(text_of(edits)?), reports::row_version.eq(seen + 1)))
        .execute(conn.raw())?;
    find_report(conn, id)
}

/// Freezes an open report.
///
/// # Errors
/// As [`edit_report`].
pub fn submit_report(
    conn: &mut WriteConn<'_>,
    id: Uuid,
    seen: i32,
    frozen: &Frozen,
    actor: &str,
    now: DateTime<Utc>,
) -> StoreResult<Report> {
    open_report(conn, id, seen)?;
    let values = (
        reports::state.eq(ReportState::Submitted.code()),
        reports::document.eq(&frozen.document),
        reports::document_hash.eq(frozen.hash.as_slice()),
        reports::stored_count.eq(frozen.stored_count),
        reports::row_version.eq(seen + 1),
        reports::submitted_by.eq(actor),
        reports::submitted_at.eq(time::stored(now)),
    );
    diesel::update(reports::table.find(id.as_bytes().as_slice())).set(values).execute(conn.raw())?;
    find_report(conn, id)
}

/// Publishes a frozen report with its files; it takes the place of the revisions published before.
///
/// # Errors
/// [`StoreError::Stale`] when it changed meanwhile; [`StoreError::Refused`] when it is open or was published, or a newer
/// revision was.
pub fn publish_report(
    conn: &mut WriteConn<'_>,
    id: Uuid,
    seen: i32,
    new_files: &[NewReportFile],
    actor: &str,
    now: DateTime<Utc>,
) -> StoreResult<Report> {
    lock(conn, id)?;
    let report = find_report(conn, id)?;
    let refused = |reason: &str| Err(StoreError::Refused(reason.to_owned()));
    match report.state {
        ReportState::Draft | ReportState::Returned => return refused("the report is still open: submit it first"),
        ReportState::Published => return refused("the report was published before"),
        ReportState::Submitted | ReportState::Verified => (),
    }
    if report.row_version != seen {
        return Err(StoreError::Stale("report"));
    }
    let service_id = report.service.as_ref().map(|(id, _)| *id);
    let siblings = select_reports!()
        .filter(reports::unit_id.eq(report.unit.0))
        .filter(reports::from_month.eq(report.period.first().number()))
        .filter(reports::to_month.eq(report.period.last().number()))
        .filter(reports::state.eq(ReportState::Published.code()))
        .load::<Joined>(conn.raw())?;
    let siblings: Vec<ReportRow> =
        siblings.into_iter().map(|row| row.0).filter(|row| row.service_id == service_id).collect();
    if siblings.iter().any(|row| row.revision > report.revision) {
        return refused("a newer revision was published: publish that one");
    }
    for older in siblings.iter().filter(|row| row.superseded_by.is_none()) {
        diesel::update(reports::table.find(&older.id))
            .set((reports::superseded_by.eq(id.as_bytes().as_slice()), reports::row_version.eq(older.row_version + 1)))
            .execute(conn.raw())?;
    }
    files::insert(conn, id, new_files)?;
    let values = (
        reports::state.eq(ReportState::Published.code()),
        reports::row_version.eq(seen + 1),
        reports::published_by.eq(actor),
        reports::published_at.eq(time::stored(now)),
    );
    diesel::update(reports::table.find(id.as_bytes().as_slice())).set(values).execute(conn.raw())?;
    find_report(conn, id)
}

/// Deletes an open report: nothing of it was ever an official document.
///
/// # Errors
/// As [`edit_report`].
pub fn delete_report(conn: &mut WriteConn<'_>, id: Uuid, seen: i32) -> StoreResult<()> {
    open_report(conn, id, seen)?;
    diesel::delete(reports::table.find(id.as_bytes().as_slice())).execute(conn.raw())?;
    Ok(())
}
