//! The series of a unit.

use super::unit::{Subject, service_inputs, subject};
use super::{excluded_in, merge_states};
use domain::figures::{PointInput, Series, series};
use domain::period::PeriodKind;
use domain::{IndexKind, Period, Slices, Tally};
use std::collections::BTreeMap;
use store::tallies::{Selection, Sum, sum_totals};
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
    /// Excluded responses as well.
    pub include_excluded: bool,
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

/// Reads the series of every index that has an answer in some period, and how many responses are excluded.
///
/// # Errors
/// [`store::StoreError::NotFound`] for an unknown unit or service.
pub fn unit_series(conn: &mut Conn<'_>, versions: &Versions, query: &SeriesQuery) -> StoreResult<(Vec<Series>, i64)> {
    let subject = subject(conn, &query.unit, query.service.as_deref(), query.subtree)?;
    let (by_period, excluded) = sums_by_period(conn, versions, &subject, &query.periods, query.include_excluded)?;
    let mut points = Vec::with_capacity(query.periods.len());
    for (period, sums) in query.periods.iter().zip(&by_period) {
        let served = if query.subtree || query.service.is_some() {
            None
        } else {
            store::people_served::served_in(conn, subject.unit_id, None, *period)?.map(|served| served.people)
        };
        points.push(PointInput {
            period: *period,
            served,
            settings: store::settings::settings_for(conn, period.last())?,
            services: service_inputs(&subject, sums, |_| Slices::default()),
        });
    }
    let series = IndexKind::ALL.map(|kind| series(kind, &points));
    let with_answers = series.into_iter().filter(|series| series.points.iter().any(|point| point.figure.is_some()));
    Ok((with_answers.collect(), excluded))
}

/// The sums of a period by service and questionnaire version.
pub(crate) type PeriodSums = BTreeMap<(i32, i32), Sum<Tally>>;

/// The sums of each period by service and questionnaire version, and how many responses are excluded, from one read.
pub(crate) fn sums_by_period(
    conn: &mut Conn<'_>,
    versions: &Versions,
    subject: &Subject,
    periods: &[Period],
    include_excluded: bool,
) -> StoreResult<(Vec<PeriodSums>, i64)> {
    let (Some(first), Some(last)) = (periods.first(), periods.last()) else { return Ok((Vec::new(), 0)) };
    let services: Vec<i32> = subject.services.iter().map(|(_, service)| service.id).collect();
    let selection = Selection { services, from: first.first(), to: last.last() };
    let place = |month| periods.iter().position(|period| period.contains(month));
    let sums = sum_totals(conn, versions, &selection, |service, month| (place(month), service))?;
    let excluded = excluded_in(&sums).into_iter().filter(|((place, _), _)| place.is_some()).map(|(_, n)| n).sum();
    let mut by_period = vec![PeriodSums::new(); periods.len()];
    for (((at, service), version), sum) in merge_states(sums, include_excluded) {
        if let Some(of_period) = at.and_then(|at| by_period.get_mut(at)) {
            of_period.insert((service, version), sum);
        }
    }
    Ok((by_period, excluded))
}
