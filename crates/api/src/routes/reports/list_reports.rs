//! Reports.

use super::summary;
use crate::access::{Actor, Guard, ReadResults};
use crate::error::{ApiError, ErrorCode};
use crate::error_docs::ReadErrors;
use crate::extract::Query;
use crate::paging::{Paging, unknown_cursor};
use crate::reports::listed;
use crate::routes::units::units_in;
use actix_web::{HttpResponse, get};
use contract::report::{ListReportsQuery, ReportPage};
use std::sync::Arc;
use store::reports::{ReportFilter, ReportState, list_reports as list};
use uuid::Uuid;

/// List reports.
///
/// The newest first, of the units that you may see, each with its indices; other systems see published ones alone.
#[utoipa::path(
    tag = "reports",
    security(("bearer" = [])),
    params(ListReportsQuery),
    responses((status = 200, description = "A page of reports", body = ReportPage), ReadErrors)
)]
#[get("/reports")]
pub(crate) async fn list_reports(
    guard: Guard<ReadResults>,
    Query(query): Query<ListReportsQuery>,
) -> Result<HttpResponse, ApiError> {
    let paging = Paging::new(query.cursor, query.limit)?;
    let before = paging.after.as_deref().map(|after| Uuid::parse_str(after).map_err(|_| unknown_cursor(after)));
    let before = before.transpose()?;
    let asked = query.state.as_deref().map(state).transpose()?;
    let state = match guard.actor() {
        Actor::Key(_) if asked.is_some_and(|asked| asked != ReportState::Published) => {
            return Ok(HttpResponse::Ok().json(ReportPage { items: Vec::new(), next: None }));
        }
        Actor::Key(_) => Some(ReportState::Published),
        _ => asked,
    };
    let unit = match &query.unit {
        Some(code) => Some(guard.unit(code).await?.id),
        None => None,
    };
    let versions = Arc::clone(guard.db().versions());
    let (scope, rows, period) = (guard.scope(), paging.rows(), query.period);
    let reading = move |conn: &mut store::Conn<'_>| {
        let units = match unit {
            Some(unit) => vec![unit],
            None => units_in(conn, scope)?.into_iter().collect(),
        };
        let reports = list(conn, &ReportFilter { units: Some(units), period, state }, before, rows)?;
        listed(conn, &versions, reports)
    };
    let (reports, next) = paging.cut(guard.db().read(reading).await?, |(report, _)| report.id.to_string());
    let items = reports.into_iter().map(|(report, figures)| summary(&report, figures)).collect();
    Ok(HttpResponse::Ok().json(ReportPage { items, next }))
}

fn state(text: &str) -> Result<ReportState, ApiError> {
    ReportState::from_code(text).ok_or_else(|| {
        let known = ReportState::ALL.map(ReportState::code).join(", ");
        ApiError::new(ErrorCode::InvalidQuery, "there is no such state").field("?state", "unknown_state", text, known)
    })
}
