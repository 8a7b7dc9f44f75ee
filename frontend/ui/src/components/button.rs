//! What can be pressed.

use super::{Glyph, icon};
use crate::language::tr;
use dom::{Act, Flag, Node, Words, el, show};
use texts::ui::UiText;

/// How much a button asks for attention; one primary a screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing to do here.
    Primary,
    /// Another thing to do.
    #[default]
    Secondary,
    /// Something small beside.
    Plain,
    /// What ends or closes something.
    Danger,
}

impl ButtonKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "btn",
            Self::Secondary => "btn two",
            Self::Plain => "btn three",
            Self::Danger => "btn danger",
        }
    }
}

/// A button. While `busy` it takes no second press and says so.
#[derive(Default)]
#[must_use]
pub struct Button {
    kind: ButtonKind,
    glyph: Option<Glyph>,
    on_press: Option<Box<dyn Act>>,
    submit: bool,
    busy: Flag,
    disabled: Flag,
    label: Words,
    words: Words,
}

impl Button {
    /// A button with its words.
    pub fn new(words: impl Into<Words>) -> Self {
        Self { words: words.into(), ..Self::default() }
    }

    /// A button of an icon alone, with a name for readers.
    pub fn alone(glyph: Glyph, label: impl Into<Words>) -> Self {
        Self { glyph: Some(glyph), label: label.into(), ..Self::default() }
    }

    /// Its importance.
    pub fn kind(self, kind: ButtonKind) -> Self {
        Self { kind, ..self }
    }

    /// An icon before the words.
    pub fn glyph(self, glyph: Glyph) -> Self {
        Self { glyph: Some(glyph), ..self }
    }

    /// What pressing does; leave it out for a submit button.
    pub fn on_press(self, act: impl Fn() + 'static) -> Self {
        Self { on_press: Some(Box::new(act)), ..self }
    }

    /// Sends the form it stands in.
    pub fn submit(self) -> Self {
        Self { submit: true, ..self }
    }

    /// An answer is awaited.
    pub fn busy(self, busy: impl Into<Flag>) -> Self {
        Self { busy: busy.into(), ..self }
    }

    /// It cannot be pressed now.
    pub fn disabled(self, disabled: impl Into<Flag>) -> Self {
        Self { disabled: disabled.into(), ..self }
    }

    /// A name for readers that says more than the words.
    pub fn label(self, label: impl Into<Words>) -> Self {
        Self { label: label.into(), ..self }
    }

    /// As a node.
    pub fn node(self) -> Node {
        let Self { kind, glyph, on_press, submit, busy, disabled, label, words } = self;
        let spoken = busy.clone();
        let node = el("button", kind.class())
            .class("alone", matches!(words, Words::Nothing))
            .attr("type", if submit { "submit" } else { "button" })
            .bind_flag("disabled", disabled)
            .bind("aria-busy", while_so(&busy))
            .bind("aria-label", label.clone())
            .bind("title", label)
            .all(glyph.map(icon))
            .child(show(spoken, || el("span", "sr").attr("role", "status").text(tr(UiText::Working))))
            .child(words);
        match on_press {
            Some(act) => node.on("click", move |_| {
                if !busy.now() {
                    act.act();
                }
            }),
            None => node,
        }
    }
}

impl From<Button> for Node {
    fn from(button: Button) -> Self {
        button.node()
    }
}

/// The value `true` while something is so, and no attribute otherwise.
pub(super) fn while_so(flag: &Flag) -> Words {
    match flag {
        Flag::Fixed(on) => on.then_some("true").into(),
        Flag::Live(on) => {
            let on = on.clone();
            Words::from(move || on.tell().then_some("true"))
        }
    }
}

/// A link: it leads to another screen.
pub fn link(href: impl Into<Words>, words: impl Into<Words>) -> Node {
    el("a", "").bind("href", href).child(words.into())
}

/// A link that looks like a button.
pub fn link_button(href: impl Into<Words>, kind: ButtonKind, glyph: Option<Glyph>, words: impl Into<Words>) -> Node {
    el("a", kind.class()).bind("href", href).all(glyph.map(icon)).child(words.into())
}
