//! Copies SQLite's write-ahead log into the database beside the writer, so that no group waits for it.
//!
//! The checkpoints are passive: they never block anybody. Under a load that never pauses the log cannot start afresh by them
//! alone; then the writer's own checkpoint does, once the log is large, and finds most of the work done.

use crate::connection::{Access, AnyConnection, Target};
use crate::error::OpenError;
use diesel::connection::SimpleConnection;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

const EVERY: Duration = Duration::from_millis(500);

/// Keeps the checkpoints going; they end with it.
pub(crate) struct Checkpoints(#[expect(dead_code, reason = "its end is the signal to stop")] Sender<()>);

impl Checkpoints {
    /// Starts them for SQLite; PostgreSQL has its own.
    pub(crate) fn start(target: &Target) -> Result<Option<Self>, OpenError> {
        let AnyConnection::Sqlite(mut conn) = target.establish_for(Access::Write)? else { return Ok(None) };
        let (sender, stop) = channel();
        let work = move || {
            while stop.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
                if let Err(error) = conn.batch_execute("PRAGMA wal_checkpoint(PASSIVE)") {
                    tracing::warn!(error = %error, "a checkpoint failed; the writer makes the next one");
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
