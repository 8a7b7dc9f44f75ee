//! "n jawaban menyusul": what was stored for the period after the report was frozen.

use crate::results::unit::subject;
use store::reports::Report;
use store::tallies::{Selection, sum_totals};
use store::units::find_unit;
use store::{Conn, StoreResult, Versions};

/// Responses that are stored, excluded ones included: the number only grows, whoever counts when.
pub(super) fn stored_count(conn: &mut Conn<'_>, versions: &Versions, selection: &Selection) -> StoreResult<i64> {
    let sums = sum_totals(conn, versions, selection, |_, _| ())?;
    Ok(sums.values().map(|sum| sum.sum.counts.n).sum())
}

/// Responses of a frozen report's months and services that are stored beyond those it was computed from; none of a draft,
/// which follows them.
///
/// # Errors
/// When the database fails.
pub(super) fn late_responses(conn: &mut Conn<'_>, versions: &Versions, report: &Report) -> StoreResult<i64> {
    let Some(then) = report.stored_count else { return Ok(0) };
    let unit = find_unit(conn, report.unit.1.as_str())?;
    let query = super::assemble::query_of(&unit, report);
    let subject = subject(conn, &query.unit, query.service.as_deref(), query.subtree)?;
    let selection = Selection {
        services: subject.services.iter().map(|(_, service)| service.id).collect(),
        from: report.period.first(),
        to: report.period.last(),
    };
    Ok((stored_count(conn, versions, &selection)? - then).max(0))
}
