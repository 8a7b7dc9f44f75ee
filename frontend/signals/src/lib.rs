//! Values that tell who follows them when they change.
//!
//! A [`RwSignal`] holds a value. A [`Memo`] computes one from others, when it is asked. An [`effect`] does something now and
//! again whenever a value changes that it read; it runs after what changed the value has ended, once for all changes, an
//! outer one before those made inside it. Whoever reads a value by [`RwSignal::get`] and the like within a memo or an effect
//! follows it; [`untrack`] and the `_untracked` ways do not.
//!
//! Whatever is made within an effect belongs to it, and goes when it runs anew or goes itself: values, effects, things
//! that are [kept](keep). What is read after it has gone is a mistake of this program; the `try_` ways are for work that may
//! end later than the screen that began it.
//!
//! There is one thread. All bookkeeping is compiled once, whatever the values are: for a browser, where each type that a
//! generic bookkeeping is compiled for is loaded by everyone.

mod graph;
mod value;

pub use graph::{untrack, within};
pub use value::{Memo, RwSignal, StoredValue, effect, keep, memo, on_cleanup};

/// Lets every effect run that waits, where no browser does it.
#[cfg(not(target_arch = "wasm32"))]
pub fn settle() {
    graph::flush();
}
