//! The domain seen from outside.

mod defects;
mod questionnaires;
