//! The head of a screen: its one heading, what it is about, what can be done.

use crate::browser;
use crate::language::tr_with;
use dom::{Node, Words, effect, el};
use texts::shell::ShellText;

/// The head of a screen; the tab is called after it.
#[must_use]
pub struct PageHead {
    title: Words,
    lead: Words,
    above: Option<Node>,
    actions: Option<Node>,
    class: &'static str,
}

impl PageHead {
    /// A head with the one heading.
    pub fn new(title: impl Into<Words>) -> Self {
        Self { title: title.into(), lead: Words::Nothing, above: None, actions: None, class: "acts" }
    }

    /// A line below it.
    pub fn lead(self, lead: impl Into<Words>) -> Self {
        Self { lead: lead.into(), ..self }
    }

    /// Where it lies: links above the heading.
    pub fn above(self, above: impl Into<Node>) -> Self {
        Self { above: Some(above.into()), ..self }
    }

    /// What can be done, beside the heading where there is room.
    pub fn actions(self, actions: impl Into<Node>) -> Self {
        Self { actions: Some(actions.into()), ..self }
    }

    /// Filters in a row of their own: a name of any length above them moves nothing when it comes.
    pub fn filters(self, filters: impl Into<Node>) -> Self {
        Self { actions: Some(filters.into()), class: "acts filters", ..self }
    }

    /// As a node.
    pub fn node(self) -> Node {
        let title = self.title.clone();
        effect(move || browser::set_title(&tr_with(ShellText::PageTitle, &[("page", &title.text())])));
        let text = el("div", "head-text")
            .all(self.above.map(|above| el("div", "above").child(above)))
            .child(el("h1", "").attr("tabindex", "-1").child(self.title))
            .child(self.lead.part(|lead| el("p", "").text(lead)));
        el("header", "head").child(text).all(self.actions.map(|actions| el("div", self.class).child(actions)))
    }
}

impl From<PageHead> for Node {
    fn from(head: PageHead) -> Self {
        head.node()
    }
}
