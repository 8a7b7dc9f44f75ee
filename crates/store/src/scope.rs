//! Where a unit stands in the tree: a scope is a unit with everything below it.

use crate::connection::Conn;
use crate::error::{StoreError, StoreResult};
use crate::schema::units;
use diesel::prelude::*;

/// A tree deeper than this is damaged; the deepest real one has four levels.
const DEEPEST: usize = 32;

/// A unit and whether it lies in the scope asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocatedUnit {
    /// Its key.
    pub id: i32,
    /// Its code.
    pub code: String,
    /// True when the scope's unit is this one or stands above it.
    pub inside: bool,
}

/// Finds a unit by code; `root` is the unit of the scope, none for the whole city.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such unit.
pub fn locate_unit(conn: &mut Conn<'_>, code: &str, root: Option<i32>) -> StoreResult<LocatedUnit> {
    let id: i32 = units::table
        .filter(units::code.eq(code))
        .select(units::id)
        .first(conn.0)
        .map_err(StoreError::missing("unit"))?;
    let inside = match root {
        None => true,
        Some(root) => is_within(conn, id, root)?,
    };
    Ok(LocatedUnit { id, code: code.to_owned(), inside })
}

/// True when `root` is the unit itself or stands above it.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such unit.
pub fn is_within(conn: &mut Conn<'_>, unit: i32, root: i32) -> StoreResult<bool> {
    let mut current = unit;
    for _ in 0..DEEPEST {
        if current == root {
            return Ok(true);
        }
        let parent: Option<i32> =
            units::table.find(current).select(units::parent_id).first(conn.0).map_err(StoreError::missing("unit"))?;
        match parent {
            Some(parent) => current = parent,
            None => return Ok(false),
        }
    }
    Err(StoreError::Damaged(format!("unit {unit} has no end above it")))
}
