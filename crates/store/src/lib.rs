//! Persistence: one interface over SQLite and PostgreSQL. SQL lives here alone; diesel's types never leave the crate.
//!
//! - [`Db`] opens the database, reads and writes.
//! - [`ingest`] stores responses in groups; the tallies follow in the same transaction.
//! - [`tallies`] reads the sums from which every figure follows; [`verify`](mod@verify) recomputes them.

mod checkpoint;
mod connection;
mod counters;
mod db;
mod error;
mod migrations;
mod schema;
mod tally_store;
mod time;
mod writer;

pub mod api_keys;
pub mod city;
pub mod comments;
pub mod devices;
pub mod events;
pub mod exclusions;
pub mod historic;
pub mod imports;
pub mod ingest;
pub mod jobs;
pub mod links;
pub mod offices;
pub mod people_served;
pub mod pictures;
pub mod questionnaires;
pub mod report_templates;
pub mod reports;
pub mod responses;
pub mod scope;
pub mod services;
pub mod sessions;
pub mod settings;
pub mod tallies;
#[cfg(feature = "testing")]
pub mod testing;
pub mod units;
pub mod users;
pub mod verify;

pub use connection::{Conn, WriteConn};
pub use db::{Db, DbOptions, redo_migrations, undo_migrations};
pub use error::{OpenError, StoreError, StoreResult};
pub use ingest::{NewResponse, Stored, content_hash};
pub use questionnaires::{Version, Versions};
