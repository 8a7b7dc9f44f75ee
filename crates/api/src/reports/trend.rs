//! Five years of each index: the points of this system after those that were published before it.

use crate::results::recap::city_recap;
use crate::results::series::{SeriesQuery, periods_until, unit_series};
use crate::results::unit::UnitQuery;
use domain::figures::{IndexSummary, Recap, SeriesPoint};
use domain::period::PeriodKind;
use domain::preparation::HistoricPoint;
use domain::report::{ReportTrend, ReportTrendPoint};
use domain::{IndexKind, Period};
use store::historic::list_points;
use store::{Conn, StoreResult, Versions};

/// Five years.
pub(super) const MONTHS: i32 = 60;

pub(super) fn trends(
    conn: &mut Conn<'_>,
    versions: &Versions,
    query: &UnitQuery,
    unit_id: i32,
) -> StoreResult<Vec<ReportTrend>> {
    let asked = SeriesQuery {
        unit: query.unit.clone(),
        service: query.service.clone(),
        subtree: query.subtree,
        periods: periods(query.period, MONTHS),
        include_excluded: false,
    };
    let (own, _) = unit_series(conn, versions, &asked)?;
    // What was published before was published of the whole unit.
    let published = if query.service.is_some() { Vec::new() } else { published(conn, unit_id)? };
    let own = |kind: IndexKind| {
        let series = own.iter().find(|series| series.index == kind);
        series.map(|series| series.points.iter().map(computed).collect()).unwrap_or_default()
    };
    Ok(all(own, &published, query.period))
}

/// The same of the city's headline over so many months: in each period the mean of the units' printed indices.
pub(super) fn city_trends(
    conn: &mut Conn<'_>,
    versions: &Versions,
    city: i32,
    (period, months): (Period, i32),
) -> StoreResult<Vec<ReportTrend>> {
    let mut recaps = Vec::new();
    for period in periods(period, months) {
        recaps.push(city_recap(conn, versions, period, false)?);
    }
    let published = published(conn, city)?;
    let own = |kind: IndexKind| {
        let headline = |recap: &Recap| {
            let index = recap.indices.iter().find(|index| index.headline.index == kind);
            index.map(|index| index.headline.clone())
        };
        let point = |at: usize, recap: &Recap| {
            let before = at.checked_sub(1).and_then(|before| recaps.get(before)).and_then(headline);
            point(&recap.period, headline(recap).as_ref(), before.is_some())
        };
        recaps.iter().enumerate().map(|(at, recap)| point(at, recap)).collect()
    };
    Ok(all(own, &published, period))
}

/// So many months up to a period, in periods of its kind.
fn periods(last: Period, months: i32) -> Vec<Period> {
    match last.kind() {
        PeriodKind::Range => vec![last],
        kind => periods_until(last, kind, usize::try_from(months / last.len()).unwrap_or(1).max(1)),
    }
}

fn published(conn: &mut Conn<'_>, unit_id: i32) -> StoreResult<Vec<HistoricPoint>> {
    Ok(list_points(conn, unit_id)?.into_iter().map(|entered| entered.point).collect())
}

fn all(
    own: impl Fn(IndexKind) -> Vec<ReportTrendPoint>,
    published: &[HistoricPoint],
    period: Period,
) -> Vec<ReportTrend> {
    let trend = |kind: IndexKind| {
        let points = points(own(kind), published.iter().filter(|point| point.index == kind), period);
        ReportTrend { index: kind, points }
    };
    IndexKind::ALL.into_iter().map(trend).filter(|trend| !trend.points.is_empty()).collect()
}

/// Published points that end before the first own answer, then the own ones from there on.
fn points<'a>(
    own: Vec<ReportTrendPoint>,
    published: impl Iterator<Item = &'a HistoricPoint>,
    period: Period,
) -> Vec<ReportTrendPoint> {
    let own: Vec<ReportTrendPoint> = own.into_iter().skip_while(|point| point.converted.is_none()).collect();
    let first = own.first().and_then(|point| point.period.parse::<Period>().ok()).unwrap_or(period);
    let earliest = period.last().plus(1 - MONTHS);
    let before = published.filter(|point| point.period.last() < first.first() && point.period.last() >= earliest);
    before.map(imported).chain(own).collect()
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

fn computed(computed: &SeriesPoint) -> ReportTrendPoint {
    let comparable = computed.change.as_ref().is_some_and(|change| change.status == "comparable");
    point(&computed.period, computed.figure.as_ref(), comparable)
}

fn point(period: &str, figure: Option<&IndexSummary>, comparable: bool) -> ReportTrendPoint {
    ReportTrendPoint {
        period: period.to_owned(),
        converted: figure.map(|figure| figure.converted.clone()),
        grade: figure.map(|figure| figure.grade.clone()),
        n: figure.map(|figure| figure.n),
        band: figure.and_then(|figure| figure.margin.low.clone().zip(figure.margin.high.clone())),
        comparable,
        imported: false,
    }
}
