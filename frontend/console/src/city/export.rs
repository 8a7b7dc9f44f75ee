//! The shown units as a file for a spreadsheet.

use super::entry::{Entry, Index};
use domain::IndexKind;
use texts::chart::ChartText;
use texts::city::CityText;
use ui::{browser, tr};

pub(super) fn take(units: &[&Entry]) {
    let mut head: Vec<String> =
        [CityText::Unit, CityText::Kind, CityText::Answers].map(|text| tr(text).to_owned()).to_vec();
    head.push(tr(ChartText::SampleAt).replace("{required}", "").trim().to_owned());
    for name in ["IKM", "IPKP", "IPAK"] {
        head.extend([name.to_owned(), format!("{} {name}", tr(CityText::Grade)), format!("± {name}")]);
    }
    head.extend(IndexKind::Ikm.elements().iter().map(|code| (*code).to_owned()));
    let rows = std::iter::once(head).chain(units.iter().map(|unit| row(unit))).collect::<Vec<_>>();
    browser::download("unit.csv", "text/csv;charset=utf-8", &charts::csv(&rows));
}

fn row(unit: &Entry) -> Vec<String> {
    let mut row = vec![
        unit.name.clone(),
        unit.kind.map(|kind| kind.name().to_owned()).unwrap_or_default(),
        unit.n.to_string(),
        unit.required.map(|required| required.to_string()).unwrap_or_default(),
    ];
    for index in [&unit.ikm, &unit.ipkp, &unit.ipak] {
        let of = |field: fn(&Index) -> String| index.as_ref().map(field).unwrap_or_default();
        row.push(of(|index| index.shown.clone()));
        row.push(of(|index| index.grade.clone()));
        row.push(of(|index| if index.margin.is_some() { index.margin_shown.clone() } else { String::new() }));
    }
    let element =
        |value: &Option<i32>| value.map(|value| format!("{},{:02}", value / 100, value % 100)).unwrap_or_default();
    row.extend(unit.elements.iter().map(element));
    row
}
