//! The results of a unit and a period: the one struct that the API answers, charts draw and a report freezes.
//!
//! Decimals are texts with fixed places (`"78.10"`), so that no reader's floating point can change a printed digit.

mod body;
mod build;
mod completion;
mod method;
mod printed;
mod recap;
mod recap_body;
mod series;
mod slices;
mod summary;

pub use body::*;
pub use build::{FiguresInput, ServiceInput, VersionInput};
pub use completion::{Completion, CompletionInput, ItemTime, LeftAt, completion};
pub use recap::{IndexStanding, RecapInput, UnitInput, UnitStanding, UnitTally};
pub use recap_body::*;
pub use series::{ClosedResult, PointInput, series};

/// A part of a whole in percent, two decimals, half-up; `None` of nothing.
pub fn percent(part: i64, whole: i64) -> Option<String> {
    (whole > 0).then(|| summary::percent(part, whole))
}
