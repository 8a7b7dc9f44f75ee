//! What happens on survey pages: plain counters per link and day. What each counter means: `domain::usage`.

use crate::connection::{Conn, WriteConn};
use crate::counters::add_counts;
use crate::error::StoreResult;
use crate::schema::link_events;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use domain::usage::Counts;
use std::collections::BTreeMap;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventKey {
    /// The link.
    pub link_id: i32,
    /// Days since 1 January 1970, in city time.
    pub day: i32,
    /// The kind of counter.
    pub kind: i16,
    /// Which one of its kind.
    pub step: i16,
}

/// Adds a batch of counts, in the order of the keys, so that replicas wait for each other and never in a circle.
///
/// # Errors
/// When the database fails.
pub fn add_events(conn: &mut WriteConn<'_>, batch: &BTreeMap<EventKey, i64>) -> StoreResult<()> {
    let row = |(key, count): (&EventKey, &i64)| {
        (
            link_events::link_id.eq(key.link_id),
            link_events::day.eq(key.day),
            link_events::kind.eq(key.kind),
            link_events::step.eq(key.step),
            link_events::event_count.eq(*count),
        )
    };
    let rows: Vec<_> = batch.iter().map(row).collect();
    let key = (link_events::link_id, link_events::day, link_events::kind, link_events::step);
    add_counts!(conn, link_events, key, event_count, rows);
    Ok(())
}

/// Sums per kind and step over links and days, both ends included.
///
/// # Errors
/// When the database fails.
pub fn sum_events(conn: &mut Conn<'_>, links: &[i32], from_day: i32, to_day: i32) -> StoreResult<Counts> {
    let rows: Vec<(i16, i16, i64)> = link_events::table
        .filter(link_events::link_id.eq_any(links))
        .filter(link_events::day.between(from_day, to_day))
        .group_by((link_events::kind, link_events::step))
        // PostgreSQL sums bigint as numeric.
        .select((link_events::kind, link_events::step, sql::<BigInt>("CAST(sum(event_count) AS BIGINT)")))
        .load(conn.0)?;
    Ok(rows.into_iter().map(|(kind, step, count)| ((kind, step), count)).collect())
}
