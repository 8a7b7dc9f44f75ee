//! One thread that writes, committing responses in groups.
//!
//! While a transaction is being made durable the next responses gather in the queue; they form the next group. So under
//! load one commit serves hundreds of responses, and a lone response waits for nobody.

use crate::connection::{Access, AnyConnection, Target, WriteConn, write_transaction};
use crate::error::{OpenError, StoreError, StoreResult};
use crate::ingest::{NewResponse, Stored, store_group};
use crate::tally_store::TallyCache;
use diesel::r2d2::R2D2Connection;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};

type Answer<T> = oneshot::Receiver<StoreResult<T>>;
type Work = Box<dyn FnOnce(&mut AnyConnection) + Send>;

struct Submission {
    response: NewResponse,
    answer: oneshot::Sender<StoreResult<Stored>>,
}

enum Job {
    Submit(Box<Submission>),
    Run(Work),
}

/// Sizes of the writer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WriterOptions {
    pub queue: usize,
    pub group: usize,
}

/// The way to the writer thread; it ends when the last clone is gone.
#[derive(Clone)]
pub(crate) struct Writer(mpsc::Sender<Job>);

impl Writer {
    pub(crate) fn start(target: Target, options: WriterOptions) -> Result<Self, OpenError> {
        let (sender, receiver) = mpsc::channel(options.queue.max(1));
        let conn = target.establish_for(Access::Write)?;
        let thread = WriterThread { target, conn, cache: TallyCache::default(), group: options.group.max(1) };
        std::thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || thread.work(receiver))
            .map_err(|error| OpenError::Pool(error.to_string()))?;
        Ok(Self(sender))
    }

    pub(crate) fn submit(&self, response: NewResponse) -> StoreResult<Answer<Stored>> {
        let (answer, waiting) = oneshot::channel();
        self.0.try_send(Job::Submit(Box::new(Submission { response, answer }))).map_err(|_| StoreError::Busy)?;
        Ok(waiting)
    }

    pub(crate) fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut WriteConn<'_>) -> StoreResult<T> + Send + 'static,
    ) -> StoreResult<Answer<T>> {
        let (answer, waiting) = oneshot::channel();
        let span = tracing::Span::current();
        let work: Work = Box::new(move |conn| {
            let done = span.in_scope(|| write_transaction(conn, |conn| work(&mut WriteConn::new(conn))));
            // Nobody waits any more when the client hung up; the work is done all the same.
            let _ = answer.send(done);
        });
        self.0.try_send(Job::Run(work)).map_err(|_| StoreError::Busy)?;
        Ok(waiting)
    }
}

struct WriterThread {
    target: Target,
    conn: AnyConnection,
    cache: TallyCache,
    group: usize,
}

impl WriterThread {
    fn work(mut self, mut queue: mpsc::Receiver<Job>) {
        while let Some(first) = queue.blocking_recv() {
            let mut next = Some(first);
            let mut group = Vec::new();
            while let Some(job) = next.take() {
                match job {
                    Job::Submit(submission) => group.push(*submission),
                    Job::Run(work) => {
                        self.store(std::mem::take(&mut group));
                        self.run(work);
                    }
                }
                if group.len() < self.group {
                    next = queue.try_recv().ok();
                }
            }
            self.store(group);
        }
    }

    fn run(&mut self, work: Work) {
        self.reconnect_if_broken();
        // The work may change tallies on this very connection, which the cache would not notice.
        self.cache.clear();
        if catch_unwind(AssertUnwindSafe(|| work(&mut self.conn))).is_err() {
            tracing::error!("a write panicked; its transaction is rolled back");
            self.reconnect();
        }
    }

    fn store(&mut self, group: Vec<Submission>) {
        if group.is_empty() {
            return;
        }
        self.reconnect_if_broken();
        let (responses, answers): (Vec<NewResponse>, Vec<_>) =
            group.into_iter().map(|submission| (submission.response, submission.answer)).unzip();
        match self.store_together(&responses) {
            Ok(stored) => {
                for (answer, stored) in answers.into_iter().zip(stored) {
                    let _ = answer.send(Ok(stored));
                }
            }
            Err(error) if responses.len() == 1 => {
                for answer in answers {
                    tracing::error!(error = %error, "a response could not be stored");
                    let _ = answer.send(Err(StoreError::Busy));
                }
            }
            Err(error) => {
                // One bad row must not fail its neighbours.
                tracing::warn!(error = %error, responses.count = responses.len(), "a group failed, storing one by one");
                self.reconnect_if_broken();
                for (response, answer) in responses.into_iter().zip(answers) {
                    let stored = self.store_together(std::slice::from_ref(&response));
                    let _ = answer.send(stored.and_then(|stored| stored.into_iter().next().ok_or(StoreError::Busy)));
                }
            }
        }
    }

    fn store_together(&mut self, responses: &[NewResponse]) -> StoreResult<Vec<Stored>> {
        let (conn, cache) = (&mut self.conn, &mut self.cache);
        let stored =
            catch_unwind(AssertUnwindSafe(|| write_transaction(conn, |conn| store_group(conn, responses, cache))));
        match stored {
            Ok(Ok(stored)) => Ok(stored),
            Ok(Err(error)) => {
                self.cache.clear();
                Err(error)
            }
            Err(_) => {
                self.reconnect();
                Err(StoreError::Damaged("storing a group panicked".to_owned()))
            }
        }
    }

    fn reconnect_if_broken(&mut self) {
        if self.conn.is_broken() {
            self.reconnect();
        }
    }

    /// Tries until the database answers; meanwhile the queue fills and clients are told to come back.
    fn reconnect(&mut self) {
        self.cache.clear();
        let mut pause = Duration::from_millis(50);
        loop {
            match self.target.establish_for(Access::Write) {
                Ok(conn) => {
                    self.conn = conn;
                    return;
                }
                Err(error) => {
                    tracing::error!(error = %error, "the writer cannot reach the database");
                    std::thread::sleep(pause);
                    pause = (pause * 2).min(Duration::from_secs(5));
                }
            }
        }
    }
}
