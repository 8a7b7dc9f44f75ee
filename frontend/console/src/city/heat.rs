//! Elements by kind of unit, and by unit: which element pulls whom down.

use super::chosen::Chosen;
use super::entry::Entry;
use charts::{HeatCell, HeatMap, HeatRow};
use contract::results::Recap;
use domain::{IndexKind, UnitKind};
use leptos::prelude::*;
use texts::chart::ChartText;
use texts::city::CityText;
use texts::format::NONE;
use ui::chart::{Drawing, Figure, Sheet, grade_steps, hundredths, steps_legend};
use ui::language::decimal;
use ui::{Chip, Chips, Column, api, tr, tr_with};

/// A row before it is drawn.
#[derive(Clone, PartialEq)]
struct Line {
    name: String,
    address: Option<String>,
    values: [Option<i32>; 9],
}

pub(super) fn heat(recap: &Recap, chosen: Chosen, source: String) -> impl IntoView + use<> {
    let kinds = StoredValue::new(by_kind(recap));
    let period = StoredValue::new(recap.period.clone());
    let drawing = Signal::derive(move || {
        if chosen.by_unit.get() {
            let lines = period.with_value(|period| by_unit(&chosen.units.read(), period));
            drawing(lines, tr(CityText::Unit), CityText::HeatRemarkUnit)
        } else {
            drawing(kinds.get_value(), tr(CityText::Kind), CityText::HeatRemark)
        }
    });
    let title = Signal::derive(move || {
        tr(if chosen.by_unit.get() { CityText::HeatByUnit } else { CityText::HeatByKind }).to_owned()
    });
    let file = period.with_value(|period| format!("unsur-{period}"));
    let chip = |value: &str, text| Chip { value: value.to_owned(), label: tr(text).to_owned(), count: None };
    let chips = vec![chip("kind", CityText::ByKind), chip("unit", CityText::ByUnit)];
    let which = Signal::derive(move || if chosen.by_unit.get() { "unit" } else { "kind" }.to_owned());
    view! {
        <div class="heat">
            <Chips
                label=tr(CityText::HeatOf)
                chips=chips
                chosen=which
                on_choose=move |which: String| chosen.choose_heat(which == "unit")
            />
            <Figure title note=tr(ChartText::HeatNote) source=source file=file drawing/>
        </div>
    }
}

fn by_kind(recap: &Recap) -> Vec<Line> {
    let line = |kind: &domain::figures::RecapKind| {
        let mut values = [None; 9];
        for (place, code) in values.iter_mut().zip(IndexKind::Ikm.elements()) {
            let element = kind.elements.iter().find(|element| element.code == *code);
            *place = element.and_then(|element| hundredths(&element.converted));
        }
        let name = UnitKind::from_code(&kind.kind).map_or_else(|| kind.kind.clone(), |kind| kind.name().to_owned());
        Line { name, address: None, values }
    };
    let mut kinds: Vec<_> = recap.kinds.iter().filter(|kind| !kind.elements.is_empty()).collect();
    kinds.sort_by_key(|kind| UnitKind::ALL.iter().position(|known| known.code() == kind.kind));
    kinds.into_iter().map(line).collect()
}

fn by_unit(units: &[Entry], period: &str) -> Vec<Line> {
    let line = |unit: &Entry| Line {
        name: unit.name.clone(),
        address: Some(api::query(&format!("/console/units/{}", unit.code), &[("period", Some(period))])),
        values: unit.elements,
    };
    units.iter().filter(|unit| !unit.has_none()).map(line).collect()
}

/// Whole numbers in the cells, half up; the table has the printed ones.
fn drawing(lines: Vec<Line>, first: &str, remark: CityText) -> Drawing {
    let printed = |value: i32| decimal(&format!("{}.{:02}", value / 100, value % 100));
    let cell = |value: &Option<i32>| HeatCell {
        value: *value,
        shown: value.map_or_else(|| NONE.to_owned(), |value| ((value + 50) / 100).to_string()),
    };
    let codes = || IndexKind::Ikm.elements().iter().map(|code| (*code).to_owned());
    let columns = std::iter::once(Column::words(first)).chain(codes().map(Column::numbers)).collect();
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
    Drawing::new(move |frame| map.draw(frame), sheet, summary).remarked(Some(tr(remark).to_owned()))
}
