//! What is fixed once: that there is a city, and its time zone.

use crate::connection::{Conn, WriteConn};
use crate::error::{StoreError, StoreResult};
use crate::schema::city;
use crate::time;
use crate::units::{NewUnit, Unit, insert_unit, stored_code};
use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;
use diesel::prelude::*;
use domain::UnitKind;

/// The code of the city in the tree of units.
pub const ROOT: &str = "kota";
/// The time zone of a city that names no other.
pub const DEFAULT_TIME_ZONE: Tz = Tz::Asia__Makassar;
const ONLY: i32 = 1;

/// The city.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct City {
    /// In whose days and months answers are counted; never changes.
    pub time_zone: Tz,
    /// When the database was made.
    pub created_at: DateTime<Utc>,
}

/// The city; none before [`create_city`].
///
/// # Errors
/// When the database fails.
pub fn find_city(conn: &mut Conn<'_>) -> StoreResult<Option<City>> {
    let row: Option<(String, NaiveDateTime)> =
        city::table.find(ONLY).select((city::time_zone, city::created_at)).first(conn.0).optional()?;
    let Some((zone, created_at)) = row else { return Ok(None) };
    let time_zone = zone.parse().map_err(|_| StoreError::Damaged(format!("time zone {zone:?}")))?;
    Ok(Some(City { time_zone, created_at: time::read(created_at) }))
}

/// The city's time zone; the default one before there is a city.
///
/// # Errors
/// As [`find_city`].
pub fn time_zone(conn: &mut Conn<'_>) -> StoreResult<Tz> {
    Ok(find_city(conn)?.map_or(DEFAULT_TIME_ZONE, |city| city.time_zone))
}

/// Founds the city: its time zone and the root of the tree of units, which is answered.
///
/// # Errors
/// [`StoreError::Taken`] when there is one already.
pub fn create_city(conn: &mut WriteConn<'_>, time_zone: Tz, name: &str, now: DateTime<Utc>) -> StoreResult<Unit> {
    let values = (city::id.eq(ONLY), city::time_zone.eq(time_zone.name()), city::created_at.eq(time::stored(now)));
    diesel::insert_into(city::table).values(values).execute(conn.raw()).map_err(StoreError::taken("city"))?;
    let code = stored_code(ROOT.to_owned())?;
    let root = NewUnit { parent: None, code, name: name.to_owned(), kind: UnitKind::Kota, obliged: false };
    insert_unit(conn, &root, None, now)
}
