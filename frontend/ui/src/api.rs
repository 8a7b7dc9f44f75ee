//! The client of the API: reads and changes with the token of the [`session`], renewed without a word.

mod failure;
mod lock;
mod request;
pub mod session;

pub use failure::Failure;
pub use request::{Method, Versioned, change, change_versioned, get, get_text, get_versioned, get_whole, query};
