//! Parts of a screen that follow signals.

use crate::browser::document;
use crate::calls::Make;
use crate::node::{Node, fragment};
use crate::words::Flag;
use signals::{effect, memo};

/// A part that is made anew as a whole whenever a signal changes that its making reads: a node, several, or none.
pub fn live<N: Into<Node>>(make: impl Fn() -> N + 'static) -> Node {
    part(Box::new(make))
}

/// A part that stands while something is true.
pub fn show<N: Into<Node>>(when: impl Into<Flag>, make: impl Fn() -> N + 'static) -> Node {
    shown(when.into(), Box::new(make))
}

/// The same, already boxed.
pub fn shown(when: Flag, make: Box<dyn Make>) -> Node {
    match when {
        Flag::Fixed(true) => make.make(),
        Flag::Fixed(false) => fragment(),
        Flag::Live(_) => {
            let when = memo(move || when.get());
            part(Box::new(move || if when.get() { make.make() } else { fragment() }))
        }
    }
}

/// A [`live`] part, already boxed. It lies between two comments, which no rule of a style sheet sees.
pub fn part(make: Box<dyn Make>) -> Node {
    let (from, to) = (document().create_comment(""), document().create_comment(""));
    let whole = fragment();
    for end in [&from, &to] {
        let _ = whole.as_node().append_child(end);
    }
    effect(move || {
        let made = make.make();
        let Some(around) = to.parent_node() else { return };
        while let Some(old) = from.next_sibling().filter(|old| !old.is_same_node(Some(&to))) {
            let _ = around.remove_child(&old);
        }
        let _ = around.insert_before(made.as_node(), Some(&to));
    });
    whole
}

/// Puts something into an element of the page for as long as the page lives, and answers what was made with it. Call it
/// once, and before any signal is made.
pub fn mount<T>(place: &web_sys::Node, make: impl FnOnce() -> (Node, T)) -> T {
    let (node, answer) = signals::within(make);
    let _ = place.append_child(node.as_node());
    answer
}
