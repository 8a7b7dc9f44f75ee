//! Tokens, components, formats and the API client of the console.
//!
//! An area of the console is written with [`dom`] and [`components`], reads by [`remote::use_remote`] and changes by [`api`]; what it
//! says comes from a catalogue through [`language::tr`], its numbers through [`language`] too.

pub mod api;
pub mod browser;
pub mod chart;
pub mod components;
pub mod language;
pub mod remote;
pub mod router;

pub use components::*;
pub use language::{tr, tr_with};
pub use remote::{Load, Remote, use_once, use_remote, use_whole};
