//! The server: HTTP in, domain types through, problem documents out.
//!
//! [`routes`] is the list of operations, [`access`] says who may do what, [`error`] is the table of everything that can go
//! wrong, [`server`] puts them together, [`cli`] is the command line of the binary `sumberdaya`.

pub mod access;
pub mod background;
pub mod bundles;
pub mod cli;
pub mod clock;
pub mod config;
mod csv_file;
pub mod error;
pub mod error_docs;
pub mod etag;
pub mod extract;
pub mod first_start;
pub mod heavy;
mod historic_file;
pub mod middleware;
pub mod openapi;
pub mod pages;
pub mod paging;
pub mod pictures;
pub mod random;
pub mod reports;
pub mod results;
pub mod routes;
pub mod server;
pub mod surveys;
pub mod telemetry;
