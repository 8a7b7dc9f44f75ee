//! Five years of each index: the points of this system after those that were published before it.

use crate::results::series::{SeriesQuery, periods_until, unit_series};
use crate::results::unit::UnitQuery;
use domain::figures::{Series, SeriesPoint};
use domain::period::PeriodKind;
use domain::preparation::HistoricPoint;
use domain::report::{ReportTrend, ReportTrendPoint};
use domain::{IndexKind, Period};
use store::historic::list_points;
use store::{Conn, StoreResult, Versions};

const MONTHS: i32 = 60;

pub(super) fn trends(
    conn: &mut Conn<'_>,
    versions: &Versions,
    query: &UnitQuery,
    unit_id: i32,
) -> StoreResult<Vec<ReportTrend>> {
    let periods = match query.period.kind() {
        PeriodKind::Range => vec![query.period],
        kind => {
            let count = usize::try_from(MONTHS / query.period.len()).unwrap_or(1).max(1);
            periods_until(query.period, kind, count)
        }
    };
    let asked = SeriesQuery {
        unit: query.unit.clone(),
        service: query.service.clone(),
        subtree: query.subtree,
        periods,
        include_excluded: false,
    };
    let (own, _) = unit_series(conn, versions, &asked)?;
    // What was published before was published of the whole unit.
    let published = if query.service.is_some() { Vec::new() } else { list_points(conn, unit_id)? };
    let published: Vec<HistoricPoint> = published.into_iter().map(|entered| entered.point).collect();
    let trend = |kind: IndexKind| {
        let own = own.iter().find(|series| series.index == kind);
        let points = points(own, published.iter().filter(|point| point.index == kind), query.period);
        ReportTrend { index: kind, points }
    };
    Ok(IndexKind::ALL.into_iter().map(trend).filter(|trend| !trend.points.is_empty()).collect())
}

/// Published points that end before the first own answer, then the own ones from there on.
fn points<'a>(
    own: Option<&Series>,
    published: impl Iterator<Item = &'a HistoricPoint>,
    period: Period,
) -> Vec<ReportTrendPoint> {
    let own: Vec<&SeriesPoint> = own.map(|series| series.points.iter().collect()).unwrap_or_default();
    let own: Vec<&SeriesPoint> = own.into_iter().skip_while(|point| point.figure.is_none()).collect();
    let first = own.first().and_then(|point| point.period.parse::<Period>().ok()).unwrap_or(period);
    let earliest = period.last().plus(1 - MONTHS);
    let before = published.filter(|point| point.period.last() < first.first() && point.period.last() >= earliest);
    before.map(imported).chain(own.into_iter().map(computed)).collect()
}

fn imported(point: &HistoricPoint) -> ReportTrendPoint {
    ReportTrendPoint {
        period: point.period.to_string(),
        converted: Some(point.value.to_string()),
        grade: Some(point.grade.letter().to_owned()),
        n: point.n,
        band: None,
        comparable: false,
        imported: true,
    }
}

fn computed(point: &SeriesPoint) -> ReportTrendPoint {
    let figure = point.figure.as_ref();
    ReportTrendPoint {
        period: point.period.clone(),
        converted: figure.map(|figure| figure.converted.clone()),
        grade: figure.map(|figure| figure.grade.clone()),
        n: figure.map(|figure| figure.n),
        band: figure.and_then(|figure| figure.margin.low.clone().zip(figure.margin.high.clone())),
        comparable: point.change.as_ref().is_some_and(|change| change.status == "comparable"),
        imported: false,
    }
}
