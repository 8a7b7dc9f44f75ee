//! The printed indices of a report for lists: frozen ones are kept, those of an open report are read from the tallies alone.

use super::assemble::query_of;
use crate::results::merge_states;
use crate::results::recap::city_recap;
use crate::results::unit::{UnitQuery, served, service_inputs, subject};
use domain::figures::{FiguresInput, IndexSummary};
use domain::{Slices, UnitKind};
use std::collections::BTreeMap;
use store::reports::Report;
use store::tallies::{Selection, sum_totals};
use store::units::find_unit;
use store::{Conn, StoreResult, Versions};

/// The indices of a report that have an answer.
///
/// # Errors
/// When the database fails.
pub fn headline(conn: &mut Conn<'_>, versions: &Versions, report: &Report) -> StoreResult<Vec<IndexSummary>> {
    if let Some(frozen) = &report.figures {
        return Ok(frozen.clone());
    }
    let unit = find_unit(conn, report.unit.1.as_str())?;
    if unit.kind == UnitKind::Kota && report.service.is_none() {
        let recap = city_recap(conn, versions, report.period, false)?;
        return Ok(recap.indices.into_iter().map(|index| index.headline).collect());
    }
    indices_of(conn, versions, &query_of(&unit, report))
}

/// The indices of a query that have an answer, from the tallies alone.
///
/// # Errors
/// As [`crate::results::unit::unit_figures`].
pub(super) fn indices_of(
    conn: &mut Conn<'_>,
    versions: &Versions,
    query: &UnitQuery,
) -> StoreResult<Vec<IndexSummary>> {
    let subject = subject(conn, &query.unit, query.service.as_deref(), query.subtree)?;
    let settings = store::settings::settings_for(conn, query.period.last())?;
    let served = served(conn, &subject, query)?;
    let services = subject.services.iter().map(|(_, service)| service.id).collect();
    let selection = Selection { services, from: query.period.first(), to: query.period.last() };
    let sums = merge_states(sum_totals(conn, versions, &selection, |service, _| service)?, false);
    let input = FiguresInput {
        settings: &settings,
        period: query.period,
        served,
        services: service_inputs(&subject, &sums, |_| Slices::default()),
        previous: Vec::new(),
        previous_settings: &settings,
        excluded: BTreeMap::new(),
        excluded_counted: false,
        whole_city: subject.is_root,
    };
    Ok(input.figures().indices.into_iter().map(|index| index.summary).collect())
}
