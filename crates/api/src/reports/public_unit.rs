//! What everybody may know of a unit: its newest published report, or its last closed quarter while there is none.

use super::headline::indices_of;
use super::public::{hide_small, of_report};
use super::trend::trends;
use crate::clock::rfc3339;
use crate::results::series::periods_until;
use crate::results::unit::UnitQuery;
use chrono::{DateTime, Utc};
use contract::report::{PublicPeriod, PublicUnit, PublishedReport};
use domain::Period;
use domain::figures::IndexSummary;
use domain::period::{PeriodKind, month_of};
use store::city::time_zone;
use store::reports::{Published, find_published, list_published};
use store::units::{Unit, find_unit};
use store::{Conn, StoreError, StoreResult, Versions};

/// So many published reports are listed.
const MOST_REPORTS: i64 = 20;
/// How many closed quarters are looked through; what is older says little about today.
const QUARTERS: usize = 4;

/// Reads the public view of a unit.
///
/// # Errors
/// [`StoreError::NotFound`] for an unknown unit, and one that no longer serves and has published nothing.
pub fn read(conn: &mut Conn<'_>, versions: &Versions, code: &str, now: DateTime<Utc>) -> StoreResult<PublicUnit> {
    let unit = find_unit(conn, code)?;
    let zone = time_zone(conn)?;
    let month = month_of(now, zone);
    let settings = store::settings::settings_for(conn, month)?;
    let least = i64::from(settings.public_minimum_n);
    let published = list_published(conn, unit.id, MOST_REPORTS)?;
    let report = match published.first() {
        Some(newest) => {
            let report = find_published(conn, newest.code)?;
            Some(of_report(conn, report)?)
        }
        None if !unit.active => return Err(StoreError::NotFound("unit")),
        None => None,
    };
    let (closed, trends) = match &report {
        Some(report) => (None, report.trends.clone()),
        None => closed(conn, versions, &unit, Period::quarter_of(month).previous(), least)?,
    };
    Ok(PublicUnit {
        unit: unit.code.to_string(),
        name: unit.name,
        kind: unit.kind.code().to_owned(),
        city: settings.city_name,
        report,
        closed,
        trends,
        reports: published.into_iter().map(|published| published_body(published, least)).collect(),
    })
}

/// A published report with the indices that may be shown.
pub(super) fn published_body(published: Published, least: i64) -> PublishedReport {
    PublishedReport {
        code: published.code.to_string(),
        period: published.period.to_string(),
        revision: published.revision,
        published_at: rfc3339(published.published_at),
        indices: enough(published.figures, least),
    }
}

/// The indices that so many answered.
pub(super) fn enough(indices: Vec<IndexSummary>, least: i64) -> Vec<IndexSummary> {
    indices.into_iter().filter(|index| index.n >= least).collect()
}

type Closed = (Option<PublicPeriod>, Vec<domain::report::ReportTrend>);

/// The last quarter with answers up to this one, and the trend that ends there; nothing when they are too few.
fn closed(conn: &mut Conn<'_>, versions: &Versions, unit: &Unit, last: Period, least: i64) -> StoreResult<Closed> {
    for period in periods_until(last, PeriodKind::Quarter, QUARTERS).into_iter().rev() {
        let query =
            UnitQuery { unit: unit.code.to_string(), service: None, subtree: false, period, include_excluded: false };
        let indices = indices_of(conn, versions, &query)?;
        if indices.is_empty() {
            continue;
        }
        let indices = enough(indices, least);
        if indices.is_empty() {
            break;
        }
        let mut trends = trends(conn, versions, &query, unit.id)?;
        trends.retain(|trend| indices.iter().any(|index| index.index == trend.index));
        hide_small(&mut trends, least);
        return Ok((Some(PublicPeriod { period: period.to_string(), indices }), trends));
    }
    Ok((None, Vec::new()))
}
