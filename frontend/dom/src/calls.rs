//! Functions that are stored. Traits of their own: a `dyn Fn` brings the code of `FnOnce` and `FnMut` along, for each closure
//! of a program that is made of closures.

use crate::node::Node;
use crate::words::Said;
use web_sys::Event;

/// Does something.
pub trait Act {
    /// Does it.
    fn act(&self);
}

impl<F: Fn()> Act for F {
    fn act(&self) {
        self();
    }
}

/// Makes a part of a screen.
pub trait Make {
    /// Makes it.
    fn make(&self) -> Node;
}

impl<N: Into<Node>, F: Fn() -> N> Make for F {
    fn make(&self) -> Node {
        self().into()
    }
}

/// Says something, or nothing.
pub trait Say {
    /// Says it.
    fn say(&self) -> Option<String>;
}

impl<S: Said, F: Fn() -> S> Say for F {
    fn say(&self) -> Option<String> {
        self().said()
    }
}

/// Tells whether something is so.
pub trait Tell {
    /// Tells it.
    fn tell(&self) -> bool;
}

impl<F: Fn() -> bool> Tell for F {
    fn tell(&self) -> bool {
        self()
    }
}

/// Hears of events.
pub trait Hear {
    /// Hears of one.
    fn hear(&mut self, event: Event);
}

impl<F: FnMut(Event)> Hear for F {
    fn hear(&mut self, event: Event) {
        self(event);
    }
}
