//! What the city's public page tells of earlier periods and promises. It takes many reads and changes seldom, so it is
//! remembered for a minute, as the page itself is.

use super::public::{hide_small, without_hidden_element};
use super::trend::city_trends;
use chrono::{DateTime, Utc};
use contract::report::{PublicCityUnit, PublicDone, PublicFollowUp};
use domain::report::{FollowUpState, LastPlan, PlanRow, ReportTrend};
use domain::{IndexKind, LinkCode, Period};
use serde::Deserialize;
use std::sync::{Mutex, PoisonError};
use store::reports::{find_document, find_published};
use store::{Conn, StoreError, StoreResult, Versions};

/// Three years of quarters.
const MONTHS: i32 = 36;
/// So many rows that are done are told.
const LATEST: usize = 5;

/// Trend and follow-up.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Past {
    pub(super) trends: Vec<ReportTrend>,
    pub(super) follow_up: Option<PublicFollowUp>,
}

/// What was read last, and of what.
#[derive(Debug, Default)]
pub struct CityPast(Mutex<Option<(Key, Past)>>);

/// Another one when a unit has published, a minute is over, or other figures may be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key {
    period: Period,
    least: i64,
    minute: i64,
    reports: Vec<String>,
}

impl CityPast {
    /// Trend up to a period, and the follow-up in the newest published reports.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) fn read(
        &self,
        conn: &mut Conn<'_>,
        versions: &Versions,
        (city, period, least): (i32, Period, i64),
        units: &[PublicCityUnit],
        now: DateTime<Utc>,
    ) -> StoreResult<Past> {
        let reports = units.iter().map(|unit| unit.report.code.clone()).collect();
        let key = Key { period, least, minute: now.timestamp().div_euclid(60), reports };
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = lock().as_ref().filter(|(of, _)| *of == key).map(|(_, past)| past.clone());
        if let Some(past) = known {
            return Ok(past);
        }
        let mut trends = city_trends(conn, versions, city, (period, MONTHS))?;
        hide_small(&mut trends, least);
        let past = Past { trends, follow_up: follow_up(conn, units)? };
        *lock() = Some((key, past.clone()));
        Ok(past)
    }
}

/// What is read of a frozen document.
#[derive(Deserialize)]
struct Told {
    plan: Vec<PlanRow>,
    #[serde(default)]
    last_plan: Option<LastPlan>,
}

fn follow_up(conn: &mut Conn<'_>, units: &[PublicCityUnit]) -> StoreResult<Option<PublicFollowUp>> {
    let mut found = PublicFollowUp { promised: 0, done: 0, not_reported: 0, units: 0, planned: 0, latest: Vec::new() };
    let mut newest_first: Vec<&PublicCityUnit> = units.iter().collect();
    newest_first.sort_by(|one, other| other.report.published_at.cmp(&one.report.published_at));
    for unit in newest_first {
        let Some(told) = told(conn, &unit.report.code)? else { continue };
        found.planned += told.plan.iter().filter(|row| !row.programme.is_empty()).count();
        let Some(last) = told.last_plan.filter(|last| !last.rows.is_empty()) else { continue };
        found.units += 1;
        found.promised += last.rows.len();
        found.done += last.done();
        found.not_reported += last.count(FollowUpState::NotReported);
        let shown: Vec<IndexKind> = unit.report.indices.iter().map(|index| index.index).collect();
        let done = last.rows.into_iter().filter(|row| row.state == FollowUpState::Done);
        let done = done.map(|row| without_hidden_element(row.planned, &shown));
        let room = LATEST - found.latest.len();
        found.latest.extend(done.take(room).map(|row| PublicDone {
            unit: unit.unit.clone(),
            name: unit.name.clone(),
            element: row.element,
            programme: row.programme,
        }));
    }
    Ok((found.promised + found.planned > 0).then_some(found))
}

fn told(conn: &mut Conn<'_>, code: &str) -> StoreResult<Option<Told>> {
    let Ok(code) = LinkCode::parse(code) else { return Ok(None) };
    let report = find_published(conn, code)?;
    let document = find_document(conn, report.id)?;
    let told = serde_json::from_str(&document);
    told.map(Some).map_err(|error| StoreError::Damaged(format!("document of report {}: {error}", report.id)))
}
