//! What happened, and what to do next.

use super::{Glyph, icon};
use dom::{Node, Words, el};

/// How serious it is; the words say it too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Something to know.
    #[default]
    Info,
    /// It worked.
    Good,
    /// Something to mind.
    Warn,
    /// It failed.
    Bad,
    /// Neither.
    Soft,
}

impl Tone {
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Info => "t-info",
            Self::Good => "t-good",
            Self::Warn => "t-warn",
            Self::Bad => "t-bad",
            Self::Soft => "t-soft",
        }
    }
}

/// A remark on the page; a failure is announced at once, anything else when the reader pauses.
#[must_use]
pub struct Notice {
    tone: Tone,
    title: Words,
    glyph: Option<Glyph>,
    content: Node,
}

impl Notice {
    /// A remark: how serious it is, what to do.
    pub fn new(tone: Tone, content: impl Into<Node>) -> Self {
        Self { tone, title: Words::Nothing, glyph: None, content: content.into() }
    }

    /// What happened, in a few words.
    pub fn title(self, title: impl Into<Words>) -> Self {
        Self { title: title.into(), ..self }
    }

    /// Another picture than the tone's own.
    pub fn glyph(self, glyph: Glyph) -> Self {
        Self { glyph: Some(glyph), ..self }
    }

    /// As a node.
    pub fn node(self) -> Node {
        let own = match self.tone {
            Tone::Good => Glyph::Check,
            Tone::Warn | Tone::Bad => Glyph::Warning,
            Tone::Info | Tone::Soft => Glyph::Info,
        };
        let words = el("div", "")
            .child(self.title.part(|title| el("p", "notice-title").text(title)))
            .child(el("div", "notice-text").child(self.content));
        el("div", &format!("notice {}", self.tone.class()))
            .attr("role", if self.tone == Tone::Bad { "alert" } else { "status" })
            .child(icon(self.glyph.unwrap_or(own)))
            .child(words)
    }
}

impl From<Notice> for Node {
    fn from(notice: Notice) -> Self {
        notice.node()
    }
}
