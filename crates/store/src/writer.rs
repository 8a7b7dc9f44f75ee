//! Threads that write, committing responses in groups.
//!
//! While a transaction is being made durable the next responses gather in the queue; they form the next group. So under
//! load one commit serves hundreds of responses, and a lone response waits for nobody.
//!
//! SQLite has one writer. On PostgreSQL there are several lanes, each with the responses of its own units, so that one
//! prepares a group while the database works on another's; everything else that is written goes through the first lane,
//! while no group is on its way.

use crate::checkpoint::{self, Asked};
use crate::connection::{Access, AnyConnection, Target, WriteConn, write_transaction};
use crate::error::{OpenError, StoreError, StoreResult};
use crate::ingest::foreseen::{Foresight, store_as_foreseen};
use crate::ingest::postgres::AT_ONCE;
use crate::ingest::{NewResponse, Stored, store_group};
use crate::tally_store::TallyCache;
use diesel::r2d2::R2D2Connection;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError, RwLock};
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

/// Lanes on PostgreSQL.
const LANES: usize = 2;

/// The way to the writer threads; they end when the last clone is gone.
#[derive(Clone)]
pub(crate) struct Writer {
    first: mpsc::Sender<Job>,
    others: Arc<[mpsc::Sender<Job>]>,
}

impl Writer {
    pub(crate) fn start(target: &Target, options: WriterOptions, checkpoint: &Asked) -> Result<Self, OpenError> {
        let alone = Arc::new(RwLock::new(()));
        let is_postgres = matches!(target, Target::Postgres(_));
        let group = options.group.clamp(1, if is_postgres { AT_ONCE } else { usize::MAX });
        let lane = |number: usize| {
            let (sender, receiver) = mpsc::channel(options.queue.max(1));
            let conn = target.establish_for(Access::Write)?;
            let thread = WriterThread {
                target: target.clone(),
                conn,
                cache: TallyCache::default(),
                foresight: Foresight::default(),
                alone: Arc::clone(&alone),
                checkpoint: Arc::clone(checkpoint),
                group,
            };
            std::thread::Builder::new()
                .name(format!("writer-{number}"))
                .spawn(move || thread.work(receiver))
                .map_err(|error| OpenError::Pool(error.to_string()))?;
            Ok::<_, OpenError>(sender)
        };
        let others = if is_postgres { 1..LANES } else { 1..1 };
        Ok(Self { first: lane(0)?, others: others.map(lane).collect::<Result<_, _>>()? })
    }

    /// Responses of one unit always take the same lane, so that lanes do not wait for each other's tallies.
    fn lane(&self, unit_id: i32) -> &mpsc::Sender<Job> {
        let lanes = self.others.len() + 1;
        let number = usize::try_from(unit_id.unsigned_abs()).unwrap_or_default() % lanes;
        number.checked_sub(1).and_then(|other| self.others.get(other)).unwrap_or(&self.first)
    }

    pub(crate) fn submit(&self, response: NewResponse) -> StoreResult<Answer<Stored>> {
        let (answer, waiting) = oneshot::channel();
        let lane = self.lane(response.unit_id);
        lane.try_send(Job::Submit(Box::new(Submission { response, answer }))).map_err(|_| StoreError::Busy)?;
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
        self.first.try_send(Job::Run(work)).map_err(|_| StoreError::Busy)?;
        Ok(waiting)
    }
}

struct WriterThread {
    target: Target,
    conn: AnyConnection,
    cache: TallyCache,
    foresight: Foresight,
    /// Held by many for a group each, or by one for anything else.
    alone: Arc<RwLock<()>>,
    checkpoint: Asked,
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
            self.checkpoint_if_asked();
        }
    }

    fn checkpoint_if_asked(&mut self) {
        if self.checkpoint.swap(false, Ordering::Relaxed)
            && let AnyConnection::Sqlite(conn) = &mut self.conn
            && let Err(error) = checkpoint::copy(conn)
        {
            tracing::warn!(error = %error, "the writer's checkpoint failed");
        }
    }

    fn run(&mut self, work: Work) {
        let alone = Arc::clone(&self.alone);
        // Nothing is behind the lock that a panic could leave half done.
        let _alone = alone.write().unwrap_or_else(PoisonError::into_inner);
        // The work is done once: a connection that a restart of the database closed is noticed before it, not by it.
        if self.conn.is_broken() || self.conn.ping().is_err() {
            self.reconnect();
        }
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
            Err(error) if responses.len() == 1 || error.concerns_everything() => {
                tracing::error!(error = %error, responses.count = responses.len(), "responses could not be stored");
                for answer in answers {
                    let _ = answer.send(Err(StoreError::Busy));
                }
            }
            Err(error) => {
                // One bad row must not fail its neighbours.
                tracing::warn!(error = %error, responses.count = responses.len(), "a group failed, storing one by one");
                self.store_one_by_one(responses.into_iter().zip(answers));
            }
        }
    }

    /// What the database itself does not take today, the rest need not try: their senders come again.
    fn store_one_by_one(&mut self, group: impl Iterator<Item = (NewResponse, oneshot::Sender<StoreResult<Stored>>)>) {
        let mut is_hopeless = false;
        for (response, answer) in group {
            if is_hopeless {
                let _ = answer.send(Err(StoreError::Busy));
                continue;
            }
            self.reconnect_if_broken();
            let stored = self.store_together(std::slice::from_ref(&response));
            let stored = stored.and_then(|stored| stored.into_iter().next().ok_or(StoreError::Busy));
            let _ = answer.send(stored.map_err(|error| {
                tracing::error!(error = %error, "a response could not be stored");
                is_hopeless = error.concerns_everything();
                StoreError::Busy
            }));
        }
    }

    fn store_together(&mut self, responses: &[NewResponse]) -> StoreResult<Vec<Stored>> {
        let alone = Arc::clone(&self.alone);
        let _together = alone.read().unwrap_or_else(PoisonError::into_inner);
        let (conn, cache, foresight) = (&mut self.conn, &mut self.cache, &mut self.foresight);
        let stored = catch_unwind(AssertUnwindSafe(|| {
            if let AnyConnection::Postgres(conn) = conn
                && store_as_foreseen(conn, responses, cache, foresight)?
            {
                return Ok(vec![Stored::New; responses.len()]);
            }
            write_transaction(conn, |conn| store_group(conn, responses, cache))
        }));
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
