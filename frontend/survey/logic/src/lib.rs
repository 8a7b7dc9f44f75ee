//! The rules of the respondent's screens, without a browser: what is asked next, what is kept, what is sent.
//!
//! The browser's bundle has no JSON library (it would be a third of the download), so the bodies are read and written by
//! hand here; the tests hold every field name against `contract`.

pub mod body;
pub mod delivery;
pub mod id;
pub mod json;
pub mod saved;
pub mod session;
pub mod steps;
pub mod survey;

pub use json::Json;
pub use session::Session;
pub use steps::{Path, Step};
pub use survey::Survey;
