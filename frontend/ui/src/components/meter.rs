//! How much of what is needed is there.

use dom::{Node, el};

/// A bar that fills up: how much there is, how much is needed, what it measures (for readers). The words beside it carry the
/// numbers.
pub fn meter(value: i64, of: i64, label: &str) -> Node {
    let share = if of > 0 { (value.saturating_mul(100) / of).clamp(0, 100) } else { 0 };
    el("div", "mtr")
        .attr("role", "meter")
        .attr("aria-label", label)
        .attr("aria-valuemin", "0")
        .attr("aria-valuemax", &of.to_string())
        .attr("aria-valuenow", &value.min(of).to_string())
        .child(el("span", "").style("width", &format!("{share}%")))
}
