//! Who asks, what they may do, and the only way from a request to the database: [`Guard`].
//!
//! A handler names the permission it needs in its signature; without the guard there is no database handle.

pub mod actor;
pub mod api_key;
pub mod client;
pub mod guard;
pub mod origin;
pub mod password;
pub mod permission;
pub mod refresh_cookie;
pub mod state;
pub mod throttle;
pub mod token;

pub use actor::{Actor, KeyActor, UserActor};
pub use client::{ClientAddress, ClientDevice};
pub use guard::{Guard, ScopedUnit};
pub use permission::{ManageCity, ManageUnit, MaybeSignedIn, Person, Public, ReadResults, SignedIn, SubmitAnswers};
pub use state::AppState;
