//! The elements of an index: how good each is, and how often which score was given.

use super::scale::{ENDS, grade_limits, hundredths};
use super::sheet::{Drawing, Sheet};
use crate::components::Column;
use crate::language::{count, decimal, language, percent, tr, tr_with};
use charts::{Bar, Bars, Distribution, DistributionRow, Segment};
use contract::results::Figures;
use domain::Decimal;
use domain::figures::{ElementResult, IndexResult};
use texts::chart::ChartText;
use texts::elements::{ElementName, ElementShort};
use texts::format::NONE;

fn short(code: &str) -> String {
    ElementShort::of(code).map_or_else(|| code.to_owned(), |name| tr(name).to_owned())
}

fn official(code: &str) -> String {
    ElementName::of(code).map_or_else(|| code.to_owned(), |name| tr(name).to_owned())
}

fn shown(figure: Option<&String>) -> String {
    figure.map_or_else(|| NONE.to_owned(), |figure| decimal(figure))
}

/// The value of each element, the lowest marked.
pub fn element_bars(index: &IndexResult) -> Drawing {
    let bar = |element: &ElementResult| Bar {
        code: element.code.clone(),
        name: short(&element.code),
        value: element.converted.as_deref().and_then(hundredths),
        shown: shown(element.converted.as_ref()),
        mark: element.grade.clone().unwrap_or_default(),
    };
    let bars = Bars {
        bars: index.elements.iter().map(bar).collect(),
        limits: grade_limits(false),
        scale: ENDS,
        lowest: tr(ChartText::Lowest).to_owned(),
    };
    let columns = vec![
        Column::words(tr(ChartText::Code)),
        Column::words(tr(ChartText::Element)),
        Column::numbers(tr(ChartText::Value)),
        Column::words(tr(ChartText::Grade)),
        Column::numbers(tr(ChartText::Margin)),
        Column::numbers(tr(ChartText::Answers)),
    ];
    let row = |element: &ElementResult| {
        vec![
            element.code.clone(),
            official(&element.code),
            shown(element.converted.as_ref()),
            element.grade.clone().unwrap_or_else(|| NONE.to_owned()),
            shown(element.margin.points.as_ref()),
            count(element.answered),
        ]
    };
    let sheet = Sheet { columns, rows: index.elements.iter().map(row).collect() };
    let values = || bars.bars.iter().filter_map(|bar| Some((bar.value?, bar.shown.as_str())));
    let places = [
        ("count", &*bars.bars.len().to_string()),
        ("highest", values().max().map_or(NONE, |(_, shown)| shown)),
        ("lowest", values().min().map_or(NONE, |(_, shown)| shown)),
    ];
    let summary = tr_with(ChartText::BarsSummary, &places);
    let remark = lowest_remark(index);
    Drawing::new(move |frame| bars.draw(frame), sheet, summary).remarked(remark)
}

/// "U3 terendah; bila setara rata-rata unsur lain, IKM naik 1,29 poin". Elements that tie are named together, without a gain.
fn lowest_remark(index: &IndexResult) -> Option<String> {
    let lowest: Vec<&ElementResult> = index.elements.iter().filter(|element| element.lowest).collect();
    let codes: Vec<&str> = lowest.iter().map(|element| element.code.as_str()).collect();
    let (last, before) = codes.split_last()?;
    if codes.len() == index.elements.iter().filter(|element| element.converted.is_some()).count() {
        return None;
    }
    if !before.is_empty() {
        let elements = [&before.join(", "), *last].join(tr(ChartText::And));
        return Some(tr_with(ChartText::LowestTogether, &[("elements", &elements)]));
    }
    let said = tr_with(ChartText::LowestRemark, &[("elements", last)]);
    let gain = lowest.first().and_then(|element| element.possible_gain.as_ref());
    Some(match gain.filter(|gain| gain.parse::<Decimal>().is_ok_and(|gain| gain.units() > 0)) {
        Some(gain) => {
            let index = index.summary.index.code().to_ascii_uppercase();
            let gain = tr_with(ChartText::GainRemark, &[("index", &index), ("points", &decimal(gain))]);
            format!("{said}; {gain}")
        }
        None => said,
    })
}

/// How often each score was given to each element.
pub fn score_distribution(index: &IndexResult) -> Drawing {
    let share = |part: i64, all: i64| {
        let hundredths = if all > 0 { (part.saturating_mul(1_000) / all + 5) / 10 } else { 0 };
        percent(&hundredths.to_string())
    };
    let row = |element: &ElementResult| {
        let all: i64 = element.scores.iter().sum();
        DistributionRow {
            code: element.code.clone(),
            name: short(&element.code),
            segments: element.scores.map(|part| Segment { count: part, shown: share(part, all) }).to_vec(),
            shown: format!("n {}", count(all)),
        }
    };
    let scores = ["1", "2", "3", "4"];
    let distribution = Distribution {
        rows: index.elements.iter().map(row).collect(),
        legend: scores.map(|score| tr_with(ChartText::Score, &[("score", score)])).to_vec(),
        nothing: tr(ChartText::NoAnswer).to_owned(),
    };
    let mut columns = vec![Column::words(tr(ChartText::Code)), Column::words(tr(ChartText::Element))];
    columns.extend(scores.map(|score| Column::numbers(tr_with(ChartText::ScoreCount, &[("score", score)]))));
    columns.push(Column::numbers(tr(ChartText::Answers)));
    let table_row = |element: &ElementResult| {
        let mut row = vec![element.code.clone(), official(&element.code)];
        row.extend(element.scores.map(count));
        row.push(count(element.scores.iter().sum()));
        row
    };
    let sheet = Sheet { columns, rows: index.elements.iter().map(table_row).collect() };
    let summary = tr_with(ChartText::RowsSummary, &[("count", &sheet.rows.len().to_string())]);
    Drawing::new(move |frame| distribution.draw(frame), sheet, summary)
}

/// "Kelurahan Kuin Utara · Triwulan III 2026 · n = 175", for under a picture.
pub fn source_note(unit: &str, figures: &Figures) -> String {
    let period = texts::format::period(&figures.period, language());
    tr_with(ChartText::SourceNote, &[("unit", unit), ("period", &period), ("n", &count(figures.n))])
}
