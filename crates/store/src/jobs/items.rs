//! The items of a job, and the files that came of them.

use super::{JobState, find_job, renew};
use crate::connection::{Conn, WriteConn};
use crate::error::{StoreError, StoreResult};
use crate::schema::{job_items, jobs};
use crate::time;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use uuid::Uuid;

const WAITING: i16 = 0;
const DONE: i16 = 1;
const FAILED: i16 = 2;

/// One item, without its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobItem {
    /// Its place in the job.
    pub position: i32,
    /// What it is about; the words of who made the job (JSON).
    pub subject: String,
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
}

pub(super) fn insert(conn: &mut WriteConn<'_>, job: &[u8], position: i32, subject: &str) -> StoreResult<()> {
    diesel::insert_into(job_items::table)
        .values((
            job_items::job_id.eq(job),
            job_items::position.eq(position),
            job_items::subject.eq(subject),
            job_items::state.eq(WAITING),
        ))
        .execute(conn.raw())?;
    Ok(())
}

type Row = (i32, String, Option<String>, Option<String>);

fn item_of((position, subject, file_name, message): Row) -> JobItem {
    JobItem { position, subject, file_name, message }
}

macro_rules! select_items {
    ($job:expr) => {
        job_items::table
            .filter(job_items::job_id.eq($job.as_bytes().as_slice()))
            .select((job_items::position, job_items::subject, job_items::file_name, job_items::message))
            .order(job_items::position)
    };
}

/// The items of a job, in their order.
///
/// # Errors
/// When the database fails.
pub fn list_items(conn: &mut Conn<'_>, job: Uuid) -> StoreResult<Vec<JobItem>> {
    let rows: Vec<Row> = select_items!(job).load(conn.0)?;
    Ok(rows.into_iter().map(item_of).collect())
}

/// The first item that nobody has tried yet.
///
/// # Errors
/// When the database fails.
pub fn next_item(conn: &mut Conn<'_>, job: Uuid) -> StoreResult<Option<JobItem>> {
    let row: Option<Row> = select_items!(job).filter(job_items::state.eq(WAITING)).first(conn.0).optional()?;
    Ok(row.map(item_of))
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
        ItemResult::File { name, content } => (DONE, Some(name), Some(content), None),
        ItemResult::Failed(message) => (FAILED, None, None, Some(message)),
    };
    let waiting = job_items::table.find((job.as_bytes().as_slice(), position)).filter(job_items::state.eq(WAITING));
    let changed = diesel::update(waiting)
        .set((
            job_items::state.eq(state),
            job_items::file_name.eq(name),
            job_items::content.eq(content),
            job_items::message.eq(message),
        ))
        .execute(conn.raw())?;
    if changed == 1 {
        let (done, failed) = if state == DONE { (1, 0) } else { (0, 1) };
        diesel::update(jobs::table.find(job.as_bytes().as_slice()))
            .set((jobs::done.eq(jobs::done + done), jobs::failed.eq(jobs::failed + failed)))
            .execute(conn.raw())?;
    }
    let job = find_job(conn, job)?;
    if job.done + job.failed >= job.total {
        diesel::update(jobs::table.find(job.id.as_bytes().as_slice()))
            .set((jobs::state.eq(JobState::Done.code()), jobs::finished_at.eq(time::stored(now))))
            .execute(conn.raw())?;
    }
    Ok(true)
}
