//! What a unit tells of itself for its reports: the profile, and how it carried out the round of a period.
//!
//! Both are one checked body a row ([`domain::preparation`]); row version 0 stands for what nobody has written yet.

use crate::connection::{Conn, WriteConn, on_each};
use crate::error::{StoreError, StoreResult};
use crate::schema::{office_profiles, rounds};
use crate::time;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use domain::Period;
use domain::preparation::{OfficeProfile, RoundDetails};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A body that people edit, and who did last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edited<T> {
    /// The body.
    pub body: T,
    /// Grows with every change; 0 while nobody has written it.
    pub row_version: i32,
    /// Who wrote it and when.
    pub changed: Option<(String, DateTime<Utc>)>,
}

/// Who writes, over which version, when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The row version that the client has seen.
    pub seen: i32,
    /// Who.
    pub actor: String,
    /// When.
    pub at: DateTime<Utc>,
}

type Row = (String, i32, String, NaiveDateTime);

fn edited<T: DeserializeOwned + Default>(row: Option<Row>, what: &str) -> StoreResult<Edited<T>> {
    let Some((body, row_version, changed_by, changed_at)) = row else { return Ok(Edited::default()) };
    let body = serde_json::from_str(&body).map_err(|error| StoreError::Damaged(format!("{what}: {error}")))?;
    Ok(Edited { body, row_version, changed: Some((changed_by, time::read(changed_at))) })
}

fn text(body: &impl Serialize) -> StoreResult<String> {
    serde_json::to_string(body).map_err(|error| StoreError::Damaged(error.to_string()))
}

/// The profile of a unit.
///
/// # Errors
/// When the database fails.
pub fn find_profile(conn: &mut Conn<'_>, unit_id: i32) -> StoreResult<Edited<OfficeProfile>> {
    let row = office_profiles::table
        .find(unit_id)
        .select((
            office_profiles::body,
            office_profiles::row_version,
            office_profiles::changed_by,
            office_profiles::changed_at,
        ))
        .first(conn.0)
        .optional()?;
    edited(row, "profile of a unit")
}

/// Writes the profile of a unit.
///
/// # Errors
/// [`StoreError::Stale`] when it changed meanwhile; [`StoreError::Refused`] when it has a defect.
pub fn put_profile(
    conn: &mut WriteConn<'_>,
    unit_id: i32,
    profile: &OfficeProfile,
    edit: &Edit,
) -> StoreResult<Edited<OfficeProfile>> {
    refuse_defects(profile.check())?;
    let values = (
        office_profiles::body.eq(text(profile)?),
        office_profiles::row_version.eq(edit.seen + 1),
        office_profiles::changed_by.eq(&edit.actor),
        office_profiles::changed_at.eq(time::stored(edit.at)),
    );
    let written = if edit.seen == 0 {
        let row = (office_profiles::unit_id.eq(unit_id), values);
        on_each!(conn.raw(), c =>
            diesel::insert_into(office_profiles::table).values(row).on_conflict_do_nothing().execute(c))?
    } else {
        let target = office_profiles::table.find(unit_id).filter(office_profiles::row_version.eq(edit.seen));
        diesel::update(target).set(values).execute(conn.raw())?
    };
    if written == 0 { Err(StoreError::Stale("profile")) } else { find_profile(conn, unit_id) }
}

/// How a unit carried out the round of a period.
///
/// # Errors
/// When the database fails.
pub fn find_round(conn: &mut Conn<'_>, unit_id: i32, period: Period) -> StoreResult<Edited<RoundDetails>> {
    let row = rounds::table
        .find((unit_id, period.first().number(), period.last().number()))
        .select((rounds::body, rounds::row_version, rounds::changed_by, rounds::changed_at))
        .first(conn.0)
        .optional()?;
    edited(row, "round of a unit")
}

/// Writes how a unit carried out the round of a period.
///
/// # Errors
/// [`StoreError::Stale`] when it changed meanwhile; [`StoreError::Refused`] when it has a defect.
pub fn put_round(
    conn: &mut WriteConn<'_>,
    unit_id: i32,
    period: Period,
    details: &RoundDetails,
    edit: &Edit,
) -> StoreResult<Edited<RoundDetails>> {
    refuse_defects(details.check())?;
    let key = (unit_id, period.first().number(), period.last().number());
    let values = (
        rounds::body.eq(text(details)?),
        rounds::row_version.eq(edit.seen + 1),
        rounds::changed_by.eq(&edit.actor),
        rounds::changed_at.eq(time::stored(edit.at)),
    );
    let written = if edit.seen == 0 {
        let row = (rounds::unit_id.eq(key.0), rounds::from_month.eq(key.1), rounds::to_month.eq(key.2), values);
        on_each!(conn.raw(), c => diesel::insert_into(rounds::table).values(row).on_conflict_do_nothing().execute(c))?
    } else {
        let target = rounds::table.find(key).filter(rounds::row_version.eq(edit.seen));
        diesel::update(target).set(values).execute(conn.raw())?
    };
    if written == 0 { Err(StoreError::Stale("round")) } else { find_round(conn, unit_id, period) }
}

/// The store's own last word; the API names every field before.
pub(crate) fn refuse_defects(defects: Vec<domain::preparation::Defect>) -> StoreResult<()> {
    match defects.into_iter().next() {
        None => Ok(()),
        Some(defect) => {
            let reason = format!("{} cannot be {}: {}", defect.pointer, defect.received, defect.accepted);
            Err(StoreError::Refused(reason))
        }
    }
}
