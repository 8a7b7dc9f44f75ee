//! The store's contract, on SQLite and on PostgreSQL.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod support;
mod users;

mod devices;
mod exclusions;
mod imports;
mod ingest;
mod jobs;
mod migrations;
mod organisation;
mod preparation;
mod reports;
