//! The domain seen from outside.

#![expect(clippy::unwrap_used, reason = "a helper that finds nothing fails its test")]

mod characteristics;
mod defects;
mod direct;
mod field_bugs;
mod golden;
mod outlines;
mod properties;
mod questionnaires;
mod reliability;
mod report;
mod responses;
mod rollups;
