//! What the public pages of reports, units and of the city have in common.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use contract::report::{PublicIndex, PublicReport};
use domain::figures::IndexSummary;
use domain::report::{PlanRow, ReportTrend};
use texts::Language;
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
}

impl IndexTable {
    pub(super) fn of(index: &PublicIndex, l: Language) -> Self {
        let element =
            |element: &domain::figures::ElementMean| (named(&element.code, l), format::decimal(&element.converted, l));
        Self { elements: index.elements.iter().map(element).collect(), ..Self::bare(&index.summary, l) }
    }

    /// Where elements are not told.
    pub(super) fn bare(summary: &IndexSummary, l: Language) -> Self {
        Self {
            name: domain::report::name_of(summary.index),
            caption: format!("{} · {}", format::decimal(&summary.converted, l), grade(summary, l)),
            elements: Vec::new(),
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
    Some(P::LastPlan.filled(l, &[("period", &period), ("done", &done), ("promised", &promised)]))
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
fn named(code: &str, l: Language) -> String {
    ElementName::of(code).map_or_else(|| code.to_owned(), |name| format!("{code} {}", name.text(l)))
}

fn short(text: &str) -> String {
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
