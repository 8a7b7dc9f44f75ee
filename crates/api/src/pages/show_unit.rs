//! The public page of a unit: what people said of it, what it promised and what it did; plain HTML without a script.

use super::assets::report_stylesheet_address;
use super::frame::{Frame, html_shared, query_language};
use super::message;
use super::public_parts::{IndexTable, Main, Row, day, last_plan, plan, respondents, trend};
use crate::access::{Guard, Public};
use crate::error::{ApiError, ErrorCode};
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono_tz::Tz;
use contract::report::{PublicUnit, PublishedReport};
use domain::figures::IndexSummary;
use domain::report::name_of;
use domain::{Code, IndexKind};
use std::sync::Arc;
use store::StoreError;
use store::city::{ROOT, time_zone};
use texts::Language;
use texts::format;
use texts::public_report::PublicReportText as P;

#[derive(Template)]
#[template(path = "unit.html", whitespace = "minimize")]
struct UnitPage<'a> {
    frame: Frame,
    unit: &'a PublicUnit,
    l: Language,
    heading: String,
    of: Option<String>,
    main: Option<Main>,
    nothing: &'static str,
    respondents: String,
    source: Option<(String, Option<String>)>,
    indices: Vec<IndexTable>,
    trend: Vec<(String, String, String)>,
    plan: Vec<Row>,
    last_plan: Option<String>,
    reports: Vec<ReportRow>,
    embed: String,
}

struct ReportRow {
    code: String,
    period: String,
    value: String,
    grade: String,
}

/// The page.
pub async fn show_unit(guard: Guard<Public>, code: web::Path<String>, request: HttpRequest) -> HttpResponse {
    let l = query_language(request.query_string());
    if code.as_str() == ROOT {
        return HttpResponse::PermanentRedirect().insert_header((header::LOCATION, "/kota")).finish();
    }
    let Ok(code) = Code::parse(&code) else { return not_found(l) };
    let (versions, now) = (Arc::clone(guard.db().versions()), guard.now());
    let reading = move |conn: &mut store::Conn<'_>| {
        let unit = crate::reports::public_unit::read(conn, &versions, code.as_str(), now)?;
        let zone = time_zone(conn)?;
        let settings = store::settings::settings_for(conn, domain::period::month_of(now, zone))?;
        Ok((unit, zone, settings.brand_color))
    };
    match guard.db().read(reading).await {
        Ok((unit, zone, brand)) => page(&unit, zone, &brand, &guard.state().config.public_url, l),
        Err(StoreError::NotFound(_)) => not_found(l),
        Err(error) => message::of_error(&ApiError::from(error), None, l),
    }
}

fn not_found(l: Language) -> HttpResponse {
    message::of_error(&ApiError::new(ErrorCode::NoSuchRoute, "no such unit"), None, l)
}

fn page(unit: &PublicUnit, zone: Tz, brand: &str, public_url: &str, l: Language) -> HttpResponse {
    let main = main_index(unit);
    let name = name_of(main.map_or(IndexKind::Ikm, |index| index.index));
    let heading = P::Title.filled(l, &[("index", name), ("unit", &unit.name)]);
    let period =
        unit.report.as_ref().map(|report| &report.period).or(unit.closed.as_ref().map(|closed| &closed.period));
    let (report, closed) = (unit.report.as_ref(), unit.closed.as_ref());
    let source = match (report, closed) {
        (Some(report), _) => {
            let told = P::FromReport.filled(l, &[("day", &day(&report.published_at, zone, l))]);
            Some((told, Some(format!("/l/{}", report.code))))
        }
        (None, Some(_)) => Some((P::FromAnswers.text(l).to_owned(), None)),
        (None, None) => None,
    };
    let page = UnitPage {
        frame: Frame { language: l, stylesheet: report_stylesheet_address(brand) },
        l,
        of: period.map(|period| P::Of.filled(l, &[("period", &format::period(period, l)), ("city", &unit.city)])),
        main: main.map(|index| Main::of(index, l)),
        nothing: if report.is_some() { P::TooFew.text(l) } else { P::NothingYet.text(l) },
        respondents: match report {
            Some(report) => respondents(report.n, report.required_sample, l),
            None => respondents(main.map_or(0, |index| index.n), None, l),
        },
        source,
        indices: match report {
            Some(report) => report.indices.iter().map(|index| IndexTable::of(index, l)).collect(),
            None => closed.iter().flat_map(|closed| &closed.indices).skip(1).map(|i| IndexTable::bare(i, l)).collect(),
        },
        trend: trend(&unit.trends, l),
        plan: report.map(|report| plan(report, l)).unwrap_or_default(),
        last_plan: report.and_then(|report| last_plan(report, l)),
        reports: unit.reports.iter().map(|report| report_row(report, l)).collect(),
        embed: embed(public_url, unit, &heading),
        heading,
        unit,
    };
    html_shared(&page)
}

/// The index that the page is about, where it may be shown.
pub(super) fn main_index(unit: &PublicUnit) -> Option<&IndexSummary> {
    match &unit.report {
        Some(report) => report.indices.first().map(|index| &index.summary),
        None => unit.closed.as_ref().and_then(|closed| closed.indices.first()),
    }
}

fn report_row(report: &PublishedReport, l: Language) -> ReportRow {
    let index = report.indices.first();
    ReportRow {
        code: report.code.clone(),
        period: format::period(&report.period, l),
        value: index.map_or_else(|| format::NONE.to_owned(), |index| format::decimal(&index.converted, l)),
        grade: index.map(|index| index.grade.clone()).unwrap_or_default(),
    }
}

/// The line that shows the badge on another site; the template escapes it for reading.
fn embed(public_url: &str, unit: &PublicUnit, heading: &str) -> String {
    let page = format!("{public_url}/u/{}", unit.unit);
    let quoted = heading.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    format!("<a href=\"{page}\"><img src=\"{page}/badge.svg\" alt=\"{quoted}\" height=\"24\"></a>")
}
