//! The one big number: the index with its grade, margin and change.

use super::full_name;
use dom::prelude::*;
use domain::figures::{IndexResult, MarginResult, SeriesChange};
use texts::format;
use texts::overview::{self, OverviewText};
use ui::language::{count, decimal, language};
use ui::{Card, Tone, grade_badge, tag, tr, tr_with};

pub(super) fn index_card(index: &IndexResult) -> Node {
    let summary = &index.summary;
    let line = [margin(&summary.margin), change(index.change.as_ref())].join(" · ");
    let scale = tr_with(OverviewText::Scale, &[("value", &decimal(&summary.value))]);
    let few = (index.elements_used < summary.index.elements().len())
        .then(|| tr_with(OverviewText::FewElements, &[("k", &index.elements_used.to_string())]));
    let pooled = index.pooled.as_ref().map(|pooled| {
        let places = [("count", &*pooled.services.to_string()), ("converted", &*decimal(&pooled.converted))];
        tr_with(OverviewText::Pooled, &places)
    });
    let more = [Some(scale), few, pooled].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let headline = el("p", "headline")
        .child(el("span", "big").text(&decimal(&summary.converted)))
        .child(grade_badge(&summary.grade, Some(&summary.performance)));
    let small = || el("p", "tags").child(tag(Tone::Warn, tr(OverviewText::SmallSample)));
    let content = fragment()
        .child(headline)
        .child(el("p", "mut n").text(&line))
        .child(el("p", "mut n").text(&more))
        .all((summary.margin.small_sample && summary.margin.status != "too_few").then(small));
    Card::new(tr(full_name(summary.index)), content).node()
}

/// The margin in words: a number, or why there is none.
pub(super) fn margin(margin: &MarginResult) -> String {
    match (margin.status.as_str(), &margin.points) {
        ("value", Some(points)) => format::margin(points, language()),
        ("all_equal", _) => tr(OverviewText::MarginAllEqual).to_owned(),
        _ => tr(OverviewText::MarginTooFew).to_owned(),
    }
}

fn change(change: Option<&SeriesChange>) -> String {
    let Some(change) = change else { return tr(OverviewText::NoBefore).to_owned() };
    match &change.difference {
        Some(difference) => {
            overview::change(difference, change.significant == Some(true), &change.previous_period, language())
        }
        None => {
            let reason = change.reason.as_deref().unwrap_or_default();
            overview::not_comparable(reason, &change.previous_period, language())
        }
    }
}

/// A number of people.
pub(super) fn people(n: i64) -> String {
    count(n)
}
