//! Copies SQLite's write-ahead log into the database beside the writer, so that no group waits for it.
//!
//! The checkpoints are passive: they never block anybody. But under a load that never pauses the log cannot start afresh by
//! them, as something was always written meanwhile. So, where the log is long, the writer is asked to make one more between two
//! groups: it finds little to copy, and the log starts afresh.

use crate::connection::{Access, AnyConnection, Target};
use crate::error::OpenError;
use diesel::prelude::*;
use diesel::sql_types::Integer;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

const EVERY: Duration = Duration::from_millis(250);

/// Pages in a log that is long: 8 MB.
const LONG: i32 = 4000;

/// Whether the writer is asked for a checkpoint.
pub(crate) type Asked = Arc<AtomicBool>;

/// Keeps the checkpoints going; they end with it.
pub(crate) struct Checkpoints(#[expect(dead_code, reason = "its end is the signal to stop")] Sender<()>);

impl Checkpoints {
    /// Starts them for SQLite; PostgreSQL has its own.
    pub(crate) fn start(target: &Target, writer: Asked) -> Result<Option<Self>, OpenError> {
        let AnyConnection::Sqlite(mut conn) = target.establish_for(Access::Write)? else { return Ok(None) };
        let (sender, stop) = channel();
        let work = move || {
            while stop.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
                // The second finds what was written during the first, so that the writer finds next to nothing.
                match copy(&mut conn).and_then(|_| copy(&mut conn)) {
                    Ok(pages) if pages > LONG => writer.store(true, Ordering::Relaxed),
                    Ok(_) => {}
                    Err(error) => tracing::warn!(error = %error, "a checkpoint failed; the writer makes the next one"),
                }
            }
        };
        std::thread::Builder::new()
            .name("checkpoints".to_owned())
            .spawn(work)
            .map_err(|error| OpenError::Pool(error.to_string()))?;
        Ok(Some(Self(sender)))
    }
}

#[derive(QueryableByName)]
struct Checkpoint {
    #[diesel(sql_type = Integer)]
    log: i32,
}

/// Copies what can be without waiting for anybody; answers the pages in the log.
pub(crate) fn copy(conn: &mut SqliteConnection) -> QueryResult<i32> {
    let done: Checkpoint = diesel::sql_query("PRAGMA wal_checkpoint(PASSIVE)").get_result(conn)?;
    Ok(done.log)
}
