//! The badge of a unit: its newest public figure as a small picture for other sites, provisional before a report is published.

use super::show_unit::main_index;
use crate::access::{Guard, Public};
use crate::error::{ApiError, ErrorCode};
use crate::etag::shared;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, ResponseError, web};
use charts::{Badge, BadgeTone};
use domain::Code;
use domain::figures::IndexSummary;
use std::sync::Arc;
use store::StoreError;
use texts::Language;
use texts::format;
use texts::public_report::PublicReportText as P;

const L: Language = Language::Indonesian;

/// The picture.
pub async fn get_badge(guard: Guard<Public>, code: web::Path<String>, request: HttpRequest) -> HttpResponse {
    let unknown = || ApiError::new(ErrorCode::NoSuchRoute, "there is no such unit").error_response();
    let Ok(code) = Code::parse(&code) else { return unknown() };
    let (versions, now) = (Arc::clone(guard.db().versions()), guard.now());
    let reading =
        move |conn: &mut store::Conn<'_>| crate::reports::public_unit::read(conn, &versions, code.as_str(), now);
    let unit = match guard.db().read(reading).await {
        Ok(unit) => unit,
        Err(StoreError::NotFound(_)) => return unknown(),
        Err(error) => return ApiError::from(error).error_response(),
    };
    let period =
        unit.report.as_ref().map(|report| &report.period).or(unit.closed.as_ref().map(|closed| &closed.period));
    let badge = badge(&unit.name, main_index(&unit), period.map(String::as_str), unit.report.is_none());
    let mut answer = shared(&request, "image/svg+xml", badge.draw().into_bytes());
    // Other sites show it.
    let policy = HeaderName::from_static("cross-origin-resource-policy");
    answer.headers_mut().insert(policy, HeaderValue::from_static("cross-origin"));
    let nothing_else = HeaderValue::from_static("default-src 'none'; sandbox");
    answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, nothing_else);
    answer
}

fn badge(unit: &str, index: Option<&IndexSummary>, period: Option<&str>, is_provisional: bool) -> Badge {
    let Some((index, period)) = index.zip(period) else {
        let value = P::BadgeNone.text(L).to_owned();
        return Badge {
            title: format!("IKM {unit}: {value}"),
            label: "IKM".to_owned(),
            value,
            note: String::new(),
            tone: BadgeTone::Plain,
        };
    };
    let provisional =
        |sign: &str| if is_provisional { format!("{sign}{}", P::BadgeProvisional.text(L)) } else { String::new() };
    let (label, value) = (index.index.code().to_uppercase(), format::decimal(&index.converted, L));
    Badge {
        title: format!(
            "{label} {unit}: {value}, mutu {} ({}), {}{}",
            index.grade,
            index.performance,
            format::period(period, L),
            provisional(", "),
        ),
        label,
        value: format!("{value} · {}{}", index.grade, provisional(" · ")),
        note: format::period_short(period, L),
        tone: match index.grade.as_str() {
            "A" | "B" => BadgeTone::Good,
            "C" => BadgeTone::Fair,
            _ => BadgeTone::Poor,
        },
    }
}
