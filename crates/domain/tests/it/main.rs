//! The domain seen from outside.

mod defects;
mod direct;
mod field_bugs;
mod golden;
mod properties;
mod questionnaires;
mod rollups;
