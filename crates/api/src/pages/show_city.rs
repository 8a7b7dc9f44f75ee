//! The public page of the city: its headline, and the units that have published a report.

use super::assets::report_stylesheet_address;
use super::frame::{Frame, html_shared, query_language};
use super::message;
use super::public_parts::{IndexTable, Main, named, respondents, short, trend_chart};
use crate::access::{Guard, Public};
use crate::error::ApiError;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use contract::report::{PublicCity, PublicCityUnit, PublicDone, PublicFollowUp, PublicHeadline};
use domain::figures::IndexSummary;
use domain::report::name_of;
use domain::{IndexKind, UnitKind};
use std::sync::Arc;
use store::city::time_zone;
use texts::Language;
use texts::format;
use texts::public_report::PublicReportText as P;

#[derive(Template)]
#[template(path = "city.html", whitespace = "minimize")]
struct CityPage<'a> {
    frame: Frame,
    city: &'a PublicCity,
    l: Language,
    heading: String,
    of: Option<String>,
    main: Option<Main>,
    respondents: String,
    source: Option<(String, Option<String>)>,
    indices: Vec<IndexTable>,
    trend: Option<String>,
    follow_up: Option<FollowUp>,
    published: String,
    groups: Vec<Group>,
}

/// What the units promised and did.
struct FollowUp {
    told: Vec<String>,
    latest: Vec<Done>,
}

struct Done {
    unit: String,
    name: String,
    programme: String,
}

/// The units of one kind.
struct Group {
    kind: &'static str,
    rows: Vec<UnitRow>,
}

struct UnitRow {
    unit: String,
    name: String,
    value: String,
    grade: String,
    period: String,
}

/// The page.
pub async fn show_city(guard: Guard<Public>, request: HttpRequest) -> HttpResponse {
    let l = query_language(request.query_string());
    let (versions, now) = (Arc::clone(guard.db().versions()), guard.now());
    let past = Arc::clone(&guard.state().city_past);
    let reading = move |conn: &mut store::Conn<'_>| {
        let city = crate::reports::public_city::read(conn, &versions, &past, now)?;
        let zone = time_zone(conn)?;
        let settings = store::settings::settings_for(conn, domain::period::month_of(now, zone))?;
        Ok((city, settings.brand_color))
    };
    match guard.db().read(reading).await {
        Ok((city, brand)) => html_shared(&page(&city, &brand, l)),
        Err(error) => message::of_error(&ApiError::from(error), None, l),
    }
}

fn page<'a>(city: &'a PublicCity, brand: &str, l: Language) -> CityPage<'a> {
    let indices: &[IndexSummary] = city.headline.as_ref().map_or(&[], |headline| &headline.indices);
    let main = indices.first();
    let name = name_of(main.map_or(IndexKind::Ikm, |index| index.index));
    CityPage {
        frame: Frame { language: l, stylesheet: report_stylesheet_address(brand) },
        city,
        l,
        heading: P::Title.filled(l, &[("index", name), ("unit", &city.city)]),
        of: city.headline.as_ref().map(|headline| format::period(&headline.period, l)),
        main: main.map(|index| Main::of(index, l)),
        respondents: respondents(main.map_or(0, |index| index.n), None, l),
        source: city.headline.as_ref().and_then(|headline| source(headline, l)),
        indices: indices.iter().skip(1).map(|index| IndexTable::bare(index, l)).collect(),
        trend: trend_chart(&city.trends, l),
        follow_up: city.follow_up.as_ref().map(|follow_up| told(follow_up, l)),
        published: match city.units.len() {
            0 => P::NoUnits.text(l).to_owned(),
            units => {
                let (published, obliged) = (units.to_string(), city.units_obliged.to_string());
                P::UnitsOf.filled(l, &[("published", &published), ("obliged", &obliged)])
            }
        },
        groups: groups(&city.units, l),
    }
}

fn source(headline: &PublicHeadline, l: Language) -> Option<(String, Option<String>)> {
    let units = headline.units?;
    let text = if headline.sementara { P::MeanOfUnits } else { P::MeanOfReports };
    let report = headline.report.as_ref().map(|code| format!("/l/{code}"));
    Some((text.filled(l, &[("units", &units.to_string())]), report))
}

