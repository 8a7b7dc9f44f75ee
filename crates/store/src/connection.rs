//! One connection type over both databases, and how each is prepared.

use crate::error::OpenError;
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::r2d2::{CustomizeConnection, ManageConnection, R2D2Connection};
use diesel::{Connection, ConnectionError, PgConnection, QueryResult, SqliteConnection};
use std::ops::{Deref, DerefMut};

/// Values that one SQL statement names at most; SQLite takes 32,766.
pub(crate) const NAMED_AT_ONCE: usize = 10_000;
/// Rows that one SQL statement writes at most.
pub(crate) const WRITTEN_AT_ONCE: usize = 500;

/// SQLite or PostgreSQL.
#[derive(diesel::MultiConnection)]
pub(crate) enum AnyConnection {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

/// A statement written once and compiled for each database, where diesel cannot do it through the enum (upserts).
macro_rules! on_each {
    ($conn:expr, $c:ident => $body:expr) => {
        match $conn {
            $crate::connection::AnyConnection::Sqlite($c) => $body,
            $crate::connection::AnyConnection::Postgres($c) => $body,
        }
    };
}
pub(crate) use on_each;

/// A connection that reads. The functions of this crate take it; nobody else can look inside.
pub struct Conn<'a>(pub(crate) &'a mut AnyConnection);

/// A connection inside a write transaction; reads as well.
pub struct WriteConn<'a>(pub(crate) Conn<'a>);

impl<'a> WriteConn<'a> {
    pub(crate) fn new(conn: &'a mut AnyConnection) -> Self {
        Self(Conn(conn))
    }

    pub(crate) fn raw(&mut self) -> &mut AnyConnection {
        self.0.0
    }
}

impl<'a> Deref for WriteConn<'a> {
    type Target = Conn<'a>;
    fn deref(&self) -> &Conn<'a> {
        &self.0
    }
}

impl<'a> DerefMut for WriteConn<'a> {
    fn deref_mut(&mut self) -> &mut Conn<'a> {
        &mut self.0
    }
}

/// Where the data is, chosen by the scheme of the address: a typo never creates an empty database.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Target {
    Sqlite(String),
    Postgres(String),
}

// An address of PostgreSQL may carry a password: never in a log.
impl std::fmt::Debug for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Sqlite(path) => f.debug_tuple("Sqlite").field(path).finish(),
            Self::Postgres(_) => f.write_str("Postgres(…)"),
        }
    }
}

impl Target {
    pub(crate) fn parse(url: &str) -> Result<Self, OpenError> {
        if let Some(path) = url.strip_prefix("sqlite://") {
            Ok(Self::Sqlite(path.to_owned()))
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Ok(Self::Postgres(url.to_owned()))
        } else {
            let scheme =
                url.split_once("://").map_or_else(|| url.split(':').next().unwrap_or_default(), |(scheme, _)| scheme);
            Err(OpenError::Scheme(scheme.chars().take(20).collect()))
        }
    }

    pub(crate) fn establish(&self) -> Result<AnyConnection, ConnectionError> {
        match self {
            Self::Sqlite(path) => {
                keep_private(path);
                SqliteConnection::establish(path).map(AnyConnection::Sqlite)
            }
            Self::Postgres(url) => PgConnection::establish(url).map(AnyConnection::Postgres),
        }
    }

    pub(crate) fn establish_for(&self, access: Access) -> Result<AnyConnection, OpenError> {
        let mut conn = self.establish()?;
        access.prepare(&mut conn).map_err(|error| OpenError::Pool(error.to_string()))?;
        Ok(conn)
    }
}

/// A new file is for its owner alone: it holds the hashes of passwords. SQLite gives the files beside it the same mode.
fn keep_private(path: &str) {
    #[cfg(unix)]
    {
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        // What is there already keeps its mode; what cannot be made is told when it is opened.
        drop(options.open(path));
    }
    #[cfg(not(unix))]
    let _ = path;
}

/// What a connection may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    Read,
    Write,
}

