//! What submitted reports put into the city's figures.

use super::{ReportState, damaged};
use crate::connection::Conn;
use crate::error::StoreResult;
use crate::schema::reports;
use diesel::prelude::*;
use domain::Period;
use domain::figures::UnitStanding;
use std::collections::BTreeMap;

/// What the submitted report of just this period says of each unit that has one, by the unit's key: the published revision,
/// before that the newest one that is frozen.
///
/// # Errors
/// When the database fails.
pub fn standings_of(conn: &mut Conn<'_>, period: Period) -> StoreResult<BTreeMap<i32, UnitStanding>> {
    let frozen = [ReportState::Submitted, ReportState::Verified, ReportState::Published].map(ReportState::code);
    let mut rows: Vec<(i32, String, i32, Option<String>)> = reports::table
        .filter(reports::from_month.eq(period.first().number()))
        .filter(reports::to_month.eq(period.last().number()))
        .filter(reports::service_id.is_null())
        .filter(reports::superseded_by.is_null())
        .filter(reports::state.eq_any(frozen))
        .select((reports::unit_id, reports::state, reports::revision, reports::standing))
        .load(conn.0)?;
    rows.sort_by_key(|(_, state, revision, _)| (state == ReportState::Published.code(), *revision));
    let mut found = BTreeMap::new();
    for (unit, _, _, standing) in rows {
        match standing {
            Some(text) => {
                let read = serde_json::from_str(&text).map_err(|error| damaged(&format!("standing ({error})")))?;
                found.insert(unit, read);
            }
            // Frozen by a program that kept none: the unit stands with its answers.
            None => {
                found.remove(&unit);
            }
        }
    }
    Ok(found)
}
