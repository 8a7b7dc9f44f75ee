//! Reading requests: what cannot be read is a problem that names the place.

pub mod body;
pub mod path;
pub mod query;
mod serde_problem;

pub use body::Body;
pub use query::Query;
