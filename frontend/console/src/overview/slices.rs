//! Who answered and how the groups judge: characteristics, services, channels, time of day.

use super::index_card::people;
use super::short_name;
use contract::UnitPage;
use dom::breakable;
use dom::prelude::*;
use domain::IndexKind;
use domain::figures::{Figures, IndexSummary, Label, ServiceResult, SliceResult};
use texts::Language;
use texts::format::NONE;
use texts::overview::OverviewText;
use ui::language::{decimal, language, percent};
use ui::{Button, Card, Column, Remote, Row, Table, grade_badge, tr, tr_with};

/// So many services stand there at first, where there are more.
const SERVICES: usize = 20;

pub(super) fn slices(figures: &Figures, units: Remote<UnitPage>) -> Node {
    let kind = figures.indices.first().map(|index| index.summary.index);
    let group = |slice: &SliceResult| Group::new(words(&slice.label), slice.n, &slice.percent, &slice.indices, kind);
    let groups = |slices: &[SliceResult]| slices.iter().map(group).collect::<Vec<_>>();
    let others = [
        (OverviewText::Channels, OverviewText::ChannelColumn, groups(&figures.channels)),
        (OverviewText::TimeSlots, OverviewText::TimeSlotColumn, groups(&figures.time_slots)),
    ];
    let cards = el("div", "g columns").all(figures.characteristics.iter().map(|characteristic| {
        let title = words(&characteristic.label).to_owned();
        let asked = characteristic.asked();
        let note = (asked < figures.n).then(|| tr_with(OverviewText::AskedOf, &[("n", &people(asked))]));
        groups_card(title, tr(OverviewText::Group), kind, groups(&characteristic.options)).note(note).node()
    }));
    let cards = cards.all(services_card(figures, units, kind));
    let others = others.into_iter().filter(|(_, _, groups)| !groups.is_empty());
    let cards = cards
        .all(others.map(|(title, column, groups)| groups_card(tr(title).to_owned(), tr(column), kind, groups).node()));
    let head = el("div", "part")
        .child(el("h2", "").text(tr(OverviewText::Characteristics)))
        .child(el("p", "mut").text(tr(OverviewText::CharacteristicsLead)));
    fragment().child(head).child(cards)
}

/// A label in the console's language.
pub(super) fn words(label: &Label) -> &str {
    if language() == Language::English { &label.en } else { &label.id }
}

/// The services; those of several units with their unit, the most answered ones first.
fn services_card(figures: &Figures, units: Remote<UnitPage>, kind: Option<IndexKind>) -> Option<Node> {
    let mut services: Vec<&ServiceResult> = figures.services.iter().collect();
    let several = services.windows(2).any(|pair| pair[0].unit != pair[1].unit);
    if several {
        services.sort_by_key(|service| -service.n);
    }
    let groups: Vec<(Group, String)> = services
        .into_iter()
        .map(|service| {
            let group = Group::new(&service.name, service.n, &service.percent, &service.indices, kind);
            (group, if several { service.unit.clone() } else { String::new() })
        })
        .collect();
    let (count, all) = (groups.len(), RwSignal::new(groups.len() <= SERVICES));
    let rows = move || {
        let known = units.value();
        let name = |code: &str| known.as_ref().and_then(|page| page.items.iter().find(|unit| unit.code == code));
        let shown = if all.get() { count } else { SERVICES };
        let row = |(group, unit): &(Group, String)| {
            let mut row = group.row();
            if let (Some(unit), [first, ..]) = (name(unit), row.as_mut_slice()) {
                let under = el("span", "note").text(&unit.name);
                *first = fragment().child(std::mem::replace(first, fragment())).child(under);
            }
            row
        };
        groups.iter().take(shown).map(row).collect()
    };
    let words = tr_with(OverviewText::ShowAll, &[("count", &people(i64::try_from(count).unwrap_or(i64::MAX)))]);
    let more = show(move || !all.get(), move || Button::new(words.clone()).on_press(move || all.set(true)));
    let title = tr(OverviewText::Services);
    let table = Table::new(title, columns(tr(OverviewText::ServiceColumn), kind), rows).slim();
    (count > 0).then(|| Card::new(title, fragment().child(table).child(more)).node())
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
        let name = fragment().child(breakable(&self.name)).all(small.into_iter().filter(|_| self.small));
        let grade = self.grade.as_deref().map(|grade| grade_badge(grade, None));
        let converted = el("b", "").text(&self.converted);
        vec![name, text(&self.n), text(&self.percent), converted, grade.into()]
    }
}

fn columns(first: &'static str, kind: Option<IndexKind>) -> Vec<Column> {
    vec![
        Column::words(first),
        Column::numbers(tr(OverviewText::CountColumn)),
        Column::numbers(tr(OverviewText::PercentColumn)),
        Column::numbers(kind.map_or("", short_name)),
        Column::words(tr(OverviewText::GradeColumn)),
    ]
}

fn groups_card(title: String, column: &'static str, kind: Option<IndexKind>, groups: Vec<Group>) -> Card {
    let rows = move || groups.iter().map(Group::row).collect();
    Card::new(title.clone(), Table::new(title, columns(column, kind), rows).slim())
}
