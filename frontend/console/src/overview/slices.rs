//! Who answered and how the groups judge: characteristics, services, channels, time of day.

use super::index_card::people;
use super::short_name;
use dom::prelude::*;
use domain::IndexKind;
use domain::figures::{Figures, IndexSummary, Label, SliceResult};
use texts::Language;
use texts::format::NONE;
use texts::overview::OverviewText;
use ui::language::{decimal, language, percent};
use ui::{Card, Column, Row, Table, grade_badge, tr};

pub(super) fn slices(figures: &Figures) -> Node {
    let kind = figures.indices.first().map(|index| index.summary.index);
    let group = |slice: &SliceResult| Group::new(words(&slice.label), slice.n, &slice.percent, &slice.indices, kind);
    let groups = |slices: &[SliceResult]| slices.iter().map(group).collect::<Vec<_>>();
    let services = figures.services.iter();
    let services =
        services.map(|service| Group::new(&service.name, service.n, &service.percent, &service.indices, kind));
    let others = [
        (OverviewText::Services, OverviewText::ServiceColumn, services.collect()),
        (OverviewText::Channels, OverviewText::ChannelColumn, groups(&figures.channels)),
        (OverviewText::TimeSlots, OverviewText::TimeSlotColumn, groups(&figures.time_slots)),
    ];
    let cards = el("div", "g columns").all(figures.characteristics.iter().map(|characteristic| {
        let title = words(&characteristic.label).to_owned();
        groups_card(title, tr(OverviewText::Group), kind, groups(&characteristic.options))
    }));
    let others = others.into_iter().filter(|(_, _, groups)| !groups.is_empty());
    let cards =
        cards.all(others.map(|(title, column, groups)| groups_card(tr(title).to_owned(), tr(column), kind, groups)));
    let head = el("div", "part")
        .child(el("h2", "").text(tr(OverviewText::Characteristics)))
        .child(el("p", "mut").text(tr(OverviewText::CharacteristicsLead)));
    fragment().child(head).child(cards)
}

/// A label in the console's language.
pub(super) fn words(label: &Label) -> &str {
    if language() == Language::English { &label.en } else { &label.id }
}

/// A group as printed.
struct Group {
    name: String,
    n: String,
    percent: String,
    converted: String,
    grade: Option<String>,
    small: bool,
}

impl Group {
    fn new(name: &str, n: i64, share: &str, indices: &[IndexSummary], kind: Option<IndexKind>) -> Self {
        let summary = indices.iter().find(|summary| Some(summary.index) == kind);
        Self {
            name: name.to_owned(),
            n: people(n),
            percent: percent(share),
            converted: summary.map_or_else(|| NONE.to_owned(), |summary| decimal(&summary.converted)),
            grade: summary.map(|summary| summary.grade.clone()),
            small: summary.is_some_and(|summary| summary.margin.small_sample),
        }
    }

    fn row(&self) -> Row {
        let small = [" ".into(), el("span", "small").text(tr(OverviewText::Small))];
        let name = fragment().child(text(&self.name)).all(small.into_iter().filter(|_| self.small));
        let grade = self.grade.as_deref().map(|grade| grade_badge(grade, None));
        let converted = el("b", "").text(&self.converted);
        vec![name, text(&self.n), text(&self.percent), converted, grade.into()]
    }
}

fn groups_card(title: String, column: &'static str, kind: Option<IndexKind>, groups: Vec<Group>) -> Node {
    let columns = vec![
        Column::words(column),
        Column::numbers(tr(OverviewText::CountColumn)),
        Column::numbers(tr(OverviewText::PercentColumn)),
        Column::numbers(kind.map_or("", short_name)),
        Column::words(tr(OverviewText::GradeColumn)),
    ];
    let table = Table::new(title.clone(), columns, move || groups.iter().map(Group::row).collect()).slim();
    Card::new(title, table).node()
}
