//! Work in the background: rows with a lease, so that several replicas share it and none of it is lost when one dies.
//!
//! A job has items. Whoever holds its lease works on one item after another and renews the lease with each; when the lease
//! runs out, another goes on with the items that are left. An item is begun [`MOST_ATTEMPTS`] times at most, whatever ends it.

mod items;

pub use items::{
    ItemResult, ItemState, JobItem, MOST_ATTEMPTS, begin_items, find_item_content, finish_item, list_items, next_item,
    retry_item,
};

use crate::connection::{AnyConnection, Conn, WriteConn};
use crate::error::{StoreError, StoreResult};
use crate::schema::{job_items, jobs, units};
use crate::time;
use crate::units::stored_code;
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use diesel::prelude::*;
use domain::Code;
use uuid::Uuid;

/// How long a lease holds without being renewed: longer than any item takes.
pub const LEASE: TimeDelta = TimeDelta::minutes(2);
/// How long the files of a finished job are kept.
pub const KEPT: TimeDelta = TimeDelta::days(7);

/// Where a job stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobState {
    /// Nobody works on it yet.
    Waiting,
    /// Somebody holds its lease, or held it until it ran out.
    Running,
    /// Every item was tried.
    Done,
    /// Somebody called it off.
    Cancelled,
}

impl JobState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Running, Self::Done, Self::Cancelled];

    /// Its name in JSON and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
        }
    }
}

/// A job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Its id (UUIDv7).
    pub id: Uuid,
    /// The unit at the top of those it is about: who answers for it may see and end the job.
    pub unit: Code,
    /// What is to be done; the caller's words (JSON).
    pub parameters: String,
    /// Where it stands.
    pub state: JobState,
    /// Items.
    pub total: i32,
    /// Items that are done.
    pub done: i32,
    /// Items that could not be done.
    pub failed: i32,
    /// Items that were left out, as there is nothing to do for them.
    pub skipped: i32,
    /// Who wanted it.
    pub created_by: String,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When it ended.
    pub finished_at: Option<DateTime<Utc>>,
}

/// A job to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewJob {
    /// Its id.
    pub id: Uuid,
    /// The unit at the top of those it is about.
    pub unit_id: i32,
    /// What is to be done; the caller's words (JSON).
    pub parameters: String,
    /// What each item is about; the caller's words (JSON).
    pub items: Vec<String>,
    /// Who wants it.
    pub created_by: String,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = jobs)]
struct JobRow {
    id: Vec<u8>,
    parameters: String,
    state: String,
    total: i32,
    done: i32,
    failed: i32,
    skipped: i32,
    created_by: String,
    created_at: NaiveDateTime,
    finished_at: Option<NaiveDateTime>,
}

macro_rules! select_jobs {
    () => {
        jobs::table.inner_join(units::table).select((JobRow::as_select(), units::code))
    };
}

fn job_of((row, unit): (JobRow, String)) -> StoreResult<Job> {
    let damaged = |what: &str| StoreError::Damaged(format!("{what} of a job"));
    Ok(Job {
        id: Uuid::from_slice(&row.id).map_err(|_| damaged("id"))?,
        unit: stored_code(unit)?,
        parameters: row.parameters,
        state: JobState::ALL.into_iter().find(|state| state.code() == row.state).ok_or_else(|| damaged("state"))?,
        total: row.total,
        done: row.done,
        failed: row.failed,
        skipped: row.skipped,
        created_by: row.created_by,
        created_at: time::read(row.created_at),
        finished_at: row.finished_at.map(time::read),
    })
}

/// One job.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn find_job(conn: &mut Conn<'_>, id: Uuid) -> StoreResult<Job> {
    let row = select_jobs!().filter(jobs::id.eq(id.as_bytes().as_slice())).first(conn.0);
    job_of(row.map_err(StoreError::missing("job"))?)
}

/// The jobs about some units, or all, the newest first, before an id when given.
///
/// # Errors
/// When the database fails.
pub fn list_jobs(
    conn: &mut Conn<'_>,
    unit_ids: Option<&[i32]>,
    before: Option<Uuid>,
    limit: i64,
) -> StoreResult<Vec<Job>> {
    let mut query = select_jobs!().order(jobs::id.desc()).limit(limit).into_boxed();
    if let Some(unit_ids) = unit_ids {
        query = query.filter(jobs::unit_id.eq_any(unit_ids.iter().copied().map(Some)));
    }
    if let Some(before) = before {
        query = query.filter(jobs::id.lt(before.as_bytes().to_vec()));
    }
    let rows: Vec<(JobRow, String)> = query.load(conn.0)?;
    rows.into_iter().map(job_of).collect()
}

