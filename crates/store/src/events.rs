//! Opened, begun, left at a step, finished: plain counters per link and day.

use crate::connection::{Conn, WriteConn, on_each};
use crate::error::StoreResult;
use crate::schema::link_events;
use diesel::prelude::*;
use std::collections::BTreeMap;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventKey {
    /// The link.
    pub link_id: i32,
    /// Days since 1 January 1970, in city time.
    pub day: i32,
    /// The kind of event, as the API numbers it.
    pub kind: i16,
    /// The step a respondent left at; 0 for the other kinds.
    pub step: i16,
}

/// Adds a batch of counts.
///
/// # Errors
/// When the database fails.
pub fn add_events(conn: &mut WriteConn<'_>, batch: &BTreeMap<EventKey, i64>) -> StoreResult<()> {
    for (key, count) in batch {
        let row = (
            link_events::link_id.eq(key.link_id),
            link_events::day.eq(key.day),
            link_events::kind.eq(key.kind),
            link_events::step.eq(key.step),
            link_events::event_count.eq(count),
        );
        on_each!(conn.raw(), c => diesel::insert_into(link_events::table)
            .values(row)
            .on_conflict((link_events::link_id, link_events::day, link_events::kind, link_events::step))
            .do_update()
            .set(link_events::event_count.eq(link_events::event_count + diesel::upsert::excluded(link_events::event_count)))
            .execute(c))?;
    }
    Ok(())
}

/// Sums per kind and step over links and days, both ends included.
///
/// # Errors
/// When the database fails.
pub fn sum_events(
    conn: &mut Conn<'_>,
    links: &[i32],
    from_day: i32,
    to_day: i32,
) -> StoreResult<BTreeMap<(i16, i16), i64>> {
    let rows: Vec<(i16, i16, i64)> = link_events::table
        .filter(link_events::link_id.eq_any(links))
        .filter(link_events::day.between(from_day, to_day))
        .select((link_events::kind, link_events::step, link_events::event_count))
        .load(conn.0)?;
    let mut sums = BTreeMap::new();
    for (kind, step, count) in rows {
        *sums.entry((kind, step)).or_insert(0) += count;
    }
    Ok(sums)
}
