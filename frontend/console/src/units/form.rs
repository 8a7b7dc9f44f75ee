//! A new unit, and changes to one.

use super::links_address;
use crate::action::Action;
use crate::menu::CITY;
use crate::unit_list::{choices, depths};
use contract::{Unit, UnitPage};
use dom::prelude::*;
use dom::stop;
use domain::{Code, UnitKind};
use json::Value;
use std::rc::Rc;
use texts::ui::UiText;
use texts::units::UnitText;
use ui::api::{self, Method, Versioned};
use ui::language::count;
use ui::{Button, ButtonKind, Choices, Field, Notice, Remote, Select, Tone, dialog, link, tick, tr, tr_with};

/// The unit that is being made or changed.
#[derive(Clone, Copy)]
pub(super) struct Editing {
    units: Remote<UnitPage>,
    open: RwSignal<bool>,
    /// `None` while a new one is made.
    unit: RwSignal<Option<Versioned<Value>>>,
    /// A unit made just now; null without one.
    made: RwSignal<Value>,
    fetching: Action,
}

impl Editing {
    pub(super) fn new(units: Remote<UnitPage>) -> Self {
        let (open, unit, made) = (RwSignal::new(false), RwSignal::new(None), RwSignal::new(Value::Null));
        Self { units, open, unit, made, fetching: Action::new() }
    }

    /// Opens the form for a new unit.
    pub(super) fn add(self) {
        self.unit.set(None);
        self.open.set(true);
    }

    /// Opens the form for the unit of a code.
    pub(super) fn edit(self, code: &str) {
        let path = format!("/units/{code}");
        self.fetching.run(api::get_versioned::<Value>(&path), move |unit| {
            self.unit.set(Some(unit));
            self.open.set(true);
        });
    }

    /// What came of it.
    pub(super) fn said(self) -> Node {
        let made = move || {
            let unit = self.made.get();
            let code = unit.get("code").as_text()?;
            let words = tr_with(UnitText::Added, &[("unit", unit.text("name"))]);
            let next = link(links_address(code), tr(UnitText::AddedNext));
            Some(Notice::new(Tone::Good, [words.into(), next]).node())
        };
        fragment().child(self.fetching.notice()).child(live(made))
    }

    pub(super) fn dialog(self) -> Node {
        let title = move || {
            let name = self.unit.with(|unit| unit.as_ref().map(|unit| unit.value.text("name").to_owned()));
            name.map_or_else(|| tr(UnitText::Add).to_owned(), |name| tr_with(UnitText::EditUnit, &[("unit", &name)]))
        };
        dialog(self.open, title, move || self.form())
    }

    fn done(self, made: Value) {
        self.open.set(false);
        self.made.set(made);
        self.units.reload();
    }

    fn send(self, action: Action, change: &Value) {
        let Some(before) = self.unit.get_untracked() else { return };
        let path = format!("/units/{}", before.value.text("code"));
        let send = api::change_versioned::<Value>(Method::PATCH, &path, change, &before.etag);
        action.run(send, move |_| self.done(Value::Null));
    }

