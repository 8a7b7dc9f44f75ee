//! Documents read back by programs that did not write them.

#![expect(clippy::unwrap_used, reason = "a helper that finds nothing fails its test")]

mod edge;
mod golden;
mod look;
mod office;
mod packages;
mod recap;
mod recap_sample;
mod sample;
mod schema;
mod tools;
