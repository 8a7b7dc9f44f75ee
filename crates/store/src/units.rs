//! Offices that serve the public, in a tree under the city.

mod tree;

pub use tree::unit_subtree;

use crate::city::ROOT;
use crate::connection::{Conn, WriteConn};
use crate::error::{StoreError, StoreResult};
use crate::schema::{links, units};
use crate::{services, time};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use domain::{Code, UnitKind};
use std::collections::BTreeMap;

/// An office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its key.
    pub id: i32,
    /// Its code; never changes.
    pub code: Code,
    /// The official name.
    pub name: String,
    /// What kind of office it is.
    pub kind: UnitKind,
    /// The unit above: key and code; the city has none.
    pub parent: Option<(i32, Code)>,
    /// Whether it must survey.
    pub obliged: bool,
    /// False when it no longer serves; nothing of it is deleted.
    pub active: bool,
    /// Grows with every change.
    pub row_version: i32,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
}

/// A new office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewUnit {
    /// Its code.
    pub code: Code,
    /// The official name.
    pub name: String,
    /// Any kind but the city's.
    pub kind: UnitKind,
    /// The code of the unit above; none for the city itself.
    pub parent: Option<Code>,
    /// Whether it must survey.
    pub obliged: bool,
}

/// What to change of an office; what is absent stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitChange {
    /// The official name.
    pub name: Option<String>,
    /// Any kind but the city's.
    pub kind: Option<UnitKind>,
    /// The code of the unit above.
    pub parent: Option<Code>,
    /// Whether it must survey.
    pub obliged: Option<bool>,
    /// Whether it serves; false closes its survey links.
    pub active: Option<bool>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = units)]
struct UnitRow {
    id: i32,
    code: String,
    name: String,
    kind: String,
    parent_id: Option<i32>,
    obliged: bool,
    active: bool,
    row_version: i32,
    created_at: NaiveDateTime,
}

pub(crate) fn stored_code(text: String) -> StoreResult<Code> {
    Code::try_from(text).map_err(|error| StoreError::Damaged(error.to_string()))
}

pub(crate) fn stored_kind(text: &str) -> StoreResult<UnitKind> {
    UnitKind::from_code(text).ok_or_else(|| StoreError::Damaged(format!("kind of unit {text:?}")))
}

fn unit_of(row: UnitRow, parent: Option<String>) -> StoreResult<Unit> {
    let parent = row.parent_id.zip(parent.map(stored_code).transpose()?);
    Ok(Unit {
        id: row.id,
        code: stored_code(row.code)?,
        name: row.name,
        kind: stored_kind(&row.kind)?,
        parent,
        obliged: row.obliged,
        active: row.active,
        row_version: row.row_version,
        created_at: time::read(row.created_at),
    })
}

/// Every unit in tree order: each before those below it, neighbours by kind, then by name.
///
/// # Errors
/// When the database fails.
pub fn list_units(conn: &mut Conn<'_>) -> StoreResult<Vec<Unit>> {
    let rows: Vec<UnitRow> = units::table.select(UnitRow::as_select()).load(conn.0)?;
    let codes: BTreeMap<i32, String> = rows.iter().map(|row| (row.id, row.code.clone())).collect();
    let mut below: BTreeMap<Option<i32>, Vec<Unit>> = BTreeMap::new();
    for row in rows {
        let parent = row.parent_id.and_then(|parent| codes.get(&parent).cloned());
        below.entry(row.parent_id).or_default().push(unit_of(row, parent)?);
    }
    Ok(tree::in_order(below))
}

/// The unit of this code.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn find_unit(conn: &mut Conn<'_>, code: &str) -> StoreResult<Unit> {
    let row: Option<UnitRow> =
        units::table.filter(units::code.eq(code)).select(UnitRow::as_select()).first(conn.0).optional()?;
    let row = row.ok_or(StoreError::NotFound("unit"))?;
    let parent = match row.parent_id {
        Some(parent) => Some(units::table.find(parent).select(units::code).first(conn.0)?),
        None => None,
    };
    unit_of(row, parent)
}

