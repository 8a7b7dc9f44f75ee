//! Work that takes a core for long and much memory: off the threads that answer requests, and little of it at once.

use crate::error::{ApiError, ErrorCode};
use tokio::sync::Semaphore;

/// So much at once: each may take hundreds of megabytes, and a core until it is done.
const AT_ONCE: usize = 2;
/// So many may wait; who comes later is told to come again.
const MOST_WAITING: usize = 64;

/// The gate of heavy work.
#[derive(Debug)]
pub struct HeavyWork {
    queue: Semaphore,
    running: Semaphore,
}

impl Default for HeavyWork {
    fn default() -> Self {
        Self { queue: Semaphore::new(AT_ONCE + MOST_WAITING), running: Semaphore::new(AT_ONCE) }
    }
}

impl HeavyWork {
    /// Does the work on a thread that may block, when its turn has come.
    ///
    /// # Errors
    /// 503 when too much waits already; 500 when the work panicked.
    pub async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, ApiError> {
        let busy = || ApiError::new(ErrorCode::Busy, "too much heavy work waits already").retry_after(5);
        let _place = self.queue.try_acquire().map_err(|_| busy())?;
        let _turn = self.running.acquire().await.map_err(|_| busy())?;
        let span = tracing::Span::current();
        tokio::task::spawn_blocking(move || span.in_scope(work)).await.map_err(|error| {
            tracing::error!(error = %error, "heavy work ended early");
            ApiError::new(ErrorCode::Internal, "the work could not be done")
        })
    }
}
