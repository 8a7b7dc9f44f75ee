//! Which comments may stand in a report.

use super::assemble::query_of;
use crate::results::unit::subject;
use domain::report::ChosenComment;
use domain::words::is_excerpt;
use std::collections::BTreeSet;
use store::comments::list_comments;
use store::reports::Report;
use store::tallies::Selection;
use store::units::find_unit;
use store::{Conn, StoreResult};

/// The places of those that are no comment of the report's subject and period, or say more than it.
pub(crate) fn unknown_comments(
    conn: &mut Conn<'_>,
    report: &Report,
    chosen: &[ChosenComment],
) -> StoreResult<BTreeSet<usize>> {
    let mut unknown: BTreeSet<usize> = (0..chosen.len()).collect();
    if unknown.is_empty() {
        return Ok(unknown);
    }
    let query = query_of(&find_unit(conn, report.unit.1.as_str())?, report);
    let subject = subject(conn, &query.unit, query.service.as_deref(), query.subtree)?;
    let selection = Selection {
        services: subject.services.iter().map(|(_, service)| service.id).collect(),
        from: report.period.first(),
        to: report.period.last(),
    };
    for comment in list_comments(conn, &selection, None, None, super::assemble::MOST_COMMENTS)? {
        let month = comment.month.to_string();
        unknown.retain(|place| {
            !chosen.get(*place).is_some_and(|chosen| chosen.month == month && is_excerpt(&chosen.text, &comment.body))
        });
    }
    Ok(unknown)
}