impl Access {
    fn prepare(self, conn: &mut AnyConnection) -> QueryResult<()> {
        match conn {
            AnyConnection::Sqlite(conn) => {
                // Small pages, as an answer changes a few bytes in each of several. They hold for a new file only.
                //
                // The writer's own checkpoint is the last resort (crate::checkpoint): the pages of tallies change again and
                // again, and a rare checkpoint copies each once.
                conn.batch_execute(
                    "PRAGMA busy_timeout=10000; PRAGMA page_size=2048; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; \
                     PRAGMA cache_size=-32000; PRAGMA wal_autocheckpoint=32000;",
                )?;
                if self == Self::Read {
                    // A recap reads thousands of pages: mapped, none of them is copied.
                    conn.batch_execute("PRAGMA query_only=ON; PRAGMA mmap_size=268435456;")?;
                }
            }
            AnyConnection::Postgres(conn) => {
                // No statement here runs long enough to be worth compiling.
                conn.batch_execute(
                    "SET TIME ZONE 'UTC'; SET synchronous_commit=on; SET client_min_messages=warning; SET jit=off;",
                )?;
                match self {
                    Self::Read => {
                        conn.batch_execute("SET default_transaction_read_only=on; SET statement_timeout='30s';")?;
                    }
                    // What is written is looked up by its key. The planner would read small wide tables like the tallies
                    // whole, old versions of their rows included, for every group of answers; and it would plan the same
                    // statement again for every group, since one for few rows seems cheaper than one for any number.
                    Self::Write => conn.batch_execute(
                        "SET enable_seqscan=off; SET enable_hashjoin=off; SET enable_mergejoin=off; \
                         SET plan_cache_mode=force_generic_plan;",
                    )?,
                }
            }
        }
        Ok(())
    }
}

impl CustomizeConnection<AnyConnection, diesel::r2d2::Error> for Access {
    fn on_acquire(&self, conn: &mut AnyConnection) -> Result<(), diesel::r2d2::Error> {
        self.prepare(conn).map_err(diesel::r2d2::Error::QueryError)
    }
}

impl ManageConnection for Target {
    type Connection = AnyConnection;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> Result<AnyConnection, Self::Error> {
        self.establish().map_err(diesel::r2d2::Error::ConnectionError)
    }

    fn is_valid(&self, conn: &mut AnyConnection) -> Result<(), Self::Error> {
        conn.ping().map_err(diesel::r2d2::Error::QueryError)
    }

    fn has_broken(&self, conn: &mut AnyConnection) -> bool {
        std::thread::panicking() || conn.is_broken()
    }
}

type Manager = <AnyConnection as Connection>::TransactionManager;

/// A transaction that takes SQLite's write lock at once, so that it waits instead of failing half-way.
pub(crate) fn write_transaction<T, E: From<diesel::result::Error>>(
    conn: &mut AnyConnection,
    work: impl FnOnce(&mut AnyConnection) -> Result<T, E>,
) -> Result<T, E> {
    match conn {
        AnyConnection::Sqlite(conn) => AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN IMMEDIATE")?,
        AnyConnection::Postgres(conn) => AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN")?,
    }
    match work(conn) {
        Ok(value) => {
            Manager::commit_transaction(conn)?;
            Ok(value)
        }
        Err(error) => {
            // The first error says more than a failed rollback, and the connection is checked before its next use.
            let _ = Manager::rollback_transaction(conn);
            Err(error)
        }
    }
}

/// One snapshot of the database for all that `work` reads, whatever is written meanwhile.
pub(crate) fn read_snapshot<T, E: From<diesel::result::Error>>(
    conn: &mut AnyConnection,
    work: impl FnOnce(&mut AnyConnection) -> Result<T, E>,
) -> Result<T, E> {
    match conn {
        AnyConnection::Sqlite(conn) => AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN")?,
        AnyConnection::Postgres(conn) => {
            AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")?;
        }
    }
    let found = work(conn);
    Manager::rollback_transaction(conn)?;
    found
}