    fn form(self) -> Node {
        let before = self.unit.get_untracked().map(|unit| unit.value);
        let new = before.is_none();
        let before = before.unwrap_or(Value::Null);
        let text = |name| RwSignal::new(before.text(name).to_owned());
        let (name, code) = (text("name"), text("code"));
        let (kind, parent) = if new {
            suggest(name, code);
            (RwSignal::new(UnitKind::PerangkatDaerah.code().to_owned()), RwSignal::new(CITY.to_owned()))
        } else {
            (text("kind"), text("parent"))
        };
        let (obliged, wrong_code) = (RwSignal::new(new || before.is("obliged")), RwSignal::new(false));
        let action = Action::new();
        let submit = move || {
            let (parent, obliged) = (parent.get_untracked(), obliged.get_untracked());
            let mut request =
                Value::object(&[("name", name.get_untracked().trim().into()), ("obliged", obliged.into())]);
            // The city has no unit above it, and its kind cannot be another's.
            if !parent.is_empty() {
                request.set("parent", parent);
                request.set("kind", kind.get_untracked());
            }
            if !new {
                return self.send(action, &request);
            }
            let code = code.get_untracked().trim().to_owned();
            wrong_code.set(Code::parse(&code).is_err());
            if wrong_code.get_untracked() {
                return;
            }
            request.set("code", code);
            action.run(api::change::<Value>(Method::POST, "/units", &request), move |unit| self.done(unit));
        };
        let below_others = new || !parent.with_untracked(String::is_empty);
        let place = below_others.then(|| {
            let own = before.get("code").as_text().map(str::to_owned);
            let kinds = Select::new(tr(UnitText::Kind), kind_choices, move || kind.get(), move |code| kind.set(code));
            let above = move || self.units.value().map(|page| above(&page.items, own.as_deref())).unwrap_or_default();
            let above = Select::new(tr(UnitText::Above), above, move || parent.get(), move |code| parent.set(code));
            fragment()
                .child(kinds.error(action.field("/kind")))
                .child(above.error(action.field("/parent")))
                .child(tick(tr(UnitText::Obliged), obliged))
        });
        let cancel = Button::new(tr(UiText::Cancel)).on_press(move || self.open.set(false));
        let save = Button::new(if new { tr(UnitText::Add) } else { tr(UiText::Save) });
        let save = save.kind(ButtonKind::Primary).submit().busy(action.busy());
        el("form", "form")
            .on("submit", stop(submit))
            .child(action.notice())
            .child(Field::new(tr(UnitText::Name), name).error(action.field("/name")))
            .all(new.then(|| super::code_field(code, wrong_code, action)))
            .all(place)
            .child(el("div", "acts").child(cancel).child(save))
            .all((!new && below_others).then(|| self.ending(&before, action)))
    }

    /// A unit serves no longer, or again.
    fn ending(self, unit: &Value, action: Action) -> Node {
        let (active, code) = (unit.is("active"), unit.text("code"));
        let below = self.units.value().map_or(0, |page| {
            page.items.iter().filter(|other| other.active && other.parent.as_deref() == Some(code)).count()
        });
        let below = i64::try_from(below).unwrap_or(i64::MAX);
        let ending = el("div", "ending");
        if active && below > 0 {
            let words = tr_with(UnitText::DeactivateFirst, &[("count", &count(below))]);
            return ending.child(el("p", "mut").text(&words));
        }
        let (words, kind) = match active {
            true => (UnitText::Deactivate, ButtonKind::Danger),
            false => (UnitText::Activate, ButtonKind::Secondary),
        };
        let press = move || self.send(action, &Value::object(&[("active", (!active).into())]));
        ending
            .all(active.then(|| el("p", "mut").text(tr(UnitText::DeactivateText))))
            .child(Button::new(tr(words)).kind(kind).busy(action.busy()).on_press(press))
    }
}

/// Writes the code that a name suggests, until somebody writes another one.
fn suggest(name: RwSignal<String>, code: RwSignal<String>) {
    let last = Rc::new(std::cell::RefCell::new(String::new()));
    effect(move || {
        let suggested = name.with(|name| code_of(name));
        if code.with_untracked(|code| *code == *last.borrow()) {
            last.replace(suggested.clone());
            code.set(suggested);
        }
    });
}

/// `Kelurahan Kuin Utara` as `kelurahan-kuin-utara`, in at most 32 characters.
fn code_of(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut code = words.collect::<Vec<_>>().join("-").to_ascii_lowercase();
    code.truncate(32);
    code.trim_end_matches('-').to_owned()
}

fn kind_choices() -> Choices {
    let kinds = UnitKind::ALL.into_iter().filter(|kind| *kind != UnitKind::Kota);
    kinds.map(|kind| (kind.code().to_owned(), kind.name().to_owned())).collect()
}

/// Which units can stand above one: neither itself nor those below it.
fn above(units: &[Unit], own: Option<&str>) -> Choices {
    let depths = depths(units);
    let depth = |unit: &Unit| depths.get(unit.code.as_str()).copied().unwrap_or(0);
    let mut below = None;
    let mut kept = Vec::with_capacity(units.len());
    for unit in units {
        if below.is_some_and(|deep| depth(unit) > deep) {
            continue;
        }
        below = (own == Some(&unit.code)).then(|| depth(unit));
        if below.is_none() {
            kept.push(unit.clone());
        }
    }
    choices(&kept)
}
