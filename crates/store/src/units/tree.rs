//! The tree keeps its shape: one city, nobody below themselves, nothing active below the inactive.

use super::Unit;
use crate::connection::{AnyConnection, Conn, WriteConn};
use crate::error::{StoreError, StoreResult};
use crate::schema::units;
use diesel::prelude::*;
use domain::{Code, UnitKind};
use std::collections::{BTreeMap, BTreeSet};

/// The keys of a unit and of all below it.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such unit.
pub fn unit_subtree(conn: &mut Conn<'_>, unit_id: i32) -> StoreResult<Vec<i32>> {
    let pairs: Vec<(i32, Option<i32>)> =
        units::table.select((units::id, units::parent_id)).order(units::id).load(conn.0)?;
    if !pairs.iter().any(|(id, _)| *id == unit_id) {
        return Err(StoreError::NotFound("unit"));
    }
    let mut below: BTreeMap<i32, Vec<i32>> = BTreeMap::new();
    for (id, parent) in pairs {
        if let Some(parent) = parent {
            below.entry(parent).or_default().push(id);
        }
    }
    let (mut found, mut waiting) = (BTreeSet::new(), vec![unit_id]);
    while let Some(id) = waiting.pop() {
        if found.insert(id) {
            waiting.extend(below.remove(&id).unwrap_or_default());
        }
    }
    Ok(found.into_iter().collect())
}

pub(super) fn refused(reason: &str) -> StoreError {
    StoreError::Refused(reason.to_owned())
}

pub(super) fn refuse_second_city(kind: UnitKind) -> StoreResult<()> {
    if kind == UnitKind::Kota { Err(refused("there is one city: choose another kind of unit")) } else { Ok(()) }
}

pub(super) fn parent_for(conn: &mut WriteConn<'_>, code: &str) -> StoreResult<i32> {
    let parent: Option<(i32, bool)> =
        units::table.filter(units::code.eq(code)).select((units::id, units::active)).first(conn.raw()).optional()?;
    match parent {
        Some((id, true)) => Ok(id),
        Some((_, false)) => Err(StoreError::Refused(format!("the unit {code} above is inactive: activate it first"))),
        None => Err(StoreError::NotFound("unit above")),
    }
}

/// The key of the unit above, when the unit may move there.
pub(super) fn new_place(conn: &mut WriteConn<'_>, unit: &Unit, parent: &Code) -> StoreResult<i32> {
    let parent_id = parent_for(conn, parent.as_str())?;
    // On PostgreSQL another replica could move the parent at the same time; so two moves wait for each other.
    lock_tree(conn)?;
    if unit_subtree(conn, unit.id)?.contains(&parent_id) {
        let code = &unit.code;
        return Err(StoreError::Refused(format!("{parent} lies below {code}: a unit cannot stand below itself")));
    }
    Ok(parent_id)
}

fn lock_tree(conn: &mut WriteConn<'_>) -> StoreResult<()> {
    if let AnyConnection::Postgres(conn) = conn.raw() {
        let root = units::table.filter(units::parent_id.is_null()).select(units::id).for_update();
        root.load::<i32>(conn)?;
    }
    Ok(())
}

pub(super) fn refuse_active_below(conn: &mut WriteConn<'_>, id: i32) -> StoreResult<()> {
    let below: Vec<String> = units::table
        .filter(units::parent_id.eq(id).and(units::active.eq(true)))
        .select(units::code)
        .order(units::code)
        .limit(5)
        .load(conn.raw())?;
    if below.is_empty() {
        return Ok(());
    }
    Err(StoreError::Refused(format!(
        "active units lie below it ({}, …): move or deactivate them first",
        below.join(", ")
    )))
}

pub(super) fn refuse_inactive_above(conn: &mut WriteConn<'_>, parent_id: Option<i32>) -> StoreResult<()> {
    let Some(parent_id) = parent_id else { return Ok(()) };
    let (code, active): (String, bool) =
        units::table.find(parent_id).select((units::code, units::active)).first(conn.raw())?;
    if active {
        Ok(())
    } else {
        Err(StoreError::Refused(format!("the unit {code} above is inactive: activate it first")))
    }
}

/// Units by the key of the one above, each before those below it; neighbours by kind, then by name.
pub(super) fn in_order(mut below: BTreeMap<Option<i32>, Vec<Unit>>) -> Vec<Unit> {
    for neighbours in below.values_mut() {
        // The next one to visit stands last.
        neighbours.sort_by(|a, b| (b.kind, &b.name, &b.code).cmp(&(a.kind, &a.name, &a.code)));
    }
    let mut waiting = below.remove(&None).unwrap_or_default();
    let mut ordered = Vec::new();
    while let Some(unit) = waiting.pop() {
        waiting.extend(below.remove(&Some(unit.id)).unwrap_or_default());
        ordered.push(unit);
    }
    ordered
}
