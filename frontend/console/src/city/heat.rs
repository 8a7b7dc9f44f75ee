//! Elements by kind of unit, and by unit: which element pulls whom down.

use super::chosen::List;
use super::city_source;
use super::entry::Entry;
use crate::address::set;
use charts::{HeatCell, HeatMap, HeatRow};
use contract::results::Recap;
use dom::Delay;
use dom::prelude::*;
use domain::figures::RecapKind;
use domain::{IndexKind, UnitKind};
use signals::untrack;
use std::cell::Cell;
use std::sync::Arc;
use texts::chart::ChartText;
use texts::city::CityText;
use texts::elements::ElementShort;
use texts::format::NONE;
use ui::chart::{Drawing, Figure, Sheet, grade_steps, hundredths, steps_legend};
use ui::language::decimal;
use ui::{Chip, Column, chips, tr, tr_with};

/// The map by unit follows the list after this rest, in milliseconds.
const REST: i32 = 150;

/// A row before it is drawn.
struct Line {
    name: String,
    address: Option<String>,
    values: [Option<i32>; 9],
}

pub(super) fn heat(recap: &Arc<Recap>, list: &List) -> Node {
    let (chosen, rested) = (list.chosen, rested(list.shown));
    let (list, of) = (list.clone(), Arc::clone(recap));
    let drawn = move || {
        if chosen.by_unit() {
            rested.track();
            let lines = untrack(|| by_unit(&list, &of.period));
            drawing(lines, CityText::Unit, CityText::HeatRemarkUnit)
        } else {
            drawing(by_kind(&of), CityText::Kind, CityText::HeatRemark)
        }
    };
    let title = move || tr(if chosen.by_unit() { CityText::HeatByUnit } else { CityText::HeatByKind });
    let figure = Figure::live(title, drawn)
        .note(tr(ChartText::HeatNote))
        .source(city_source(recap))
        .file(format!("unsur-{}", recap.period));
    let chip = |(value, text): (&str, _)| Chip { value: value.to_owned(), label: tr(text).to_owned(), count: None };
    let kinds = move || [("kind", CityText::ByKind), ("unit", CityText::ByUnit)].map(chip).into();
    let which = move || if chosen.by_unit() { "unit" } else { "kind" }.to_owned();
    let choose = |which: String| set(&[("heat", (which == "unit").then_some("unit"))]);
    el("div", "heat").child(chips(tr(CityText::HeatOf), kinds, which, choose)).child(figure)
}

/// Tells that the list has changed, once it rests: two thousand cells drawn at each letter would keep the next one waiting.
fn rested(shown: Memo<Vec<usize>>) -> RwSignal<u32> {
    let (rested, rest, began) = (RwSignal::new(0), Delay::new(), Cell::new(false));
    effect(move || {
        shown.track();
        if began.replace(true) {
            rest.run(REST, move || rested.update(|times| *times += 1));
        }
    });
    rested
}

fn by_kind(recap: &Recap) -> Vec<Line> {
    let has_kecamatan = recap.kinds.iter().any(|kind| kind.kind == UnitKind::Kecamatan.code());
    let line = |kind: &RecapKind| {
        let mut values = [None; 9];
        for (place, code) in values.iter_mut().zip(IndexKind::Ikm.elements()) {
            let element = kind.elements.iter().find(|element| element.code == *code);
            *place = element.and_then(|element| hundredths(&element.converted));
        }
        let name = UnitKind::from_code(&kind.kind).map_or_else(|| kind.kind.clone(), |kind| kind.name().to_owned());
        // The kecamatan count among them elsewhere and have a row of their own here.
        let name = match kind.kind == UnitKind::PerangkatDaerah.code() && has_kecamatan {
            true => tr_with(CityText::WithoutKecamatan, &[("kind", &name)]),
            false => name,
        };
        Line { name, address: None, values }
    };
    let mut kinds: Vec<_> = recap.kinds.iter().filter(|kind| !kind.elements.is_empty()).collect();
    kinds.sort_by_key(|kind| UnitKind::ALL.iter().position(|known| known.code() == kind.kind));
    kinds.into_iter().map(line).collect()
}

fn by_unit(list: &List, period: &str) -> Vec<Line> {
    let line =
        |unit: &Entry| Line { name: unit.name.clone(), address: Some(unit.address(period)), values: unit.elements };
    list.units().into_iter().filter(|unit| !unit.has_none()).map(line).collect()
}

/// A remark, and what the codes at the heads stand for.
fn explained(remark: CityText) -> String {
    let name = |code: &&str| ElementShort::of(code).map_or(String::new(), |name| [*code, " ", tr(name)].concat());
    let names: Vec<String> = IndexKind::Ikm.elements().iter().map(name).collect();
    [tr(remark), " ", &names.join(", "), "."].concat()
}

/// Whole numbers in the cells, half up; the table has the printed ones.
fn drawing(lines: Vec<Line>, first: CityText, remark: CityText) -> Drawing {
    let printed = |value: i32| decimal(&format!("{}.{:02}", value / 100, value % 100));
    let cell = |value: &Option<i32>| HeatCell {
        value: *value,
        shown: value.map_or_else(|| NONE.to_owned(), |value| ((value + 50) / 100).to_string()),
    };
    let codes = || IndexKind::Ikm.elements().iter().map(|code| (*code).to_owned());
    let columns = std::iter::once(Column::words(tr(first))).chain(codes().map(Column::numbers)).collect();
    let row = |line: &Line| {
        let values = line.values.iter().map(|value| value.map_or_else(|| NONE.to_owned(), printed));
        std::iter::once(line.name.clone()).chain(values).collect()
    };
    let sheet = Sheet { columns, rows: lines.iter().map(row).collect() };
    let summary = tr_with(ChartText::RowsSummary, &[("count", &lines.len().to_string())]);
    let map = HeatMap {
        columns: codes().collect(),
        rows: lines
            .into_iter()
            .map(|line| HeatRow {
                name: line.name,
                address: line.address,
                cells: line.values.iter().map(cell).collect(),
            })
            .collect(),
        steps: grade_steps(),
        legend: steps_legend(),
    };
    Drawing::new(move |frame| map.draw(frame), sheet, summary).remarked(Some(explained(remark)))
}
