//! Every component in every state, for whoever builds a screen: `/console/_ui`.

mod charts;
mod controls;
mod states;

use dom::prelude::*;
use texts::shell::ShellText;
use ui::{PageHead, tr};

/// The screen.
pub(crate) fn gallery() -> Node {
    let all = el("div", "g columns gallery").all(controls::controls()).all(states::states()).all(charts::charts());
    fragment().child(PageHead::new(tr(ShellText::Components)).lead(tr(ShellText::ComponentsLead))).child(all)
}

/// A component's name above its states.
fn shown(name: &str, content: impl Into<Node>) -> Node {
    let head = el("div", "ch").child(el("h2", "").attr("lang", "en").text(name));
    el("section", "card").child(head).child(el("div", "shown").child(content))
}
