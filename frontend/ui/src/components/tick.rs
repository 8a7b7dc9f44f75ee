//! Something that is so or not.

use dom::{Node, checked, el};
use signals::RwSignal;

/// A box to tick with its words.
pub fn tick(words: &str, on: RwSignal<bool>) -> Node {
    let tick = el("input", "").attr("type", "checkbox").prop("checked", move || on.get());
    el("label", "check").child(tick.on("change", move |event| on.set(checked(&event)))).text(words)
}
