//! Chips by kind with their counts, the state, and the search.

use super::chosen::{List, State, choose_kind, choose_state};
use super::entry::Entry;
use super::export;
use dom::prelude::*;
use domain::UnitKind;
use signals::untrack;
use std::rc::Rc;
use texts::city::CityText;
use ui::language::count;
use ui::{Button, Chip, Field, FieldKind, Glyph, Select, chips, tr, tr_with};

pub(super) fn filters(list: &List, running: bool) -> Node {
    let chosen = list.chosen;
    let kind = move || chosen.kind().map_or("", UnitKind::code).to_owned();
    let entries = Rc::clone(&list.entries);
    let kinds = chips(tr(CityText::Kind), move || kinds(&entries), kind, |code| choose_kind(&code));
    let entries = Rc::clone(&list.entries);
    let state = move || chosen.state().code().to_owned();
    let state =
        Select::new(tr(CityText::State), move || states(&entries, running), state, |code| choose_state(&code)).bare();
    let (shown, taken) = (list.shown, list.clone());
    let shown = move || tr_with(CityText::Shown, &[("count", &count(number(shown.read().len())))]);
    let take = Button::new(tr(CityText::TakeTable))
        .glyph(Glyph::Download)
        .on_press(move || untrack(|| export::take(&taken.units())));
    let search = el("div", "city-search")
        .child(Field::new(tr(CityText::Search), chosen.words).kind(FieldKind::Search).bare())
        .child(state)
        .child(el("span", "note").attr("role", "status").live_text(shown))
        .child(take);
    el("div", "city-filters").child(kinds).child(search)
}

pub(super) fn number(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

fn number_of(entries: &[Entry], of: impl Fn(&Entry) -> bool) -> i64 {
    number(entries.iter().filter(|entry| of(entry)).count())
}

/// Every kind that has units, with their number.
fn kinds(entries: &[Entry]) -> Vec<Chip> {
    let chip = |value: &str, label: &str, count| Chip { value: value.to_owned(), label: label.to_owned(), count };
    let all = chip("", tr(CityText::All), Some(number(entries.len())));
    let kinds = UnitKind::COUNTED.into_iter().map(|kind| {
        let count = number_of(entries, |entry| entry.kind == Some(kind));
        chip(kind.code(), kind.name(), Some(count))
    });
    [all].into_iter().chain(kinds.filter(|chip| chip.count != Some(0))).collect()
}

fn states(entries: &[Entry], running: bool) -> Vec<(String, String)> {
    let state = |state: State| {
        let words = format!("{} ({})", tr(state.text(running)), count(number_of(entries, |entry| state.takes(entry))));
        (state.code().to_owned(), words)
    };
    State::ALL.map(state).into()
}
