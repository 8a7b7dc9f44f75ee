//! A white card: one subject, its heading, a note beside it.

use dom::{Node, Words, el};

/// A card with its heading.
#[must_use]
pub struct Card {
    title: Words,
    note: Words,
    class: &'static str,
    actions: Option<Node>,
    content: Node,
}

impl Card {
    /// A card: its subject, its content.
    pub fn new(title: impl Into<Words>, content: impl Into<Node>) -> Self {
        Self { title: title.into(), note: Words::Nothing, class: "", actions: None, content: content.into() }
    }

    /// A remark at the heading's right, such as the scale.
    pub fn note(self, note: impl Into<Words>) -> Self {
        Self { note: note.into(), ..self }
    }

    /// More classes, for its place in a grid.
    pub fn class(self, class: &'static str) -> Self {
        Self { class, ..self }
    }

    /// What can be done with it, at the heading's right.
    pub fn actions(self, actions: impl Into<Node>) -> Self {
        Self { actions: Some(actions.into()), ..self }
    }

    /// As a node.
    pub fn node(self) -> Node {
        let head = heading(self.title, self.note).all(self.actions.map(|actions| el("div", "acts").child(actions)));
        el("section", &format!("card {}", self.class)).child(head).child(self.content)
    }
}

impl From<Card> for Node {
    fn from(card: Card) -> Self {
        card.node()
    }
}

/// A heading with the remark at its right.
pub(crate) fn heading(title: Words, note: Words) -> Node {
    let note = note.part(|note| el("span", "note").text(note));
    el("div", "ch").child(el("h2", "").child(title)).child(note)
}
