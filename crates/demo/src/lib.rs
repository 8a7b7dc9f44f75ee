//! The demonstration city: the organisation of Banjarmasin as data, and plausible answers from a seed.
//!
//! Pure: no I/O, no clock, no database. The names of kecamatan, kelurahan and offices are real or as good as; every figure
//! and every comment is invented. One seed and date give the same answers on every machine, so nothing here uses floating
//! point.

pub mod organisation;

pub use organisation::{Organisation, Service, Unit, organisation};