/// Enters a unit under an active one, with its service `umum`.
///
/// # Errors
/// [`StoreError::Taken`] when the code is; [`StoreError::NotFound`] without the unit above; [`StoreError::Refused`] for a
/// second city or an inactive unit above.
pub fn create_unit(conn: &mut WriteConn<'_>, new: &NewUnit, now: DateTime<Utc>) -> StoreResult<Unit> {
    let parent = tree::parent_for(conn, new.parent.as_ref().map_or(ROOT, Code::as_str))?;
    tree::refuse_second_city(new.kind)?;
    insert_unit(conn, new, Some(parent), now)
}

/// Enters a unit without asking about the one above; the city itself has none.
pub(crate) fn insert_unit(
    conn: &mut WriteConn<'_>,
    new: &NewUnit,
    parent_id: Option<i32>,
    now: DateTime<Utc>,
) -> StoreResult<Unit> {
    let values = (
        units::code.eq(new.code.as_str()),
        units::name.eq(&new.name),
        units::kind.eq(new.kind.code()),
        units::parent_id.eq(parent_id),
        units::obliged.eq(new.obliged),
        units::active.eq(true),
        units::row_version.eq(1),
        units::created_at.eq(time::stored(now)),
    );
    let id: i32 = diesel::insert_into(units::table)
        .values(values)
        .returning(units::id)
        .get_result(conn.raw())
        .map_err(StoreError::taken("code"))?;
    services::insert_general(conn, id)?;
    find_unit(conn, new.code.as_str())
}

/// Changes a unit whose row version the client has seen.
///
/// # Errors
/// [`StoreError::Stale`] when it changed meanwhile; [`StoreError::Refused`] when the change would break the tree.
pub fn update_unit(
    conn: &mut WriteConn<'_>,
    code: &str,
    seen: i32,
    change: &UnitChange,
    now: DateTime<Utc>,
) -> StoreResult<Unit> {
    let unit = find_unit(conn, code)?;
    if unit.row_version != seen {
        return Err(StoreError::Stale("unit"));
    }
    let kind = change.kind.unwrap_or(unit.kind);
    let active = change.active.unwrap_or(unit.active);
    if unit.parent.is_none() {
        if kind != unit.kind || change.parent.is_some() || !active {
            return Err(tree::refused(
                "the city is the root of all units: it keeps its kind and place and stays active",
            ));
        }
    } else {
        tree::refuse_second_city(kind)?;
    }
    let parent_id = match &change.parent {
        Some(parent) => Some(tree::new_place(conn, &unit, parent)?),
        None => unit.parent.as_ref().map(|(id, _)| *id),
    };
    if unit.active && !active {
        tree::refuse_active_below(conn, unit.id)?;
        close_links(conn, unit.id, now)?;
    }
    if active && !unit.active {
        tree::refuse_inactive_above(conn, parent_id)?;
    }
    let values = (
        units::name.eq(change.name.as_ref().unwrap_or(&unit.name)),
        units::kind.eq(kind.code()),
        units::parent_id.eq(parent_id),
        units::obliged.eq(change.obliged.unwrap_or(unit.obliged)),
        units::active.eq(active),
        units::row_version.eq(seen + 1),
    );
    let target = units::table.filter(units::id.eq(unit.id).and(units::row_version.eq(seen)));
    if diesel::update(target).set(values).execute(conn.raw())? == 0 {
        return Err(StoreError::Stale("unit"));
    }
    find_unit(conn, code)
}

/// A unit that no longer serves takes no answers: what was begun is still accepted, as after any closing.
fn close_links(conn: &mut WriteConn<'_>, unit_id: i32, now: DateTime<Utc>) -> StoreResult<()> {
    let open = links::table.filter(links::unit_id.eq(unit_id).and(links::closed_at.is_null()));
    let values = (links::closed_at.eq(time::stored(now)), links::row_version.eq(links::row_version + 1));
    diesel::update(open).set(values).execute(conn.raw())?;
    Ok(())
}
