//! The final shape in grey, while the content is on its way.

use dom::{Node, el};

/// Some grey lines.
pub fn skeleton(lines: usize) -> Node {
    (0..lines).map(|_| el("span", "sk").attr("aria-hidden", "true")).collect::<Vec<_>>().into()
}

/// A block of so many pixels, where a chart will stand.
pub fn skeleton_block(height: u32) -> Node {
    el("span", "sk block").attr("aria-hidden", "true").style("height", &format!("{height}px"))
}
