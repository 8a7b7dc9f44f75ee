//! How many answered, and how many are still needed.

use super::index_card::people;
use crate::address::is_running;
use crate::menu::CITY;
use contract::results::UnitResults;
use dom::prelude::*;
use texts::overview::{self, OverviewText};
use ui::language::{language, percent};
use ui::{Card, Notice, Tone, meter, tr, tr_with};

pub(super) fn respondents(results: &UnitResults) -> Node {
    let figures = &results.figures;
    let (n, sample) = (figures.n, &figures.sample);
    let sentence = match sample.required {
        // Samples are those of the units; they do not add up.
        None if results.unit == CITY => tr(OverviewText::CitySample).to_owned(),
        required => overview::sample(n, required, sample.missing, is_running(&figures.period), language()),
    };
    let assisted = (figures.assisted.n > 0)
        .then(|| tr_with(OverviewText::Assisted, &[("percent", &percent(&figures.assisted.percent))]));
    let excluded =
        (figures.excluded.n > 0).then(|| tr_with(OverviewText::Excluded, &[("n", &people(figures.excluded.n))]));
    let rest = [assisted, excluded].into_iter().flatten();
    let said = el("p", "mut").child(el("b", "strong").text(&sentence));
    let said = rest.fold(said, |said, more| said.text(" · ").text(&more));
    let of = |required| el("small", "").text(&tr_with(OverviewText::OfRequired, &[("required", &people(required))]));
    let doubtful = || Notice::new(Tone::Warn, tr(OverviewText::PeopleBelowN)).node();
    let content = fragment()
        .child(el("p", "mid").text(&people(n)).text(" ").all(sample.required.map(of)))
        .all(sample.required.map(|required| meter(n, required, tr(OverviewText::MeterLabel))))
        .child(said)
        .all(sample.people_served_below_n.then(doubtful));
    Card::new(tr(OverviewText::Respondents), content).node()
}
