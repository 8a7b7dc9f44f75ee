//! Brings the tables up to date, safely with several starters at once.

use crate::connection::{AnyConnection, write_transaction};
use crate::error::{OpenError, StoreError};
use diesel::connection::SimpleConnection;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

const SQLITE: EmbeddedMigrations = embed_migrations!("../../migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("../../migrations/postgres");
/// Any number that no other program of the database uses.
const ADVISORY_LOCK: &str = "7340211";

/// Runs what is pending; SQLite inside one write transaction, PostgreSQL under an advisory lock.
pub(crate) fn run(conn: &mut AnyConnection) -> Result<usize, OpenError> {
    let failed = |error: &dyn std::fmt::Display| OpenError::Migrate(error.to_string());
    match conn {
        AnyConnection::Sqlite(_) => write_transaction(conn, |conn| match conn {
            AnyConnection::Sqlite(conn) => pending(conn, SQLITE),
            AnyConnection::Postgres(_) => Ok(0),
        })
        .map_err(|error| failed(&error)),
        AnyConnection::Postgres(conn) => {
            conn.batch_execute(&format!("SELECT pg_advisory_lock({ADVISORY_LOCK})")).map_err(|error| failed(&error))?;
            let ran = pending(conn, POSTGRES);
            conn.batch_execute(&format!("SELECT pg_advisory_unlock({ADVISORY_LOCK})"))
                .map_err(|error| failed(&error))?;
            ran.map_err(|error| failed(&error))
        }
    }
}

fn pending<DB: diesel::backend::Backend>(
    conn: &mut impl MigrationHarness<DB>,
    source: EmbeddedMigrations,
) -> Result<usize, StoreError> {
    conn.run_pending_migrations(source).map(|ran| ran.len()).map_err(|error| StoreError::Damaged(error.to_string()))
}

/// Takes every migration back and runs it again; for tests of `down`.
pub(crate) fn redo(conn: &mut AnyConnection) -> Result<usize, OpenError> {
    let failed = |error: Box<dyn std::error::Error + Send + Sync>| OpenError::Migrate(error.to_string());
    match conn {
        AnyConnection::Sqlite(conn) => {
            conn.revert_all_migrations(SQLITE).map_err(failed)?;
        }
        AnyConnection::Postgres(conn) => {
            conn.revert_all_migrations(POSTGRES).map_err(failed)?;
        }
    }
    run(conn)
}