/// Makes a job.
///
/// # Errors
/// [`StoreError::Refused`] for a job without items.
pub fn create_job(conn: &mut WriteConn<'_>, new: &NewJob, now: DateTime<Utc>) -> StoreResult<Job> {
    let id = new.id.as_bytes().as_slice();
    let total = i32::try_from(new.items.len()).unwrap_or(i32::MAX);
    if total == 0 {
        return Err(StoreError::Refused("there is nothing to do".to_owned()));
    }
    diesel::insert_into(jobs::table)
        .values((
            jobs::id.eq(id),
            jobs::unit_id.eq(new.unit_id),
            jobs::parameters.eq(&new.parameters),
            jobs::state.eq(JobState::Waiting.code()),
            jobs::total.eq(total),
            jobs::done.eq(0),
            jobs::failed.eq(0),
            jobs::skipped.eq(0),
            jobs::created_by.eq(&new.created_by),
            jobs::created_at.eq(time::stored(now)),
        ))
        .execute(conn.raw())?;
    for (position, subject) in (0..total).zip(&new.items) {
        items::insert(conn, id, position, subject)?;
    }
    find_job(conn, new.id)
}

/// Whether a job waits that nobody works on.
///
/// # Errors
/// When the database fails.
pub fn is_work_waiting(conn: &mut Conn<'_>, now: DateTime<Utc>) -> StoreResult<bool> {
    let free = jobs::state
        .eq(JobState::Waiting.code())
        .or(jobs::state.eq(JobState::Running.code()).and(jobs::lease_until.lt(time::stored(now))));
    let waiting: i64 = jobs::table.filter(jobs::finished_at.is_null()).filter(free).count().get_result(conn.0)?;
    Ok(waiting > 0)
}

/// Takes the oldest job that nobody works on, for a lease; none when all have somebody.
///
/// # Errors
/// When the database fails.
pub fn claim_job(conn: &mut WriteConn<'_>, worker: Uuid, now: DateTime<Utc>) -> StoreResult<Option<Job>> {
    let free = jobs::state
        .eq(JobState::Waiting.code())
        .or(jobs::state.eq(JobState::Running.code()).and(jobs::lease_until.lt(time::stored(now))));
    // Of two replicas that claim at once, one waits for the other and then finds the job taken.
    let found: Option<Vec<u8>> = match conn.raw() {
        AnyConnection::Sqlite(conn) => {
            jobs::table.filter(free).select(jobs::id).order(jobs::id).first(conn).optional()?
        }
        AnyConnection::Postgres(conn) => jobs::table
            .filter(free)
            .select(jobs::id)
            .order(jobs::id)
            .for_update()
            .skip_locked()
            .first(conn)
            .optional()?,
    };
    let Some(id) = found else { return Ok(None) };
    diesel::update(jobs::table.find(&id))
        .set((
            jobs::state.eq(JobState::Running.code()),
            jobs::worker.eq(worker.as_bytes().as_slice()),
            jobs::lease_until.eq(time::stored(now + LEASE)),
        ))
        .execute(conn.raw())?;
    job_of(select_jobs!().filter(jobs::id.eq(&id)).first(conn.raw())?).map(Some)
}

/// Renews the lease; false when the job was called off or another worker has it.
pub(crate) fn renew(conn: &mut WriteConn<'_>, id: Uuid, worker: Uuid, now: DateTime<Utc>) -> StoreResult<bool> {
    let held = jobs::table
        .find(id.as_bytes().as_slice())
        .filter(jobs::state.eq(JobState::Running.code()))
        .filter(jobs::worker.eq(worker.as_bytes().as_slice()));
    let values = jobs::lease_until.eq(time::stored(now + LEASE));
    Ok(diesel::update(held).set(values).execute(conn.raw())? == 1)
}

/// Calls a job off; what is done stays until it is purged. One that ended stays as it is.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such job.
pub fn cancel_job(conn: &mut WriteConn<'_>, id: Uuid, now: DateTime<Utc>) -> StoreResult<Job> {
    find_job(conn, id)?;
    let going = jobs::table.find(id.as_bytes().as_slice()).filter(jobs::finished_at.is_null());
    diesel::update(going)
        .set((jobs::state.eq(JobState::Cancelled.code()), jobs::finished_at.eq(time::stored(now))))
        .execute(conn.raw())?;
    find_job(conn, id)
}

/// Deletes jobs that ended long ago, with their files.
///
/// # Errors
/// When the database fails.
pub fn purge_jobs(conn: &mut WriteConn<'_>, now: DateTime<Utc>) -> StoreResult<usize> {
    let old = jobs::table.filter(jobs::finished_at.lt(time::stored(now - KEPT))).select(jobs::id);
    let ids: Vec<Vec<u8>> = old.load(conn.raw())?;
    diesel::delete(job_items::table.filter(job_items::job_id.eq_any(&ids))).execute(conn.raw())?;
    Ok(diesel::delete(jobs::table.filter(jobs::id.eq_any(&ids))).execute(conn.raw())?)
}