fn told(follow_up: &PublicFollowUp, l: Language) -> FollowUp {
    let number = |number: usize| format::count(i64::try_from(number).unwrap_or(i64::MAX), l);
    let [promised, done, units, planned] =
        [follow_up.promised, follow_up.done, follow_up.units, follow_up.planned].map(number);
    let mut told = Vec::new();
    if follow_up.promised > 0 {
        told.push(P::CityDone.filled(l, &[("done", &done), ("promised", &promised), ("units", &units)]));
    }
    if follow_up.not_reported > 0 {
        told.push(P::NotReported.filled(l, &[("n", &number(follow_up.not_reported))]));
    }
    if follow_up.planned > 0 {
        told.push(P::CityPlanned.filled(l, &[("planned", &planned)]));
    }
    let done = |done: &PublicDone| Done {
        unit: done.unit.clone(),
        name: done.name.clone(),
        programme: match done.element.as_str() {
            "" => short(&done.programme),
            element => format!("{}: {}", named(element, l), short(&done.programme)),
        },
    };
    FollowUp { told, latest: follow_up.latest.iter().map(done).collect() }
}

/// The units by kind, in the order in which the city counts them.
fn groups(units: &[PublicCityUnit], l: Language) -> Vec<Group> {
    let of_kind = |kind: UnitKind| Group {
        kind: kind.name(),
        rows: units.iter().filter(|unit| unit.kind == kind.code()).map(|unit| row(unit, l)).collect(),
    };
    UnitKind::ALL.into_iter().map(of_kind).filter(|group| !group.rows.is_empty()).collect()
}

fn row(unit: &PublicCityUnit, l: Language) -> UnitRow {
    let index = unit.report.indices.first();
    UnitRow {
        unit: unit.unit.clone(),
        name: unit.name.clone(),
        value: index.map_or_else(|| format::NONE.to_owned(), |index| format::decimal(&index.converted, l)),
        grade: index.map(|index| index.grade.clone()).unwrap_or_default(),
        period: format::period_short(&unit.report.period, l),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::report::PublishedReport;
    use domain::figures::MarginResult;
    use domain::report::{ReportTrend, ReportTrendPoint};

    /// The largest page that may be sent.
    const LARGEST: usize = 30_000;

    #[test]
    fn a_page_of_all_units_stays_small() {
        let index = IndexSummary {
            index: IndexKind::Ikm,
            n: 212,
            value: "3.3668".to_owned(),
            converted: "84.17".to_owned(),
            grade: "B".to_owned(),
            performance: "Baik".to_owned(),
            margin: MarginResult {
                status: "value".to_owned(),
                points: Some("1.90".to_owned()),
                value: None,
                low: None,
                high: None,
                small_sample: false,
            },
        };
        let unit = |unit: &demo::Unit| PublicCityUnit {
            unit: unit.code.to_owned(),
            name: unit.name.to_owned(),
            kind: unit.kind.to_owned(),
            report: PublishedReport {
                code: "k7m2p9qx".to_owned(),
                period: "2026-TW3".to_owned(),
                revision: 1,
                published_at: "2026-10-06T01:00:00Z".to_owned(),
                indices: vec![index.clone()],
            },
        };
        let units: Vec<PublicCityUnit> =
            demo::organisation().units.iter().filter(|unit| unit.obliged).map(unit).collect();
        assert_eq!(units.len(), 156);
        let headline = PublicHeadline {
            report: None,
            period: "2026-TW3".to_owned(),
            sementara: true,
            units: Some(156),
            indices: vec![index.clone()],
        };
        let points = (0..12).map(|at| ReportTrendPoint {
            period: format!("{}-TW{}", 2023 + at / 4, at % 4 + 1),
            converted: Some(format!("8{}.17", at % 10)),
            grade: Some("B".to_owned()),
            n: Some(40_000),
            band: Some(("79.20".to_owned(), "91.20".to_owned())),
            comparable: true,
            imported: false,
        });
        let trends = vec![ReportTrend { index: IndexKind::Ikm, points: points.collect() }];
        let done = |unit: &PublicCityUnit| PublicDone {
            unit: unit.unit.clone(),
            name: unit.name.clone(),
            element: "U3".to_owned(),
            programme: "Membuka loket kedua ".repeat(25),
        };
        let latest = units.iter().take(5).map(done).collect();
        let follow_up =
            Some(PublicFollowUp { promised: 310, done: 204, not_reported: 12, units: 120, planned: 330, latest });
        let city = PublicCity {
            city: "Kota Banjarmasin".to_owned(),
            headline: Some(headline),
            units_obliged: 156,
            trends,
            follow_up,
            units,
        };
        let html = page(&city, "#0b6b5c", Language::Indonesian).render().unwrap();
        assert!(html.len() < LARGEST, "{} bytes", html.len());
        assert!(html.contains("156 dari 156 unit wajib survei") && html.contains("rata-rata nilai 156 unit"));
        assert!(html.contains("<svg ") && html.contains("204 dari 310 rencana") && html.contains("TW IV 2025"));
        assert_eq!(html.matches("href=\"/u/").count(), 156 + 5, "each unit, and those that did something last");
    }
}
