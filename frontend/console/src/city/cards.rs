//! The four numbers of the city.

use super::chosen::{List, State, choose_state};
use super::filters::number;
use crate::address::is_running;
use crate::overview::short_name;
use contract::results::Recap;
use dom::prelude::*;
use domain::IndexKind;
use domain::figures::CityIndex;
use texts::city::CityText;
use texts::format;
use ui::language::{count, decimal, language};
use ui::{Button, ButtonKind, Card, Tone, grade_badge, meter, tag, tr, tr_with};

pub(super) fn cards(recap: &Recap, list: &List) -> Node {
    let ikm = recap.indices.iter().find(|index| index.headline.index == IndexKind::Ikm).or(recap.indices.first());
    el("div", "g four")
        .all(ikm.map(|ikm| headline(ikm, recap.n)))
        .child(others(recap))
        .child(with_answers(recap))
        .child(samples(list, is_running(&recap.period)))
}

fn counted(text: CityText, length: usize) -> String {
    tr_with(text, &[("count", &count(number(length)))])
}

fn submitted(index: &CityIndex) -> String {
    let places = [index.submitted_units, index.units].map(|units| count(number(units)));
    tr_with(CityText::Submitted, &[("submitted", &*places[0]), ("count", &*places[1])])
}

fn pooled(index: &CityIndex) -> String {
    tr_with(CityText::PooledValue, &[("value", &decimal(&index.pooled.converted))])
}

/// What there is to say, side by side.
fn joined(parts: [Option<String>; 2]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn headline(index: &CityIndex, n: i64) -> Node {
    let head = &index.headline;
    let margin = head.margin.points.as_deref().map(|points| format::margin(points, language()));
    let small = index.converted_without_small.as_ref().filter(|_| index.small_units > 0).map(|value| {
        let places = [("count", &*count(number(index.small_units))), ("value", &*decimal(value))];
        tr_with(CityText::WithoutSmall, &places)
    });
    let figure = el("p", "headline")
        .child(el("span", "mid").text(&decimal(&head.converted)))
        .child(grade_badge(&head.grade, Some(&head.performance)))
        .all(index.sementara.then(|| tag(Tone::Soft, tr(CityText::Provisional))));
    let content = fragment()
        .child(figure)
        .child(el("p", "mut n").text(&joined([margin, Some(counted(CityText::MeanOf, index.units))])))
        .child(el("p", "mut n").text(&joined([Some(pooled(index)), small])))
        .all((index.submitted_units > 0).then(|| el("p", "mut n").text(&submitted(index))));
    Card::new(tr_with(CityText::IndexOfCity, &[("index", short_name(head.index))]), content)
        .note(tr_with(CityText::Respondents, &[("count", &count(n))]))
        .node()
}

fn others(recap: &Recap) -> Node {
    let row = |index: &CityIndex| {
        let below = [counted(CityText::MeanOf, index.units), pooled(index)].map(Some);
        el("li", "")
            .child(el("span", "").text(short_name(index.headline.index)))
            .child(el("b", "n").text(&decimal(&index.headline.converted)))
            .child(grade_badge(&index.headline.grade, None))
            .child(el("span", "note n").text(&joined(below)))
    };
    let others = recap.indices.iter().filter(|index| index.headline.index != IndexKind::Ikm);
    let rows: Vec<Node> = others.map(row).collect();
    let none = rows.is_empty().then(|| el("p", "mut").text(tr(CityText::NoOtherIndices)));
    Card::new(tr(CityText::OtherIndices), fragment().all(none).child(el("ul", "others").all(rows))).node()
}

fn of_all(value: usize, of: usize, label: &'static str) -> Node {
    let whole = el("small", "").text(&counted(CityText::OfObliged, of));
    let words = el("p", "mid").text(&count(number(value))).text(" ").child(whole);
    fragment().child(words).child(meter(number(value), number(of), label))
}

/// Narrows the list to those that are counted here.
fn narrow_to(state: State, words: String) -> Node {
    let narrow = Button::new(words).kind(ButtonKind::Plain).on_press(move || choose_state(state.code()));
    el("p", "narrow").child(narrow)
}

fn with_answers(recap: &Recap) -> Node {
    let missing = recap.units_obliged.saturating_sub(recap.units_with_answers);
    let title = tr(CityText::UnitsWithAnswers);
    let rest = match missing {
        0 => el("p", "mut").text(tr(CityText::NoneMissing)),
        _ => narrow_to(State::NoAnswer, counted(CityText::Missing, missing)),
    };
    Card::new(title, of_all(recap.units_with_answers, recap.units_obliged, title).child(rest)).node()
}

/// How many have enough answers; who does not is asked for more as long as the period runs.
fn samples(list: &List, running: bool) -> Node {
    let entries = &list.entries;
    let known = entries.iter().filter(|entry| entry.required.is_some()).count();
    let reached = entries.iter().filter(|entry| entry.reached).count();
    let (short, unknown) = (known.saturating_sub(reached), entries.len() - known);
    let title = tr(CityText::SampleReached);
    let text = if running { CityText::SampleShort } else { CityText::SampleMissed };
    let narrow = (short > 0).then(|| narrow_to(State::Short, counted(text, short)));
    let unknown = (unknown > 0).then(|| el("p", "mut").text(&counted(CityText::SampleUnknown, unknown)));
    Card::new(title, of_all(reached, entries.len(), title).all(narrow).all(unknown)).node()
}
