//! The demonstration city: the organisation of Banjarmasin as data, and plausible answers from a seed.
//!
//! Pure: no I/O, no clock, no database. The names of kecamatan, kelurahan and offices are real or as good as; every figure
//! and every comment is invented, and which unit does well or badly is the seed's doing. One seed and date give the same
//! answers on every machine, so nothing here uses floating point.

mod answer;
mod answers;
mod comments;
mod dice;
pub mod organisation;
mod person;
mod plan;
mod portrait;
mod schedule;
mod score;
mod surveyed;

pub use answer::Answer;
pub use answers::{Answers, answers};
pub use organisation::{Organisation, Service, Unit, organisation};
pub use plan::{Plan, QUARTERS, ZONE};
pub use portrait::served;
