//! The drawings of a report.

use super::elements::find;
use super::{Chart, Printer};
use charts::{Bar, Bars, Distribution, DistributionRow, Frame, Limit, Segment, Trend, TrendPoint};
use domain::report::{ReportDocument, ReportTrendPoint};
use domain::{Grade, IndexKind};
use texts::Language::Indonesian;
use texts::chart::ChartText;
use texts::{fill, format, report::chart};

/// As wide as the text of a page at 96 dots an inch.
const WIDTH: u32 = 620;
const SCALE: (i32, i32) = (2_500, 10_000);

fn frame(title: &str, description: &str) -> Frame {
    Frame { width: WIDTH, title: title.to_owned(), description: description.to_owned(), ..Frame::default() }
}

fn limits() -> Vec<Limit> {
    let limit = |grade: Grade| {
        let value = grade.lowest().to_string();
        Some(Limit { value: Printer::hundredths(&value)?, shown: Printer::decimal(&value) })
    };
    [Grade::C, Grade::B, Grade::A].into_iter().filter_map(limit).collect()
}

pub(crate) fn bars(title: String, bars: Vec<Bar>) -> Option<Chart> {
    if bars.is_empty() {
        return None;
    }
    let told: Vec<String> =
        bars.iter().map(|bar| format!("{} {}: {}", bar.code, bar.name, bar.shown).trim().to_owned()).collect();
    let alt = format!("{title}. {}.", told.join("; "));
    let lowest = ChartText::Lowest.text(Indonesian).to_owned();
    let svg = Bars { bars, limits: limits(), scale: SCALE, lowest }.draw(&frame(&title, &alt));
    Some(Chart { caption: title, alt, svg })
}

pub(super) fn elements(document: &ReportDocument, kind: IndexKind) -> Option<Chart> {
    let index = find(document, kind)?;
    let bar = |element: &domain::figures::ElementResult| Bar {
        code: element.code.clone(),
        name: Printer::element_short(&element.code),
        value: element.converted.as_ref().and_then(|value| Printer::hundredths(value)),
        shown: Printer::option(element.converted.as_ref()),
        mark: element.grade.clone().unwrap_or_default(),
    };
    let title = fill(chart::ELEMENTS, &[("index", &kind.code().to_uppercase())]);
    bars(title, index.elements.iter().map(bar).collect())
}

/// Services by their IKM; one alone is no chart.
pub(super) fn services(document: &ReportDocument) -> Option<Chart> {
    let bar = |service: &domain::report::ServiceElements| {
        let ikm = service.ikm.as_ref()?;
        Some(Bar {
            code: String::new(),
            name: service.name.clone(),
            value: Printer::hundredths(&ikm.converted),
            shown: Printer::decimal(&ikm.converted),
            mark: ikm.grade.clone(),
        })
    };
    let drawn: Vec<Bar> = document.services.iter().filter_map(bar).collect();
    if drawn.len() < 2 { None } else { bars(chart::SERVICES.to_owned(), drawn) }
}

pub(super) fn distribution(document: &ReportDocument) -> Option<Chart> {
    let index = find(document, IndexKind::Ikm)?;
    let row = |element: &domain::figures::ElementResult| DistributionRow {
        code: element.code.clone(),
        name: Printer::element_short(&element.code),
        segments: element
            .scores
            .iter()
            .map(|n| Segment { count: *n, shown: Printer::share(*n, element.answered) })
            .collect(),
        shown: Printer::count(element.answered),
    };
    let legend: Vec<String> =
        (1..=4).map(|score: i32| ChartText::Score.filled(Indonesian, &[("score", &score.to_string())])).collect();
    let nothing = ChartText::NoAnswer.text(Indonesian).to_owned();
    let drawn = Distribution { rows: index.elements.iter().map(row).collect(), legend, nothing };
    let told: Vec<String> = index
        .elements
        .iter()
        .map(|element| {
            let shares: Vec<String> = element.scores.iter().map(|n| Printer::share(*n, element.answered)).collect();
            format!("{}: {}", element.code, shares.join(" / "))
        })
        .collect();
    let alt = format!("{}. {}.", chart::DISTRIBUTION, told.join("; "));
    let svg = drawn.draw(&frame(chart::DISTRIBUTION, &alt));
    Some(Chart { caption: chart::DISTRIBUTION.to_owned(), alt, svg })
}

/// From period to period; a single value is no trend.
pub(super) fn trend(document: &ReportDocument, kind: IndexKind) -> Option<Chart> {
    let trend = document.trends.iter().find(|trend| trend.index == kind)?;
    trend_chart(kind, &trend.points)
}

pub(crate) fn trend_chart(kind: IndexKind, points: &[ReportTrendPoint]) -> Option<Chart> {
    if points.iter().filter(|point| point.converted.is_some()).count() < 2 {
        return None;
    }
    let point = |point: &ReportTrendPoint| TrendPoint {
        label: format::period_short(&point.period, Indonesian),
        value: point.converted.as_ref().and_then(|value| Printer::hundredths(value)),
        band: point.band.as_ref().and_then(|(low, high)| Printer::hundredths(low).zip(Printer::hundredths(high))),
        shown: Printer::option(point.converted.as_ref()),
        comparable: point.comparable,
    };
    let title = fill(chart::TREND, &[("index", &kind.code().to_uppercase())]);
    let told: Vec<String> = points
        .iter()
        .map(|point| format!("{} {}", Printer::period(&point.period), Printer::option(point.converted.as_ref())))
        .collect();
    let alt = format!("{title}. {}.", told.join("; "));
    let drawn = Trend {
        points: points.iter().map(point).collect(),
        limits: limits(),
        scale: SCALE,
        not_comparable: ChartText::NotComparable.text(Indonesian).to_owned(),
    };
    Some(Chart { caption: title.clone(), svg: drawn.draw(&frame(&title, &alt)), alt })
}
