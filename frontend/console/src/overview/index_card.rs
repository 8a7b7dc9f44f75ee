//! The one big number: the index with its grade, margin and change.

use super::full_name;
use domain::figures::{IndexResult, MarginResult, SeriesChange};
use leptos::prelude::*;
use texts::format;
use texts::overview::{self, OverviewText};
use ui::language::{count, decimal, language};
use ui::{Card, GradeBadge, Tag, Tone, tr, tr_with};

pub(super) fn index_card(index: &IndexResult) -> AnyView {
    let summary = &index.summary;
    let lines = [Some(margin(&summary.margin)), Some(change(index.change.as_ref()))];
    let line = lines.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let scale = tr_with(OverviewText::Scale, &[("value", &decimal(&summary.value))]);
    let few = (index.elements_used < summary.index.elements().len())
        .then(|| tr_with(OverviewText::FewElements, &[("k", &index.elements_used.to_string())]));
    let pooled = index.pooled.as_ref().map(|pooled| {
        let places = [("count", &*pooled.services.to_string()), ("converted", &*decimal(&pooled.converted))];
        tr_with(OverviewText::Pooled, &places)
    });
    let more = [Some(scale), few, pooled].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let title = tr(full_name(summary.index));
    let small = summary.margin.small_sample;
    let (converted, grade) = (decimal(&summary.converted), summary.grade.clone());
    let performance = summary.performance.clone();
    view! {
        <Card title=title>
            <p class="headline">
                <span class="big">{converted}</span>
                <GradeBadge grade performance=performance/>
            </p>
            <p class="mut n">{line}</p>
            <p class="mut n">{more}</p>
            {small.then(|| view! { <p class="tags"><Tag tone=Tone::Warn>{tr(OverviewText::SmallSample)}</Tag></p> })}
        </Card>
    }
    .into_any()
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
