//! The database: many readers, one writer.

use crate::checkpoint::{Asked, Checkpoints};
use crate::connection::{Access, AnyConnection, Conn, Target, WriteConn, read_snapshot};
use crate::error::{OpenError, StoreError, StoreResult};
use crate::ingest::{NewResponse, Stored};
use crate::questionnaires::Versions;
use crate::writer::{Writer, WriterOptions};
use crate::{migrations, questionnaires};
use diesel::r2d2::Pool;
use std::sync::Arc;

/// How to open a database.
#[derive(Clone, Debug)]
pub struct DbOptions {
    /// `sqlite://path` or `postgres://…`.
    pub url: String,
    /// Connections that read.
    pub readers: u32,
    /// How many writes may wait before new ones are told to come back.
    pub queue: usize,
    /// The largest group of responses in one transaction.
    pub group: usize,
}

impl DbOptions {
    /// Sensible sizes for an address.
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into(), readers: 4, queue: 4096, group: 512 }
    }
}

/// The database behind one interface; cheap to clone.
///
/// Reads go to a small pool of connections that cannot write. All writes go through one writer, which commits responses in
/// groups; nothing is acknowledged before its transaction is durable.
#[derive(Clone)]
pub struct Db {
    readers: Pool<Target>,
    writer: Writer,
    versions: Arc<Versions>,
    postgres: bool,
    _checkpoints: Arc<Option<Checkpoints>>,
}

impl Db {
    /// Opens the database, creates or updates its tables and stores the shipped questionnaires.
    ///
    /// # Errors
    /// When the address has another scheme, nobody answers there, or the tables cannot be brought up to date.
    pub fn open(options: &DbOptions) -> Result<Self, OpenError> {
        let target = Target::parse(&options.url)?;
        let mut conn = target.establish_for(Access::Write)?;
        let ran = migrations::run(&mut conn)?;
        if ran > 0 {
            tracing::info!(migrations.count = ran, "the database is up to date");
        }
        questionnaires::store_shipped(&mut conn)?;
        let versions = Arc::new(Versions::default());
        versions.load(&mut Conn(&mut conn))?;
        let postgres = matches!(conn, AnyConnection::Postgres(_));
        drop(conn);
        let asked = Asked::default();
        let sizes = WriterOptions { queue: options.queue, group: options.group };
        let writer = Writer::start(&target, sizes, &asked)?;
        let checkpoints = Arc::new(Checkpoints::start(&target, asked)?);
        let readers = Pool::builder()
            .max_size(options.readers.max(1))
            .min_idle(Some(1))
            .connection_timeout(std::time::Duration::from_secs(10))
            .connection_customizer(Box::new(Access::Read))
            .build(target)
            .map_err(|error| OpenError::Pool(error.to_string()))?;
        Ok(Self { readers, writer, versions, postgres, _checkpoints: checkpoints })
    }

    /// True on PostgreSQL, where several replicas share the database.
    pub const fn is_postgres(&self) -> bool {
        self.postgres
    }

    /// The questionnaire versions, by id.
    pub const fn versions(&self) -> &Arc<Versions> {
        &self.versions
    }

    /// Reads on this thread, all of it on one snapshot.
    ///
    /// # Errors
    /// What `work` answers, or that no connection is to be had.
    pub fn read_blocking<T>(&self, work: impl FnOnce(&mut Conn<'_>) -> StoreResult<T>) -> StoreResult<T> {
        let mut conn = self.readers.get().map_err(|error| {
            tracing::error!(error = %error, "no connection to read with");
            StoreError::Busy
        })?;
        read_snapshot(&mut conn, |conn| work(&mut Conn(conn)))
    }

    /// Reads on a thread that may block.
    ///
    /// # Errors
    /// As [`Db::read_blocking`].
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn<'_>) -> StoreResult<T> + Send + 'static,
    ) -> StoreResult<T> {
        let db = self.clone();
        let span = tracing::Span::current();
        let reading = tokio::task::spawn_blocking(move || span.in_scope(|| db.read_blocking(work)));
        reading.await.map_err(|_| StoreError::Busy)?
    }

    /// Writes in one transaction, after what already waits: all of `work` or nothing of it.
    ///
    /// # Errors
    /// What `work` answers, or [`StoreError::Busy`] when the queue is full.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut WriteConn<'_>) -> StoreResult<T> + Send + 'static,
    ) -> StoreResult<T> {
        self.writer.run(work)?.await.map_err(|_| StoreError::Busy)?
    }

    /// As [`Db::write`], waiting on this thread.
    ///
    /// # Errors
    /// As [`Db::write`].
    pub fn write_blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut WriteConn<'_>) -> StoreResult<T> + Send + 'static,
    ) -> StoreResult<T> {
        self.writer.run(work)?.blocking_recv().map_err(|_| StoreError::Busy)?
    }

    /// Stores one response durably, counted into the tallies in the same transaction.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when the queue is full: nothing was stored, the client comes again.
    pub async fn submit(&self, response: NewResponse) -> StoreResult<Stored> {
        self.writer.submit(response)?.await.map_err(|_| StoreError::Busy)?
    }

    /// As [`Db::submit`], waiting on this thread.
    ///
    /// # Errors
    /// As [`Db::submit`].
    pub fn submit_blocking(&self, response: NewResponse) -> StoreResult<Stored> {
        self.writer.submit(response)?.blocking_recv().map_err(|_| StoreError::Busy)?
    }
}

/// Takes every migration back and runs it again, losing all data; for tests of `down`.
///
/// # Errors
/// When a `down` or `up` script fails.
pub fn redo_migrations(url: &str) -> Result<usize, OpenError> {
    migrations::redo(&mut Target::parse(url)?.establish_for(Access::Write)?)
}

/// Takes migrations back until so many are left, keeping all older data; for tests of `down`.
///
/// # Errors
/// When a `down` script fails.
pub fn undo_migrations(url: &str, left: usize) -> Result<(), OpenError> {
    migrations::undo_to(&mut Target::parse(url)?.establish_for(Access::Write)?, left)
}
