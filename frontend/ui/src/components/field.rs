//! What is typed.

use super::button::while_so;
use super::{Glyph, icon};
use crate::language::tr;
use dom::{Flag, Node, Words, el, live, soon, value};
use signals::RwSignal;
use std::cell::Cell;
use texts::ui::UiText;

thread_local! {
    static LAST: Cell<u32> = const { Cell::new(0) };
}

/// A number that no other element of the page has.
pub(crate) fn next_id() -> u32 {
    LAST.with(|last| {
        last.set(last.get() + 1);
        last.get()
    })
}

/// What kind of text is typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldKind {
    /// Any line of text.
    #[default]
    Text,
    /// A password, which can be shown.
    Password,
    /// Something to search for.
    Search,
    /// A day.
    Date,
    /// Day and time.
    DateTime,
    /// Several lines.
    Lines,
    /// Digits alone.
    Number,
}

impl FieldKind {
    const fn html(self, shown: bool) -> &'static str {
        match self {
            Self::Password if !shown => "password",
            Self::Text | Self::Password | Self::Number | Self::Lines => "text",
            Self::Search => "search",
            Self::Date => "date",
            Self::DateTime => "datetime-local",
        }
    }
}

/// A labelled line of text with help and error beside it.
#[must_use]
pub struct Field {
    label: String,
    value: RwSignal<String>,
    kind: FieldKind,
    help: Option<String>,
    error: Words,
    autocomplete: &'static str,
    optional: bool,
    bare: bool,
    autofocus: bool,
}

impl Field {
    /// A field: what is asked for, what is typed.
    pub fn new(label: impl Into<String>, value: RwSignal<String>) -> Self {
        Self {
            label: label.into(),
            value,
            kind: FieldKind::Text,
            help: None,
            error: Words::Nothing,
            autocomplete: "off",
            optional: false,
            bare: false,
            autofocus: false,
        }
    }

    /// What kind of text.
    pub fn kind(self, kind: FieldKind) -> Self {
        Self { kind, ..self }
    }

    /// A word of help below the label.
    pub fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// What is wrong with it.
    pub fn error(self, error: impl Into<Words>) -> Self {
        Self { error: error.into(), ..self }
    }

    /// What a password manager may fill in, like `username`.
    pub fn autocomplete(self, autocomplete: &'static str) -> Self {
        Self { autocomplete, ..self }
    }

    /// It may stay empty.
    pub fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    /// Keeps the label for readers alone, where the place says what it is.
    pub fn bare(self) -> Self {
        Self { bare: true, ..self }
    }

    /// Takes the focus when it appears.
    pub fn autofocus(self, autofocus: bool) -> Self {
        Self { autofocus, ..self }
    }

    /// As a node.
    pub fn node(self) -> Node {
        let id = format!("field-{}", next_id());
        let error_id = format!("{id}-error");
        let shown = RwSignal::new(false);
        let help = self.help.as_ref().map(|help| el("p", "help").attr("id", &help_id(&id)).text(help));
        let optional = self.optional.then(|| el("span", "mut").text(" · ").text(tr(UiText::Optional)));
        let label = el("label", if self.bare { "sr" } else { "" }).attr("for", &id).text(&self.label).all(optional);
        let searches = self.kind == FieldKind::Search;
        let line = el("div", if searches { "input search" } else { "input" })
            .all(searches.then(|| icon(Glyph::Search)))
            .child(self.input(&id, &error_id, shown))
            .all((self.kind == FieldKind::Password).then(|| reveal(shown)));
        el("div", if self.bare { "field bare" } else { "field" })
            .child(label)
            .all(help)
            .child(line)
            .child(error_line(self.error, error_id))
    }

    fn input(&self, id: &str, error_id: &str, shown: RwSignal<bool>) -> Node {
        let (kind, typed) = (self.kind, self.value);
        let wrong = is_said(&self.error);
        let help = self.help.as_ref().map(|_| help_id(id));
        let described = described(help, error_id.to_owned(), wrong.clone());
        let input = match kind {
            FieldKind::Lines => el("textarea", "").attr("rows", "3"),
            _ => el("input", "").live_attr("type", move || kind.html(shown.get()).to_owned()),
        };
        let input = input
            .attr("id", id)
            .bind("inputmode", (kind == FieldKind::Number).then_some("numeric"))
            .bind("placeholder", self.bare.then(|| self.label.clone()))
            .attr("autocomplete", self.autocomplete)
            .attr("autocapitalize", "none")
            .attr("spellcheck", "false")
            .bind("aria-required", (!self.optional && !self.bare).then_some("true"))
            .bind("aria-invalid", while_so(&wrong))
            .bind("aria-describedby", described)
            .prop("value", move || typed.get())
            .on("input", move |event| typed.set(value(&event)));
        if self.autofocus {
            // A dialog that opens around it looks for the attribute.
            let input = input.attr("autofocus", "");
            let element = input.html().clone();
            soon(move || {
                let _focused = element.focus();
            });
            return input;
        }
        input
    }
}

impl From<Field> for Node {
    fn from(field: Field) -> Self {
        field.node()
    }
}

fn help_id(id: &str) -> String {
    format!("{id}-help")
}

fn reveal(shown: RwSignal<bool>) -> Node {
    el("button", "reveal")
        .attr("type", "button")
        .bind_truth("aria-pressed", shown)
        .bind("aria-label", move || tr(if shown.get() { UiText::HidePassword } else { UiText::ShowPassword }))
        .on("click", move |_| shown.update(|shown| *shown = !*shown))
        .child(live(move || icon(if shown.get() { Glyph::EyeOff } else { Glyph::Eye })))
}

/// Whether there is something to say.
pub(super) fn is_said(words: &Words) -> Flag {
    match words {
        Words::Nothing => false.into(),
        Words::Fixed(_) => true.into(),
        Words::Live(words) => {
            let words = words.clone();
            Flag::from(move || words.say().is_some())
        }
    }
}

/// Which texts tell a reader more of a field: its help, and what is wrong while something is.
pub(super) fn described(help: Option<String>, error_id: String, wrong: Flag) -> Words {
    Words::from(move || match (&help, wrong.get()) {
        (Some(help), true) => Some(format!("{help} {error_id}")),
        (None, true) => Some(error_id.clone()),
        (help, false) => help.clone(),
    })
}

/// What is wrong, below a field.
pub(super) fn error_line(error: Words, id: String) -> Node {
    error.part(move |error| el("p", "error").attr("id", &id).text(error))
}
