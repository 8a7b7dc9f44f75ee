//! Tables of the recap.

use crate::story::{Align, Chart, Printer, Table, bars};
use charts::Bar;
use domain::figures::{Recap, RecapUnit};
use domain::{IndexKind, UnitKind};
use texts::fill;
use texts::format::NONE;
use texts::report::{self, chart, row};

pub(super) fn kind_name(code: &str) -> String {
    UnitKind::from_code(code).map_or_else(|| code.to_owned(), |kind| kind.name().to_owned())
}

fn value(unit: &RecapUnit, kind: IndexKind) -> String {
    let found = unit.indices.iter().find(|summary| summary.index == kind);
    Printer::option(found.map(|summary| &summary.converted))
}

fn grade(unit: &RecapUnit) -> String {
    let found = unit.indices.iter().find(|summary| summary.index == IndexKind::Ikm);
    Printer::text(found.map(|summary| &summary.grade))
}

/// Ranked units by their place, then those of few respondents, each group by name as the tree has it.
pub(super) fn in_order(recap: &Recap) -> Vec<&RecapUnit> {
    let mut units: Vec<&RecapUnit> = recap.units.iter().filter(|unit| unit.n > 0).collect();
    units.sort_by_key(|unit| unit.rank.unwrap_or(usize::MAX));
    units
}

pub(crate) fn units(recap: &Recap) -> Option<Table> {
    let text = report::RECAP;
    let columns = [
        (2, Align::Center),
        (12, Align::Left),
        (6, Align::Left),
        (4, Align::Right),
        (3, Align::Right),
        (3, Align::Center),
        (3, Align::Center),
        (3, Align::Center),
        (3, Align::Center),
    ];
    let mut table = Table::new(text.caption, text.heads, &columns);
    table.dense = true;
    table.rows = in_order(recap)
        .into_iter()
        .map(|unit| {
            vec![
                unit.rank.map_or_else(|| NONE.to_owned(), |rank| rank.to_string()),
                marked(unit),
                kind_name(&unit.kind),
                Printer::count(unit.n),
                unit.sample.required.map_or_else(|| NONE.to_owned(), Printer::count),
                value(unit, IndexKind::Ikm),
                grade(unit),
                value(unit, IndexKind::Ipkp),
                value(unit, IndexKind::Ipak),
            ]
        })
        .collect();
    table.unless_empty()
}

/// The name, with what a reader must know when comparing: few respondents, or an index of fewer elements than others.
pub(super) fn marked(unit: &RecapUnit) -> String {
    let elements = unit.elements.len();
    let mut marks = Vec::new();
    if unit.rank.is_none() {
        marks.push(row::SMALL.to_owned());
    }
    if (1..IndexKind::Ikm.elements().len()).contains(&elements) {
        marks.push(fill(row::FEW_ELEMENTS, &[("k", &elements.to_string())]));
    }
    if marks.is_empty() { unit.name.clone() } else { format!("{} ({})", unit.name, marks.join(", ")) }
}

pub(crate) fn missing(recap: &Recap) -> Option<Table> {
    let text = report::RECAP_MISSING;
    let mut table = Table::new(text.caption, text.heads, &[(1, Align::Center), (8, Align::Left), (4, Align::Left)]);
    table.rows = recap
        .units
        .iter()
        .filter(|unit| unit.n == 0)
        .zip(1_usize..)
        .map(|(unit, no)| vec![no.to_string(), unit.name.clone(), kind_name(&unit.kind)])
        .collect();
    table.unless_empty()
}

pub(crate) fn kinds(recap: &Recap) -> Option<Table> {
    let text = report::RECAP_KINDS;
    let columns = [
        (5, Align::Left),
        (3, Align::Center),
        (3, Align::Center),
        (3, Align::Center),
        (3, Align::Center),
        (2, Align::Center),
    ];
    let mut table = Table::new(text.caption, text.heads, &columns);
    for kind in &recap.kinds {
        let ikm = kind.indices.iter().find(|index| index.headline.index == IndexKind::Ikm);
        table.rows.push(vec![
            kind_name(&kind.kind),
            Printer::len(kind.units_obliged),
            Printer::len(kind.units_with_answers),
            Printer::count(kind.n),
            Printer::option(ikm.map(|index| &index.headline.converted)),
            Printer::text(ikm.map(|index| &index.headline.grade)),
        ]);
    }
    table.unless_empty()
}

pub(crate) fn kinds_chart(recap: &Recap) -> Option<Chart> {
    let bar = |kind: &domain::figures::RecapKind| {
        let ikm = &kind.indices.iter().find(|index| index.headline.index == IndexKind::Ikm)?.headline;
        Some(Bar {
            code: String::new(),
            name: kind_name(&kind.kind),
            value: Printer::hundredths(&ikm.converted),
            shown: Printer::decimal(&ikm.converted),
            mark: ikm.grade.clone(),
        })
    };
    let drawn: Vec<Bar> = recap.kinds.iter().filter_map(bar).collect();
    if drawn.len() < 2 { None } else { bars(chart::KINDS.to_owned(), drawn) }
}
