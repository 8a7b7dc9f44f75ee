//! The items of a job, and the files that came of them.

use super::{JobState, find_job, renew};
use crate::connection::{Conn, WriteConn};
use crate::error::{StoreError, StoreResult};
use crate::schema::{job_items, jobs};
use crate::time;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use uuid::Uuid;

/// So often an item is begun at most.
pub const MOST_ATTEMPTS: i32 = 3;

/// Where an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemState {
    /// It was not begun yet, or is to be tried again.
    Waiting,
    /// It has a file.
    Done,
    /// It could not be done.
    Failed,
    /// There is nothing to do for it.
    Skipped,
}

impl ItemState {
    const ALL: [Self; 4] = [Self::Waiting, Self::Done, Self::Failed, Self::Skipped];

    const fn number(self) -> i16 {
        match self {
            Self::Waiting => 0,
            Self::Done => 1,
            Self::Failed => 2,
            Self::Skipped => 3,
        }
    }
}

const WAITING: i16 = ItemState::Waiting.number();

/// One item, without its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobItem {
    /// Its place in the job.
    pub position: i32,
    /// What it is about; the words of who made the job (JSON).
    pub subject: String,
    /// Where it stands.
    pub state: ItemState,
    /// How often it was begun.
    pub attempts: i32,
    /// What its file is called; none while there is no file.
    pub file_name: Option<String>,
    /// Why there is no file, when it was tried.
    pub message: Option<String>,
}

/// What became of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemResult {
    /// A file.
    File {
        /// What it is called.
        name: String,
        /// The bytes.
        content: Vec<u8>,
    },
    /// It could not be done, for this reason.
    Failed(String),
    /// There is nothing to do for it, for this reason.
    Skipped(String),
}

pub(super) fn insert(conn: &mut WriteConn<'_>, job: &[u8], position: i32, subject: &str) -> StoreResult<()> {
    diesel::insert_into(job_items::table)
        .values((
            job_items::job_id.eq(job),
            job_items::position.eq(position),
            job_items::subject.eq(subject),
            job_items::state.eq(WAITING),
            job_items::attempts.eq(0),
        ))
        .execute(conn.raw())?;
    Ok(())
}

type Row = (i32, String, i16, i32, Option<String>, Option<String>);

fn item_of((position, subject, state, attempts, file_name, message): Row) -> StoreResult<JobItem> {
    let known = ItemState::ALL.into_iter().find(|known| known.number() == state);
    let state = known.ok_or_else(|| StoreError::Damaged(format!("state {state} of a job's item")))?;
    Ok(JobItem { position, subject, state, attempts, file_name, message })
}

macro_rules! select_items {
    ($job:expr) => {
        job_items::table.filter(job_items::job_id.eq($job.as_bytes().as_slice())).select((
            job_items::position,
            job_items::subject,
            job_items::state,
            job_items::attempts,
            job_items::file_name,
            job_items::message,
        ))
    };
}

/// The items of a job, in their order.
///
/// # Errors
/// When the database fails.
pub fn list_items(conn: &mut Conn<'_>, job: Uuid) -> StoreResult<Vec<JobItem>> {
    let rows: Vec<Row> = select_items!(job).order(job_items::position).load(conn.0)?;
    rows.into_iter().map(item_of).collect()
}

/// The item to do next: those that were begun before come last.
///
/// # Errors
/// When the database fails.
pub fn next_item(conn: &mut Conn<'_>, job: Uuid) -> StoreResult<Option<JobItem>> {
    Ok(next_items(conn, job, 1)?.pop())
}

fn next_items(conn: &mut Conn<'_>, job: Uuid, most: i64) -> StoreResult<Vec<JobItem>> {
    let rows: Vec<Row> = select_items!(job)
        .filter(job_items::state.eq(WAITING))
        .order((job_items::attempts, job_items::position))
        .limit(most)
        .load(conn.0)?;
    rows.into_iter().map(item_of).collect()
}

