//! The series of a unit.

use super::unit::subject;
use super::{merge_states, version_input};
use domain::figures::{PointInput, Series, series};
use domain::period::PeriodKind;
use domain::{IndexKind, Period, Slices};
use store::tallies::{Selection, sum_totals};
use store::{Conn, StoreResult, Versions};

/// Whose series, over which periods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesQuery {
    /// The unit's code.
    pub unit: String,
    /// One of its services alone.
    pub service: Option<String>,
    /// The units below as well.
    pub subtree: bool,
    /// The periods, from the oldest to the newest, without overlap.
    pub periods: Vec<Period>,
}

/// The periods of a kind that end with the one of `last`.
pub fn periods_until(last: Period, kind: PeriodKind, count: usize) -> Vec<Period> {
    let mut periods: Vec<Period> = Vec::with_capacity(count);
    let mut period = Period::containing(last.last(), kind);
    for _ in 0..count {
        periods.push(period);
        period = period.previous();
    }
    periods.reverse();
    periods
}

/// Reads the series of every index that has an answer in some period.
///
/// # Errors
/// [`store::StoreError::NotFound`] for an unknown unit or service.
pub fn unit_series(conn: &mut Conn<'_>, versions: &Versions, query: &SeriesQuery) -> StoreResult<Vec<Series>> {
    let subject = subject(conn, &query.unit, query.service.as_deref(), query.subtree)?;
    let (Some(first), Some(last)) = (query.periods.first(), query.periods.last()) else { return Ok(Vec::new()) };
    let settings = store::settings::settings_for(conn, last.last())?;
    let services: Vec<i32> = subject.services.iter().map(|(_, service)| service.id).collect();
    let selection = Selection { services, from: first.first(), to: last.last() };
    let place = |month| query.periods.iter().position(|period| period.contains(month));
    let sums = merge_states(sum_totals(conn, versions, &selection, |_, month| place(month))?, false);
    let mut points = Vec::with_capacity(query.periods.len());
    for (at, period) in query.periods.iter().enumerate() {
        let of_period = sums.range((Some(at), i32::MIN)..=(Some(at), i32::MAX));
        let served = if query.subtree || query.service.is_some() {
            None
        } else {
            store::people_served::served_in(conn, subject.unit_id, None, *period)?.map(|served| served.people)
        };
        let versions =
            of_period.map(|(_, sum)| version_input(&sum.version, sum.sum.clone(), Slices::default())).collect();
        points.push(PointInput { period: *period, served, versions });
    }
    let series = IndexKind::ALL.map(|kind| series(&settings, kind, &points));
    Ok(series.into_iter().filter(|series| series.points.iter().any(|point| point.figure.is_some())).collect())
}
