//! How far people come in the survey, and where they leave it.

use super::index_card::people;
use super::slices::words;
use super::{Asked, file_name};
use contract::results::{UnitCompletion, UnitResults};
use dom::prelude::*;
use domain::figures::LeftAt;
use std::sync::Arc;
use texts::overview::OverviewText;
use ui::chart::{Figure, completion_shares, source_note};
use ui::language::percent;
use ui::{Card, loaded, skeleton, tr, tr_with, use_remote};

/// How many places are named.
const PLACES: usize = 3;

pub(super) fn completion(asked: &Asked, results: &Arc<UnitResults>) -> Node {
    let (asked, results) = (asked.clone(), Arc::clone(results));
    let read = use_remote::<UnitCompletion>(move || Some(asked.figures("/completion")));
    loaded(read, || skeleton(4), move |read| content(&results, &read))
}

fn content(results: &UnitResults, read: &UnitCompletion) -> Node {
    if read.completion.opened == 0 {
        let none = el("p", "mut").text(tr(OverviewText::CompletionEmpty));
        return Card::new(tr(OverviewText::Completion), none).note(tr(OverviewText::CompletionNote)).node();
    }
    Figure::new(tr(OverviewText::CompletionTitle), completion_shares(&read.completion).remarked(remark(read)))
        .note(tr(OverviewText::CompletionNote))
        .source(source_note(&results.name, &results.figures))
        .file(file_name(results, None, "kelengkapan"))
        .node()
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
