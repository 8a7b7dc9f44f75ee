//! What the public pages of reports, units and of the city have in common.

use charts::{Frame, Limit, Trend, TrendPoint};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use contract::report::{PublicIndex, PublicReport};
use domain::figures::IndexSummary;
use domain::report::{PlanRow, ReportTrend, ReportTrendPoint};
use domain::{Decimal, Grade};
use texts::Language;
use texts::chart::ChartText;
use texts::elements::ElementName;
use texts::format;
use texts::public_report::PublicReportText as P;

/// So many periods and rows a page shows at most, so that it stays small; the report has all.
const MOST_POINTS: usize = 12;
const MOST_ROWS: usize = 15;
const LONGEST: usize = 200;

/// The one figure that a page is about.
pub(super) struct Main {
    pub(super) value: String,
    pub(super) grade: String,
    pub(super) margin: Option<String>,
}

impl Main {
    pub(super) fn of(summary: &IndexSummary, l: Language) -> Self {
        let margin = summary.margin.points.as_deref().map(|points| format::decimal(points, l));
        Self {
            value: format::decimal(&summary.converted, l),
            grade: grade(summary, l),
            margin: margin.map(|points| P::Margin.filled(l, &[("margin", &points)])),
        }
    }
}

/// An index with its elements.
pub(super) struct IndexTable {
    pub(super) name: &'static str,
    pub(super) caption: String,
    pub(super) elements: Vec<(String, String)>,
    /// What the elements come to, where that is not the index.
    pub(super) pooled: Option<String>,
}

impl IndexTable {
    pub(super) fn of(index: &PublicIndex, l: Language) -> Self {
        let element =
            |element: &domain::figures::ElementMean| (named(&element.code, l), format::decimal(&element.converted, l));
        let value = |value: &String| P::Pooled.filled(l, &[("value", &format::decimal(value, l))]);
        Self {
            elements: index.elements.iter().map(element).collect(),
            pooled: index.pooled.as_ref().map(value),
            ..Self::bare(&index.summary, l)
        }
    }

    /// Where elements are not told.
    pub(super) fn bare(summary: &IndexSummary, l: Language) -> Self {
        Self {
            name: domain::report::name_of(summary.index),
            caption: format!("{} · {}", format::decimal(&summary.converted, l), grade(summary, l)),
            elements: Vec::new(),
            pooled: None,
        }
    }
}

fn grade(summary: &IndexSummary, l: Language) -> String {
    P::Grade.filled(l, &[("grade", &summary.grade), ("performance", &summary.performance)])
}

/// A row of the follow-up plan.
pub(super) struct Row {
    pub(super) element: String,
    pub(super) programme: String,
    pub(super) when: String,
    pub(super) responsible: String,
}

/// What was promised, as far as somebody wrote it.
pub(super) fn plan(report: &PublicReport, l: Language) -> Vec<Row> {
    let told = report.plan.iter().filter(|row| !row.programme.is_empty());
    told.take(MOST_ROWS).map(|row| plan_row(row, l)).collect()
}

/// How much of the plan before is done.
pub(super) fn last_plan(report: &PublicReport, l: Language) -> Option<String> {
    let last = report.last_plan.as_ref()?;
    let (done, promised) = (last.done.to_string(), last.promised.to_string());
    let period = format::period(&last.period, l);
    let told = P::LastPlan.filled(l, &[("period", &period), ("done", &done), ("promised", &promised)]);
    Some(match last.not_reported {
        0 => told,
        untold => format!("{told} {}", P::NotReported.filled(l, &[("n", &untold.to_string())])),
    })
}

/// "175 dari 212 responden yang disyaratkan".
pub(super) fn respondents(n: i64, required: Option<i64>, l: Language) -> String {
    let number = |number: i64| format::count(number, l);
    match required {
        Some(required) => P::RespondentsOf.filled(l, &[("n", &number(n)), ("required", &number(required))]),
        None => P::Respondents.filled(l, &[("n", &number(n))]),
    }
}

/// Period, value and grade of the first index, the newest first; one period is no trend.
pub(super) fn trend(trends: &[ReportTrend], l: Language) -> Vec<(String, String, String)> {
    let points = trends.first().map(|trend| trend.points.as_slice()).unwrap_or_default();
    let shown = points.iter().filter_map(|point| {
        let value = format::decimal(point.converted.as_deref()?, l);
        Some((format::period(&point.period, l), value, point.grade.clone().unwrap_or_default()))
    });
    let shown: Vec<_> = shown.collect();
    if shown.len() < 2 { Vec::new() } else { shown.into_iter().rev().take(MOST_POINTS).collect() }
}

/// The newest periods of the first index, drawn; its description tells every value.
pub(super) fn trend_chart(trends: &[ReportTrend], l: Language) -> Option<String> {
    let trend = trends.first()?;
    let told: Vec<_> = trend.points.iter().filter(|point| point.converted.is_some()).collect();
    if told.len() < 2 {
        return None;
    }
    let hundredths = |value: &String| {
        let decimal = value.parse::<Decimal>().ok().filter(|decimal| decimal.places() == 2)?;
        i32::try_from(decimal.units()).ok()
    };
    let from = trend.points.len().saturating_sub(MOST_POINTS);
    let point = |point: &ReportTrendPoint| TrendPoint {
        label: format::period_short(&point.period, l),
        value: point.converted.as_ref().and_then(hundredths),
        band: point.band.as_ref().and_then(|(low, high)| hundredths(low).zip(hundredths(high))),
        shown: point.converted.as_ref().map_or_else(|| format::NONE.to_owned(), |value| format::decimal(value, l)),
        comparable: point.comparable,
    };
    let limit = |grade: Grade| {
        let value = grade.lowest().to_string();
        Some(Limit { value: hundredths(&value)?, shown: format::decimal(&value, l) })
    };
    let said = told.iter().map(|point| {
        let value = point.converted.as_deref().map(|value| format::decimal(value, l)).unwrap_or_default();
        format!("{} {value}", format::period(&point.period, l))
    });
    let frame = Frame {
        width: 440,
        title: P::Trend.text(l).to_owned(),
        description: said.collect::<Vec<_>>().join("; "),
        ..Frame::default()
    };
    let drawn = Trend {
        points: trend.points.iter().skip(from).map(point).collect(),
        limits: [Grade::C, Grade::B, Grade::A].into_iter().filter_map(limit).collect(),
        scale: (2_500, 10_000),
        not_comparable: ChartText::NotComparable.text(l).to_owned(),
    };
    Some(drawn.draw(&frame))
}

fn plan_row(row: &PlanRow, l: Language) -> Row {
    let quarters: Vec<&str> = row.quarters.iter().map(|quarter| quarter.roman()).collect();
    Row {
        element: named(&row.element, l),
        programme: short(&row.programme),
        when: format!("TW {} {}", quarters.join(", "), row.year),
        responsible: short(&row.responsible),
    }
}

/// "U3 Waktu Penyelesaian".
pub(super) fn named(code: &str, l: Language) -> String {
    ElementName::of(code).map_or_else(|| code.to_owned(), |name| format!("{code} {}", name.text(l)))
}

pub(super) fn short(text: &str) -> String {
    let shown: String = text.chars().take(LONGEST).collect();
    if shown.len() < text.len() { shown + " …" } else { shown }
}

/// The day of a time in the city: "6 Oktober 2026".
pub(super) fn day(time: &str, zone: Tz, l: Language) -> String {
    time.parse::<DateTime<Utc>>().map_or_else(
        |_| time.to_owned(),
        |time| format::full_day(&time.with_timezone(&zone).date_naive().to_string(), l),
    )
}
