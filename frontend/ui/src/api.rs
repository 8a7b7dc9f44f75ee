//! The client of the API: reads and changes with the token of the [`session`], renewed without a word.

mod failure;
mod lock;
mod request;
pub mod session;

pub use failure::Failure;
pub use request::{
    Method, Pending, Versioned, change, change_blob, change_versioned, get, get_blob, get_text, get_versioned, put,
    query, upload,
};
pub(crate) use request::{get_json, get_versioned_json, get_whole};
