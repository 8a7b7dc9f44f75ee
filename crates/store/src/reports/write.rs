//! Making, editing, freezing and publishing reports.

use super::{
    Frozen, Joined, NewReport, NewReportFile, Report, ReportRow, ReportState, files, find_report, select_reports,
};
use crate::connection::{AnyConnection, WriteConn, on_each};
use crate::error::{StoreError, StoreResult};
use crate::schema::{reports, services, units};
use crate::time;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use domain::preparation::ReportEdits;
use serde::Serialize;
use uuid::Uuid;

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
            reports::edits.eq(json_of(&new.edits)?),
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

fn json_of(value: &impl Serialize) -> StoreResult<String> {
    serde_json::to_string(value).map_err(|error| StoreError::Damaged(error.to_string()))
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
pub(super) fn lock(conn: &mut WriteConn<'_>, id: Uuid) -> StoreResult<()> {
    if let AnyConnection::Postgres(conn) = conn.raw() {
        let row = reports::table.find(id.as_bytes().as_slice()).select(reports::row_version).for_update();
        row.load::<i32>(conn)?;
    }
    Ok(())
}

/// Locks every revision of a unit's reports of a period, in the order of ids: of two replicas that publish two of them at
/// once, the second sees what the first has published.
fn lock_revisions(conn: &mut WriteConn<'_>, report: &Report) -> StoreResult<()> {
    if let AnyConnection::Postgres(conn) = conn.raw() {
        let revisions = reports::table
            .filter(reports::unit_id.eq(report.unit.0))
            .filter(reports::from_month.eq(report.period.first().number()))
            .filter(reports::to_month.eq(report.period.last().number()))
            .order(reports::id)
            .select(reports::row_version);
        revisions.for_update().load::<i32>(conn)?;
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
        .set((reports::edits.eq(json_of(edits)?), reports::row_version.eq(seen + 1)))
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
        reports::figures.eq(json_of(&frozen.figures)?),
        reports::standing.eq(frozen.standing.as_ref().map(json_of).transpose()?),
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
    let subject = find_report(conn, id)?;
    lock_revisions(conn, &subject)?;
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
