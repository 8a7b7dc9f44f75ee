//! Brings the tables up to date, safely with several starters at once.

use crate::connection::{AnyConnection, write_transaction};
use crate::error::{OpenError, StoreError};
use crate::tally_store::fill::fill_unit_tallies;
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
        AnyConnection::Sqlite(_) => write_transaction(conn, |conn| {
            let ran = match conn {
                AnyConnection::Sqlite(conn) => pending(conn, SQLITE)?,
                AnyConnection::Postgres(_) => 0,
            };
            fill_unit_tallies(conn).map(|()| ran)
        })
        .map_err(|error: StoreError| failed(&error)),
        AnyConnection::Postgres(inner) => {
            inner
                .batch_execute(&format!("SELECT pg_advisory_lock({ADVISORY_LOCK})"))
                .map_err(|error| failed(&error))?;
            let ran = pending(inner, POSTGRES).and_then(|ran| write_transaction(conn, fill_unit_tallies).map(|()| ran));
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

/// Takes migrations back until so many are left; the program that ran before could go on. For tests.
pub(crate) fn undo_to(conn: &mut AnyConnection, left: usize) -> Result<(), OpenError> {
    let failed = |error: Box<dyn std::error::Error + Send + Sync>| OpenError::Migrate(error.to_string());
    match conn {
        AnyConnection::Sqlite(conn) => {
            while conn.applied_migrations().map_err(failed)?.len() > left {
                conn.revert_last_migration(SQLITE).map_err(failed)?;
            }
        }
        AnyConnection::Postgres(conn) => {
            while conn.applied_migrations().map_err(failed)?.len() > left {
                conn.revert_last_migration(POSTGRES).map_err(failed)?;
            }
        }
    }
    Ok(())
}
