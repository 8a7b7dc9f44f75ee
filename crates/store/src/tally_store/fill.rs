//! Sums of units from those of their services, for a database that was made before it kept them.

use crate::connection::{AnyConnection, Conn, on_each};
use crate::error::StoreResult;
use crate::questionnaires::Versions;
use crate::schema::{service_tallies, services, unit_tallies};
use diesel::prelude::*;
use domain::{Counts, Moments, Tally};
use std::collections::BTreeMap;

type Key = (i32, i32, i32, bool);

/// Fills `unit_tallies` when it is empty; in the caller's transaction.
pub(crate) fn fill_unit_tallies(conn: &mut AnyConnection) -> StoreResult<()> {
    let filled: Option<i32> = unit_tallies::table.select(unit_tallies::unit_id).first(conn).optional()?;
    if filled.is_some() {
        return Ok(());
    }
    let versions = Versions::default();
    let rows: Vec<(Key, Vec<u8>, Vec<u8>)> = service_tallies::table
        .inner_join(services::table)
        .select((
            (services::unit_id, service_tallies::month, service_tallies::questionnaire_id, service_tallies::excluded),
            service_tallies::counts,
            service_tallies::moments,
        ))
        .load(conn)?;
    let mut sums: BTreeMap<Key, Tally> = BTreeMap::new();
    for (key, counts, moments) in rows {
        let layout = &versions.get(&mut Conn(conn), key.2)?.layout;
        let of_service =
            Tally { counts: Counts::decode(layout, &counts)?, moments: Moments::decode(layout, &moments)? };
        sums.entry(key).or_insert_with(|| Tally::empty(layout)).merge(&of_service);
    }
    for ((unit_id, month, questionnaire_id, excluded), tally) in sums {
        let row = (
            unit_tallies::unit_id.eq(unit_id),
            unit_tallies::month.eq(month),
            unit_tallies::questionnaire_id.eq(questionnaire_id),
            unit_tallies::excluded.eq(excluded),
            unit_tallies::row_version.eq(1_i64),
            unit_tallies::counts.eq(tally.counts.encode()?),
            unit_tallies::moments.eq(tally.moments.encode()?),
        );
        on_each!(conn, c => diesel::insert_into(unit_tallies::table).values(row).execute(c))?;
    }
    Ok(())
}
