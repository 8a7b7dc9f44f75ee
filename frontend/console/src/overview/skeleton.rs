//! The overview's final shape in grey.

use dom::prelude::*;
use ui::{skeleton, skeleton_block};

/// A card in grey: its heading, and a block of so many pixels.
pub(crate) fn card(block: u32) -> Node {
    el("div", "card").child(skeleton(1)).child(skeleton_block(block))
}

pub(super) fn overview() -> Node {
    let beside = el("div", "g").child(card(170)).child(card(110));
    fragment()
        .child(el("div", "g three").all([112; 3].map(card)))
        .child(el("div", "g two").child(card(330)).child(beside))
        .child(el("div", "g columns").all([140; 2].map(card)))
}
