//! Nothing here yet, and the first step.

use super::{Glyph, icon};
use dom::{Node, Words, el};

/// What stands where there is nothing to show: what is missing, why and what the first step is, and a picture of it.
pub fn empty(title: impl Into<Words>, text: impl Into<Words>, glyph: Option<Glyph>) -> Node {
    let title = el("p", "empty-title").child(title.into());
    el("div", "empty").all(glyph.map(icon)).child(title).child(el("p", "").child(text.into()))
}

/// The same with the first step as a button.
pub fn empty_with(
    title: impl Into<Words>,
    text: impl Into<Words>,
    glyph: Option<Glyph>,
    step: impl Into<Node>,
) -> Node {
    empty(title, text, glyph).child(el("div", "acts").child(step))
}
