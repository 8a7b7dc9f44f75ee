//! The public page of a report, behind the QR code: plain HTML that says everything without a script; the script only checks
//! a file in hand.

use super::assets::{report_script_address, report_stylesheet_address};
use super::frame::{Frame, html, query_language};
use super::message;
use super::public_parts::{IndexTable, Main, Row, day, last_plan, plan, respondents, trend};
use crate::access::{Guard, Public};
use crate::error::{ApiError, ErrorCode};
use crate::reports::files::Format;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono_tz::Tz;
use contract::report::PublicReport;
use domain::report::{name_of, revision_number};
use domain::{IndexKind, LinkCode};
use store::StoreError;
use store::city::{ROOT, time_zone};
use texts::Language;
use texts::format;
use texts::public_report::PublicReportText as P;

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
    posters: Vec<Poster>,
    published: String,
    unit_page: String,
}

/// A poster: where it is, and of which index where it is not the first.
struct Poster {
    address: String,
    index: Option<String>,
}

struct File {
    name: String,
    bytes: i64,
    sha256: String,
    signed: bool,
}

/// The page.
pub async fn show_report(guard: Guard<Public>, code: web::Path<String>, request: HttpRequest) -> HttpResponse {
    let language = query_language(request.query_string());
    let Ok(code) = LinkCode::parse(&code) else { return not_found(language) };
    let now = guard.now();
    let reading = move |conn: &mut store::Conn<'_>| {
        let report = crate::reports::public::read(conn, code)?;
        let zone = time_zone(conn)?;
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
    let weight =
        if report.weight == "exact" { P::ExactWeight.text(l).to_owned() } else { format::decimal(&report.weight, l) };
    let published = day(&report.published_at, zone, l);
    let page = ReportPage {
        frame: Frame { language: l, stylesheet: report_stylesheet_address(brand) },
        script: report_script_address(),
        report,
        l,
        heading: P::Title.filled(l, &[("index", name), ("unit", &report.unit)]),
        of: P::Of.filled(l, &[("period", &period), ("city", &report.city)]),
        period,
        service: report.service.as_ref().map(|service| P::Service.filled(l, &[("service", service)])),
        main: main.map(|index| Main::of(&index.summary, l)),
        respondents: respondents(report.n, report.required_sample, l),
        indices: report.indices.iter().map(|index| IndexTable::of(index, l)).collect(),
        trend: trend(&report.trends, l),
        plan: plan(report, l),
        last_plan: last_plan(report, l),
        unit_page: if report.unit_code == ROOT { "/kota".to_owned() } else { format!("/u/{}", report.unit_code) },
        files: report
            .files
            .iter()
            .map(|file| File {
                name: file.file_name.clone(),
                bytes: file.bytes,
                sha256: file.sha256.clone(),
                signed: file.signed,
            })
            .collect(),
        posters: posters(report),
        published: match revision_number(report.revision) {
            None => P::Published.filled(l, &[("day", &published), ("weight", &weight)]),
            Some(number) => {
                let revision = number.to_string();
                P::PublishedRevision.filled(l, &[("day", &published), ("revision", &revision), ("weight", &weight)])
            }
        },
    };
    html(StatusCode::OK, &page)
}

/// One of each index that was published.
fn posters(report: &PublicReport) -> Vec<Poster> {
    let format = Format::PosterPdf;
    let place = format!("/api/v1/public/reports/{}/files/{}", report.code, format.code());
    let poster = |file: &contract::report::ReportFileInfo| match format.index_kept(&file.format)? {
        None => Some(Poster { address: place.clone(), index: None }),
        Some(index) => Some(Poster {
            address: format!("{place}?index={}", index.code()),
            index: Some(index.code().to_uppercase()),
        }),
    };
    report.files.iter().filter_map(poster).collect()
}
