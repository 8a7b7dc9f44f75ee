//! Who signs the reports of a unit, and how that is printed.

use crate::action::Action;
use dom::prelude::*;
use domain::report::{ActingAs, EmployeeNumber, Signatory};
use json::Value;
use texts::preparation::ProfileText;
use ui::{Choices, Field, FieldKind, Select, tr};

const ACTING: [(&str, ProfileText); 4] = [
    ("", ProfileText::ActingNone),
    ("plt", ProfileText::ActingPlt),
    ("plh", ProfileText::ActingPlh),
    ("an", ProfileText::ActingAn),
];

/// As the documents print it where nobody is named.
const NOBODY: &str = "……………………………………";

/// What is typed of who signs.
#[derive(Clone, Copy)]
pub(super) struct Signing {
    acting: RwSignal<String>,
    position: RwSignal<String>,
    name: RwSignal<String>,
    rank: RwSignal<String>,
    kind: RwSignal<String>,
    number: RwSignal<String>,
}

impl Signing {
    pub(super) fn new(head: &Value) -> Self {
        let number = head.get("number");
        let texts = [
            head.text("acting"),
            head.text("position"),
            head.text("name"),
            head.text("rank"),
            number.text("kind"),
            number.text("number"),
        ];
        let [acting, position, name, rank, kind, number] = texts.map(|text| RwSignal::new(text.to_owned()));
        Self { acting, position, name, rank, kind, number }
    }

    /// What is typed, as the API reads it; null where nothing is.
    pub(super) fn typed(self) -> Value {
        let texts = [("position", self.position), ("name", self.name), ("rank", self.rank)];
        let kind = self.kind.get_untracked();
        if kind.is_empty() && texts.iter().all(|(_, text)| text.with_untracked(|text| text.trim().is_empty())) {
            return Value::Null;
        }
        let mut head = Value::object(&[]);
        for (name, text) in texts {
            head.set(name, text.get_untracked());
        }
        let acting = self.acting.get_untracked();
        if !acting.is_empty() {
            head.set("acting", acting);
        }
        if !kind.is_empty() {
            head.set("number", Value::object(&[("kind", kind.into()), ("number", self.number.get_untracked().into())]));
        }
        head
    }

    /// The fields.
    pub(super) fn fields(self, action: Action) -> Node {
        let acting = Select::new(
            tr(ProfileText::Acting),
            || choices(&ACTING),
            move || self.acting.get(),
            move |acting| self.acting.set(acting),
        );
        let kind = Select::new(
            tr(ProfileText::NumberKind),
            number_choices,
            move || self.kind.get(),
            move |kind| self.kind.set(kind),
        );
        let field = |label, value, pointer| Field::new(tr(label), value).error(action.field(pointer)).optional();
        let number = move || {
            let field = Field::new(tr(ProfileText::Number), self.number).kind(FieldKind::Number);
            field.error(action.field("/head/number/number")).node()
        };
        let position = field(ProfileText::Position, self.position, "/head/position");
        let rank = field(ProfileText::Rank, self.rank, "/head/rank");
        el("div", "form")
            .child(position.help(tr(ProfileText::PositionHelp)))
            .child(acting)
            .child(field(ProfileText::Name, self.name, "/head/name"))
            .child(rank.help(tr(ProfileText::RankHelp)))
            .child(kind)
            .child(show(move || self.kind.with(|kind| !kind.is_empty()), number))
    }

    /// As the reports print it.
    pub(super) fn printed(self, place: &str) -> Node {
        let acting = self.acting.get();
        let acting = ACTING[1..].iter().position(|(code, _)| *code == acting);
        let some = |text: RwSignal<String>| Some(text.get()).filter(|text| !text.trim().is_empty());
        let digits = self.number.with(|number| number.split_whitespace().collect());
        let signatory = Signatory {
            acting: acting.and_then(|at| [ActingAs::Plt, ActingAs::Plh, ActingAs::An].get(at).copied()),
            position: self.position.get(),
            name: self.name.get(),
            rank: some(self.rank),
            number: some(self.kind).map(|kind| match &*kind {
                "nip" => EmployeeNumber::Nip(digits),
                _ => EmployeeNumber::Nipppk(digits),
            }),
        };
        let bare = signatory.signs_without_number();
        let line = |text: String| el("p", "").text(&text);
        let below = [signatory.rank.clone(), signatory.number.as_ref().map(EmployeeNumber::printed)];
        let below = below.into_iter().flatten().filter(|_| !bare).map(line);
        let dots = if place.trim().is_empty() { "…" } else { place.trim() };
        let block = el("div", "signature")
            .attr("lang", "id")
            .child(line(format!("{dots}, …")))
            .child(line(signatory.titled_position()))
            .child(el("p", "signature-name").text(if signatory.name.is_empty() { NOBODY } else { &signatory.name }))
            .all(below);
        fragment().child(block).all(bare.then(|| el("p", "note").text(tr(ProfileText::NoNumber))))
    }
}

fn choices(of: &[(&str, ProfileText)]) -> Choices {
    of.iter().map(|(code, words)| ((*code).to_owned(), tr(*words).to_owned())).collect()
}

fn number_choices() -> Choices {
    let kinds = [("nip", "NIP"), ("nipppk", "NIPPPK")].map(|(code, words)| (code.to_owned(), words.to_owned()));
    choices(&[("", ProfileText::NumberNone)]).into_iter().chain(kinds).collect()
}
