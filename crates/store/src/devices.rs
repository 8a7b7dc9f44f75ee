//! How many answers came from one device, by unit and month. A device is a keyed hash without meaning elsewhere; no response
//! names one.

use crate::connection::{Conn, WriteConn, on_each};
use crate::counters::add_counts;
use crate::error::StoreResult;
use crate::schema::{device_counts, device_months};
use diesel::dsl::max;
use diesel::prelude::*;
use domain::Month;
use std::collections::BTreeMap;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeviceKey {
    /// The unit that was answered about.
    pub unit_id: i32,
    /// The month of the answer.
    pub month: Month,
    /// The device's hash in this unit and month.
    pub device: i64,
}

/// Adds a batch of counts, in the order of the keys, so that replicas wait for each other and never in a circle.
///
/// # Errors
/// When the database fails.
pub fn add_devices(conn: &mut WriteConn<'_>, batch: &BTreeMap<DeviceKey, i64>) -> StoreResult<()> {
    let row = |(key, count): (&DeviceKey, &i64)| {
        (
            device_counts::unit_id.eq(key.unit_id),
            device_counts::month.eq(key.month.number()),
            device_counts::device.eq(key.device),
            device_counts::answer_count.eq(*count),
        )
    };
    let rows: Vec<_> = batch.iter().map(row).collect();
    let key = (device_counts::unit_id, device_counts::month, device_counts::device);
    add_counts!(conn, device_counts, key, answer_count, rows);
    Ok(())
}

/// The most answers that came from one device to one of these units within one month; `None` where nothing was counted.
///
/// # Errors
/// When the database fails.
pub fn most_from_one_device(conn: &mut Conn<'_>, units: &[i32], from: Month, to: Month) -> StoreResult<Option<i64>> {
    let (from, to) = (from.number(), to.number());
    let counted: Option<i64> = device_counts::table
        .filter(device_counts::unit_id.eq_any(units).and(device_counts::month.between(from, to)))
        .select(max(device_counts::answer_count))
        .first(conn.0)?;
    let kept: Option<i64> = device_months::table
        .filter(device_months::unit_id.eq_any(units).and(device_months::month.between(from, to)))
        .select(max(device_months::most))
        .first(conn.0)?;
    Ok(counted.max(kept))
}

/// Deletes the hashes of the months before this one; how many the most were stays. Answers how many hashes went.
///
/// # Errors
/// When the database fails.
pub fn forget_devices(conn: &mut WriteConn<'_>, before: Month) -> StoreResult<usize> {
    let before = before.number();
    let most: Vec<(i32, i32, Option<i64>)> = device_counts::table
        .filter(device_counts::month.lt(before))
        .group_by((device_counts::unit_id, device_counts::month))
        .select((device_counts::unit_id, device_counts::month, max(device_counts::answer_count)))
        .load(conn.raw())?;
    for (unit_id, month, most) in most {
        let known: Option<i64> =
            device_months::table.find((unit_id, month)).select(device_months::most).first(conn.raw()).optional()?;
        // An answer may have waited on a device until after the first time.
        let most = most.max(known).unwrap_or(0);
        let row = (device_months::unit_id.eq(unit_id), device_months::month.eq(month), device_months::most.eq(most));
        on_each!(conn.raw(), c => diesel::insert_into(device_months::table)
            .values(row)
            .on_conflict((device_months::unit_id, device_months::month))
            .do_update()
            .set(device_months::most.eq(most))
            .execute(c))?;
    }
    Ok(diesel::delete(device_counts::table.filter(device_counts::month.lt(before))).execute(conn.raw())?)
}
