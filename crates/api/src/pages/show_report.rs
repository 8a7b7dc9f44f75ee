//! The public page of a report, behind the QR code: plain HTML that says everything without a script; the script only checks
//! a file in hand.

use super::assets::{report_script_address, report_stylesheet_address};
use super::frame::{Frame, html, query_language};
use super::message;
use crate::access::{Guard, Public};
use crate::error::{ApiError, ErrorCode};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use contract::report::{PublicIndex, PublicReport};
use domain::report::{PlanRow, name_of};
use domain::{IndexKind, LinkCode};
use store::StoreError;
use store::city::{DEFAULT_TIME_ZONE, find_city};
use texts::Language;
use texts::elements::ElementName;
use texts::format;
use texts::public_report::PublicReportText as P;

/// So many periods and rows a page shows at most, so that it stays small; the report has all.
const MOST_POINTS: usize = 12;
const MOST_ROWS: usize = 15;
const LONGEST: usize = 200;

#[derive(Template)]
#[template(path = "report.html", whitespace = "minimize")]
struct ReportPage<'a> {
    frame: Frame,
    script: &'a str,
    report: &'a PublicReport,
    l: Language,
    heading: String,
    period: String,
    of: String,
    service: Option<String>,
    main: Option<Main>,
    respondents: String,
    indices: Vec<IndexTable>,
    trend: Vec<(String, String, String)>,
    plan: Vec<Row>,
    last_plan: Option<String>,
    files: Vec<File>,
    published: String,
}

/// The one figure that the page is about.
struct Main {
    value: String,
    grade: String,
    margin: Option<String>,
}

struct IndexTable {
    name: &'static str,
    caption: String,
    elements: Vec<(String, String)>,
}

struct Row {
    element: String,
    programme: String,
    when: String,
    responsible: String,
}

struct File {
    name: String,
    bytes: i64,
    sha256: String,
}

/// The page.
pub async fn show_report(guard: Guard<Public>, code: web::Path<String>, request: HttpRequest) -> HttpResponse {
    let language = query_language(request.query_string());
    let Ok(code) = LinkCode::parse(&code) else { return not_found(language) };
    let now = guard.now();
    let reading = move |conn: &mut store::Conn<'_>| {
        let report = crate::reports::public::read(conn, code)?;
        let zone = find_city(conn)?.map_or(DEFAULT_TIME_ZONE, |city| city.time_zone);
        let settings = store::settings::settings_for(conn, domain::period::month_of(now, zone))?;
        Ok((report, zone, settings.brand_color))
    };
    match guard.db().read(reading).await {
        Ok((report, zone, brand)) => page(&report, zone, &brand, language),
        Err(StoreError::NotFound(_)) => not_found(language),
        Err(error) => message::of_error(&ApiError::from(error), None, language),
    }
}

fn not_found(language: Language) -> HttpResponse {
    message::of_error(&ApiError::new(ErrorCode::UnknownReport, "no such report"), None, language)
}

fn page(report: &PublicReport, zone: Tz, brand: &str, l: Language) -> HttpResponse {
    let main = report.indices.first();
    let name = name_of(main.map_or(IndexKind::Ikm, |index| index.summary.index));
    let period = format::period(&report.period, l);
    let number = |number: i64| format::count(number, l);
    let weight =
        if report.weight == "exact" { P::ExactWeight.text(l).to_owned() } else { format::decimal(&report.weight, l) };
    let page = ReportPage {
        frame: Frame { language: l, stylesheet: report_stylesheet_address(brand) },
        script: report_script_address(),
        report,
        l,
        heading: P::Title.filled(l, &[("index", name), ("unit", &report.unit)]),
        of: P::Of.filled(l, &[("period", &period), ("city", &report.city)]),
        period,
        service: report.service.as_ref().map(|service| P::Service.filled(l, &[("service", service)])),
        main: main.map(|index| main_figure(index, l)),
        respondents: match report.required_sample {
            Some(required) => P::RespondentsOf.filled(l, &[("n", &number(report.n)), ("required", &number(required))]),
            None => P::Respondents.filled(l, &[("n", &number(report.n))]),
        },
        indices: report.indices.iter().map(|index| table(index, l)).collect(),
        trend: trend(report, l),
        plan: report
            .plan
            .iter()
            .filter(|row| !row.programme.is_empty())
            .take(MOST_ROWS)
            .map(|row| plan_row(row, l))
            .collect(),
        last_plan: report.last_plan.as_ref().map(|last| {
            let (done, promised) = (last.done.to_string(), last.promised.to_string());
            let period = format::period(&last.period, l);
            P::LastPlan.filled(l, &[("period", &period), ("done", &done), ("promised", &promised)])
        }),
        files: report
            .files
            .iter()
            .map(|file| File { name: file.file_name.clone(), bytes: file.bytes, sha256: file.sha256.clone() })
            .collect(),
        published: P::Published.filled(
            l,
            &[
                ("day", &day(&report.published_at, zone, l)),
                ("revision", &report.revision.to_string()),
                ("weight", &weight),
            ],
        ),
    };
    html(StatusCode::OK, &page)
}

fn main_figure(index: &PublicIndex, l: Language) -> Main {
    let summary = &index.summary;
    let margin = summary.margin.points.as_deref().map(|points| format::decimal(points, l));
    Main {
        value: format::decimal(&summary.converted, l),
        grade: P::Grade.filled(l, &[("grade", &summary.grade), ("performance", &summary.performance)]),
        margin: margin.map(|points| P::Margin.filled(l, &[("margin", &points)])),
    }
}

fn table(index: &PublicIndex, l: Language) -> IndexTable {
    let element =
        |element: &domain::figures::ElementMean| (named(&element.code, l), format::decimal(&element.converted, l));
    let grade = P::Grade.filled(l, &[("grade", &index.summary.grade), ("performance", &index.summary.performance)]);
    IndexTable {
        name: name_of(index.summary.index),
        caption: format!("{} · {grade}", format::decimal(&index.summary.converted, l)),
        elements: index.elements.iter().map(element).collect(),
    }
}

/// "U3 Waktu Penyelesaian".
fn named(code: &str, l: Language) -> String {
    ElementName::of(code).map_or_else(|| code.to_owned(), |name| format!("{code} {}", name.text(l)))
}

fn trend(report: &PublicReport, l: Language) -> Vec<(String, String, String)> {
    let points = report.trends.first().map(|trend| trend.points.as_slice()).unwrap_or_default();
    let shown = points.iter().filter_map(|point| {
        let value = format::decimal(point.converted.as_deref()?, l);
        Some((format::period(&point.period, l), value, point.grade.clone().unwrap_or_default()))
    });
    let shown: Vec<_> = shown.collect();
    // One period is no trend.
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

fn short(text: &str) -> String {
    let shown: String = text.chars().take(LONGEST).collect();
    if shown.len() < text.len() { shown + " …" } else { shown }
}

fn day(time: &str, zone: Tz, l: Language) -> String {
    time.parse::<DateTime<Utc>>().map_or_else(
        |_| time.to_owned(),
        |time| format::full_day(&time.with_timezone(&zone).date_naive().to_string(), l),
    )
}
