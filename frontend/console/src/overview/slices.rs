//! Who answered and how the groups judge: characteristics, services, channels, time of day.

use super::index_card::people;
use super::short_name;
use domain::figures::{Figures, IndexSummary, Label, SliceResult};
use leptos::prelude::*;
use texts::Language;
use texts::overview::OverviewText;
use ui::language::{decimal, language, percent};
use ui::{Card, Column, GradeBadge, Row, Table, tr};

pub(super) fn slices(figures: &Figures) -> AnyView {
    let kind = figures.indices.first().map(|index| index.summary.index);
    let name = kind.map_or("", short_name);
    let summary = move |indices: &[IndexSummary]| indices.iter().find(|summary| Some(summary.index) == kind).cloned();
    let group = move |slice: &SliceResult| Group {
        name: words(&slice.label).to_owned(),
        n: slice.n,
        percent: slice.percent.clone(),
        summary: summary(&slice.indices),
    };
    let characteristics = figures.characteristics.iter().map(|characteristic| {
        let groups = characteristic.options.iter().map(group).collect();
        groups_card(words(&characteristic.label).to_owned(), tr(OverviewText::Group), name, groups)
    });
    let services: Vec<Group> = figures
        .services
        .iter()
        .map(|service| Group {
            name: service.name.clone(),
            n: service.n,
            percent: service.percent.clone(),
            summary: summary(&service.indices),
        })
        .collect();
    let others = [
        (OverviewText::Services, OverviewText::ServiceColumn, services),
        (OverviewText::Channels, OverviewText::ChannelColumn, figures.channels.iter().map(group).collect()),
        (OverviewText::TimeSlots, OverviewText::TimeSlotColumn, figures.time_slots.iter().map(group).collect()),
    ];
    let others = others.into_iter().filter(|(_, _, groups)| !groups.is_empty());
    let others = others.map(|(title, column, groups)| groups_card(tr(title).to_owned(), tr(column), name, groups));
    view! {
        <div class="part">
            <h2>{tr(OverviewText::Characteristics)}</h2>
            <p class="mut">{tr(OverviewText::CharacteristicsLead)}</p>
        </div>
        <div class="g columns">{characteristics.collect_view()} {others.collect_view()}</div>
    }
    .into_any()
}

/// A label in the console's language.
pub(super) fn words(label: &Label) -> &str {
    if language() == Language::English { &label.en } else { &label.id }
}

#[derive(Clone)]
struct Group {
    name: String,
    n: i64,
    percent: String,
    summary: Option<IndexSummary>,
}

fn groups_card(title: String, column: &'static str, index: &'static str, groups: Vec<Group>) -> AnyView {
    let columns = vec![
        Column::words(column),
        Column::numbers(tr(OverviewText::CountColumn)),
        Column::numbers(tr(OverviewText::PercentColumn)),
        Column::numbers(index),
        Column::words(tr(OverviewText::GradeColumn)),
    ];
    let rows = move || groups.iter().map(row).collect::<Vec<Row>>();
    view! {
        <Card title=title.clone()>
            <Table caption=title columns rows slim=true/>
        </Card>
    }
    .into_any()
}

fn row(group: &Group) -> Row {
    let small = group.summary.as_ref().is_some_and(|summary| summary.margin.small_sample);
    let converted = group.summary.as_ref().map_or_else(|| texts::format::NONE.to_owned(), |s| decimal(&s.converted));
    let grade = group.summary.as_ref().map(|summary| view! { <GradeBadge grade=summary.grade.clone()/> });
    vec![
        view! { {group.name.clone()} {small.then(|| view! { " " <span class="small">{tr(OverviewText::Small)}</span> })} }
            .into_any(),
        people(group.n).into_any(),
        percent(&group.percent).into_any(),
        view! { <b>{converted}</b> }.into_any(),
        grade.into_any(),
    ]
}
