//! Work that takes a core for long and much memory: off the threads that answer requests, and little of it at once.

use crate::error::{ApiError, ErrorCode};
use domain::ReportDocument;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// So much at once: each may take hundreds of megabytes, and a core until it is done.
pub(crate) const AT_ONCE: u32 = 2;
/// So many may wait; who comes later is told to come again.
const MOST_WAITING: u32 = 64;

/// How much of what is done at once a work takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turns(u32);

impl Turns {
    /// One of them.
    pub const ONE: Self = Self(1);
    const ALL: Self = Self(AT_ONCE);

    /// Of a report with all its pages: one with a long sheet has nothing heavy beside it.
    pub fn of_pages(document: &ReportDocument) -> Self {
        if document.is_long() { Self::ALL } else { Self::ONE }
    }
}

/// The gate of heavy work.
#[derive(Debug)]
pub struct HeavyWork {
    queue: Arc<Semaphore>,
    running: Arc<Semaphore>,
}

impl Default for HeavyWork {
    fn default() -> Self {
        let gate = |width: u32| Arc::new(Semaphore::new(width as usize));
        Self { queue: gate(AT_ONCE + MOST_WAITING), running: gate(AT_ONCE) }
    }
}

impl HeavyWork {
    /// Does the work on a thread that may block, when its turn has come. Its place is free again when the work is done: a
    /// client that hangs up meanwhile makes no room.
    ///
    /// # Errors
    /// 503 when too much waits already; 500 when the work panicked.
    pub async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, ApiError> {
        self.take(Turns::ONE, work).await
    }

    /// The same, with so many of the turns.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub async fn take<T: Send + 'static>(
        &self,
        turns: Turns,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, ApiError> {
        let busy = || ApiError::new(ErrorCode::Busy, "too much heavy work waits already").retry_after(5);
        let place = Arc::clone(&self.queue).try_acquire_owned().map_err(|_| busy())?;
        let turn = Arc::clone(&self.running).acquire_many_owned(turns.0).await.map_err(|_| busy())?;
        let span = tracing::Span::current();
        let working = tokio::task::spawn_blocking(move || {
            let _held = (place, turn);
            span.in_scope(work)
        });
        working.await.map_err(|error| {
            tracing::error!(error = %error, "heavy work ended early");
            ApiError::new(ErrorCode::Internal, "the work could not be done")
        })
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{AT_ONCE, HeavyWork, Turns};
    use std::future::{Future, poll_fn};
    use std::pin::pin;
    use std::sync::{Arc, Barrier};
    use std::task::Poll;

    /// Starts the work and waits for it no longer, as when a client hangs up.
    pub(crate) async fn hang_up(work: impl Future) {
        let mut work = pin!(work);
        poll_fn(|context| {
            assert!(work.as_mut().poll(context).is_pending());
            Poll::Ready(())
        })
        .await;
    }

    #[test]
    fn a_client_that_hangs_up_makes_no_room_while_its_work_goes_on() {
        actix_web::rt::System::new().block_on(async {
            let (heavy, gate) = (HeavyWork::default(), Arc::new(Barrier::new(AT_ONCE as usize + 1)));
            for _ in 0..AT_ONCE {
                let held = Arc::clone(&gate);
                hang_up(heavy.run(move || held.wait())).await;
            }
            assert_eq!(heavy.running.available_permits(), 0);
            gate.wait();
            assert_eq!(heavy.take(Turns::ALL, || 6).await.ok(), Some(6));
            assert_eq!(heavy.run(|| 7).await.ok(), Some(7));
        });
    }
}