/// Begins the next items, so many at most, and renews the lease; none when nothing is left, or the worker has lost the lease.
/// What was begun before is begun again by itself, so none where the worker is at others of the job (`is_beside`): an item that
/// takes its worker with it takes no others. What was begun often enough fails here.
///
/// # Errors
/// When the database fails.
pub fn begin_items(
    conn: &mut WriteConn<'_>,
    job: Uuid,
    worker: Uuid,
    most: i64,
    is_beside: bool,
    now: DateTime<Utc>,
) -> StoreResult<Vec<JobItem>> {
    if !renew(conn, job, worker, now)? {
        return Ok(Vec::new());
    }
    loop {
        let mut next = next_items(conn, job, most)?;
        let Some(first) = next.first() else { return Ok(next) };
        if is_beside && first.attempts > 0 {
            return Ok(Vec::new());
        }
        if first.attempts >= MOST_ATTEMPTS {
            let reason = format!("it was begun {MOST_ATTEMPTS} times and never ended");
            finish_item(conn, job, worker, first.position, &ItemResult::Failed(reason), now)?;
            continue;
        }
        let fresh = next.iter().take_while(|item| item.attempts == 0).count();
        next.truncate(fresh.max(1));
        for item in &mut next {
            item.attempts += 1;
            diesel::update(job_items::table.find((job.as_bytes().as_slice(), item.position)))
                .set(job_items::attempts.eq(item.attempts))
                .execute(conn.raw())?;
        }
        return Ok(next);
    }
}

/// Leaves an item to be tried again later; it fails with the reason when it was begun often enough. False when the worker
/// has lost the lease.
///
/// # Errors
/// When the database fails.
pub fn retry_item(
    conn: &mut WriteConn<'_>,
    job: Uuid,
    worker: Uuid,
    item: &JobItem,
    reason: &str,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    if item.attempts < MOST_ATTEMPTS {
        return renew(conn, job, worker, now);
    }
    let result = ItemResult::Failed(format!("tried {MOST_ATTEMPTS} times: {reason}"));
    finish_item(conn, job, worker, item.position, &result, now)
}

/// The file of an item.
///
/// # Errors
/// [`StoreError::NotFound`] when it has none.
pub fn find_item_content(conn: &mut Conn<'_>, job: Uuid, position: i32) -> StoreResult<Vec<u8>> {
    let content: Option<Vec<u8>> = job_items::table
        .find((job.as_bytes().as_slice(), position))
        .select(job_items::content)
        .first(conn.0)
        .map_err(StoreError::missing("file"))?;
    content.ok_or(StoreError::NotFound("file"))
}

/// Keeps what became of an item, renews the lease, and ends the job with its last item; false when the worker has lost the
/// lease, and then nothing is kept.
///
/// # Errors
/// When the database fails.
pub fn finish_item(
    conn: &mut WriteConn<'_>,
    job: Uuid,
    worker: Uuid,
    position: i32,
    result: &ItemResult,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    if !renew(conn, job, worker, now)? {
        return Ok(false);
    }
    let (state, name, content, message) = match result {
        ItemResult::File { name, content } => (ItemState::Done, Some(name), Some(content), None),
        ItemResult::Failed(message) => (ItemState::Failed, None, None, Some(message)),
        ItemResult::Skipped(message) => (ItemState::Skipped, None, None, Some(message)),
    };
    let waiting = job_items::table.find((job.as_bytes().as_slice(), position)).filter(job_items::state.eq(WAITING));
    let changed = diesel::update(waiting)
        .set((
            job_items::state.eq(state.number()),
            job_items::file_name.eq(name),
            job_items::content.eq(content),
            job_items::message.eq(message),
        ))
        .execute(conn.raw())?;
    if changed == 1 {
        let one_if = |ended: ItemState| i32::from(state == ended);
        diesel::update(jobs::table.find(job.as_bytes().as_slice()))
            .set((
                jobs::done.eq(jobs::done + one_if(ItemState::Done)),
                jobs::failed.eq(jobs::failed + one_if(ItemState::Failed)),
                jobs::skipped.eq(jobs::skipped + one_if(ItemState::Skipped)),
            ))
            .execute(conn.raw())?;
    }
    let job = find_job(conn, job)?;
    if job.done + job.failed + job.skipped >= job.total {
        diesel::update(jobs::table.find(job.id.as_bytes().as_slice()))
            .set((jobs::state.eq(JobState::Done.code()), jobs::finished_at.eq(time::stored(now))))
            .execute(conn.raw())?;
    }
    Ok(true)
}
