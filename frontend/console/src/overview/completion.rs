//! How far people come in the survey, and where they leave it.

use super::index_card::people;
use super::slices::words;
use super::{Asked, file_name};
use contract::results::{UnitCompletion, UnitResults};
use domain::figures::LeftAt;
use leptos::prelude::*;
use std::sync::Arc;
use texts::overview::OverviewText;
use ui::chart::{Figure, completion_shares, source_note};
use ui::language::percent;
use ui::{Card, Loaded, Skeleton, tr, tr_with, use_remote};

/// How many places are named.
const PLACES: usize = 3;

pub(super) fn completion(asked: Asked, results: Arc<UnitResults>) -> AnyView {
    let read = use_remote::<UnitCompletion>(move || {
        let (period, service) = (asked.period.get(), asked.service.get());
        Some(asked.path("completion", &[("period", Some(&period)), ("service", service.as_deref())]))
    });
    let content = move |read: Arc<UnitCompletion>| {
        if read.completion.opened == 0 {
            return view! {
                <Card title=tr(OverviewText::Completion) note=tr(OverviewText::CompletionNote).to_owned()>
                    <p class="mut">{tr(OverviewText::CompletionEmpty)}</p>
                </Card>
            }
            .into_any();
        }
        let drawing = completion_shares(&read.completion).remarked(remark(&read));
        let source = source_note(&results.name, &results.figures);
        view! {
            <Figure
                title=tr(OverviewText::CompletionTitle)
                note=tr(OverviewText::CompletionNote).to_owned()
                source=source
                file=file_name(&results, None, "kelengkapan")
                drawing=drawing
            />
        }
        .into_any()
    };
    view! { <Loaded remote=read skeleton=|| view! { <Skeleton lines=4/> } children=content/> }.into_any()
}

/// How long it took, and where people left.
fn remark(read: &UnitCompletion) -> Option<String> {
    let completion = &read.completion;
    let seconds =
        completion.median_seconds.map(|s| tr_with(OverviewText::MedianSeconds, &[("seconds", &s.to_string())]));
    let mut left: Vec<&LeftAt> = completion.left.iter().collect();
    left.sort_by_key(|left| -left.n);
    let questions = completion.items.len();
    let places: Vec<String> = left.iter().take(PLACES).map(|left| place(left, questions)).collect();
    let left = (!places.is_empty()).then(|| format!("{} {}.", tr(OverviewText::LeftMost), places.join(", ")));
    let parts: Vec<String> = [seconds, left].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn place(left: &LeftAt, questions: usize) -> String {
    let step = left.step.to_string();
    let name = match (&left.label, &left.item) {
        (Some(label), _) => words(label).to_owned(),
        (None, Some(item)) => item.clone(),
        (None, None) if questions > 0 && usize::try_from(left.step).is_ok_and(|step| step > questions) => {
            tr(OverviewText::LeftAtEnd).to_owned()
        }
        // Links of several questionnaires ask something different there.
        (None, None) => tr_with(OverviewText::LeftAtStep, &[("step", &step)]),
    };
    tr_with(OverviewText::LeftTimes, &[("where", &name), ("n", &people(left.n)), ("percent", &percent(&left.percent))])
}
