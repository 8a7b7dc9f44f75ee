//! Makes the nodes of a screen.
//!
//! Elements are made once, and what changes on them is bound to [`signals`]. What stands where something
//! may come and go is a [`live`] part: it is made anew as a whole when a signal changes that its making reads, and nothing
//! is compared with what stood there before. Every node has one type here, where a typed view has a type of its own for
//! each element, with the code for it: that was two fifths of what a respondent loads, and half of the console.
//!
//! Whatever is made inside a live part (signals, listeners, effects, other parts) belongs to it and goes with it.

mod browser;
mod calls;
mod event;
mod live;
mod node;
pub mod prelude;
mod words;

pub use browser::{Delay, after, before_frame, document, soon, spawn_local, window};
pub use calls::{Act, Hear, Make, Say, Tell};
pub use event::{Listener, checked, listen, stop, target, value};
pub use live::{live, mount, part, show, shown};
pub use node::{Node, breakable, el, fragment, svg, text};
pub use signals::{effect, keep, memo, on_cleanup};
pub use words::{Flag, Said, Words};
