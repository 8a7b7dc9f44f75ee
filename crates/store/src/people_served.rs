//! How many people a unit or service served (N), from which the required sample follows.
//!
//! Not additive over units: N belongs to one unit or service and one period. A row never changes; a correction is a new
//! row with its reason, and the old one is printed beside it.

use crate::connection::{AnyConnection, Conn, WriteConn};
use crate::error::{StoreError, StoreResult};
use crate::schema::{people_served, services, units};
use crate::time;
use crate::units::stored_code;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use domain::{Code, Month, Period};
use std::collections::BTreeMap;

/// Where a number comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The unit's register.
    Register,
    /// The queue machine.
    Antrean,
    /// An estimate.
    Perkiraan,
}

impl Source {
    /// Every source, the most exact first.
    pub const ALL: [Self; 3] = [Self::Register, Self::Antrean, Self::Perkiraan];

    /// Its name in JSON and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Register => "register",
            Self::Antrean => "antrean",
            Self::Perkiraan => "perkiraan",
        }
    }
}

/// A number somebody entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeopleServed {
    /// Its key; grows with every entry.
    pub id: i32,
    /// The unit.
    pub unit_id: i32,
    /// The service: key and code; none for the whole unit.
    pub service: Option<(i32, Code)>,
    /// What it was counted over.
    pub period: Period,
    /// N.
    pub people: i64,
    /// Where it comes from.
    pub source: Source,
    /// Why it differs from the number before.
    pub reason: Option<String>,
    /// Who entered it.
    pub entered_by: String,
    /// When.
    pub entered_at: DateTime<Utc>,
}

/// A number to enter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPeopleServed {
    /// The unit.
    pub unit_id: i32,
    /// The code of the service; none for the whole unit.
    pub service: Option<Code>,
    /// What it was counted over.
    pub period: Period,
    /// N; at least 0.
    pub people: i64,
    /// Where it comes from.
    pub source: Source,
    /// Why it differs from the number before; needed when there is one.
    pub reason: Option<String>,
    /// Who enters it.
    pub entered_by: String,
}

/// What became of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entered {
    /// It counts from now on.
    New(PeopleServed),
    /// The same number from the same source counts already; nothing changed.
    Same(PeopleServed),
    /// Another number counts and no reason was given; nothing changed.
    NeedsReason(PeopleServed),
}

/// N of a range of months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Served {
    /// The sum of the parts.
    pub people: i64,
    /// The stored periods that make up the range, in order.
    pub parts: Vec<PeopleServed>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = people_served)]
struct PeopleServedRow {
    id: i32,
    unit_id: i32,
    service_id: Option<i32>,
    from_month: i32,
    to_month: i32,
    people: i64,
    source: String,
    reason: Option<String>,
    entered_by: String,
    entered_at: NaiveDateTime,
}

fn people_served_of((row, service): (PeopleServedRow, Option<String>)) -> StoreResult<PeopleServed> {
    let source = Source::ALL.into_iter().find(|source| source.code() == row.source);
    let period = Period::new(Month::from_number(row.from_month), Month::from_number(row.to_month));
    Ok(PeopleServed {
        id: row.id,
        unit_id: row.unit_id,
        service: row.service_id.zip(service.map(stored_code).transpose()?),
        period: period.map_err(|error| StoreError::Damaged(error.to_string()))?,
        people: row.people,
        source: source.ok_or_else(|| StoreError::Damaged(format!("source of people served {:?}", row.source)))?,
        reason: row.reason,
        entered_by: row.entered_by,
        entered_at: time::read(row.entered_at),
    })
}

macro_rules! select_people_served {
    () => {
        people_served::table
            .left_join(services::table)
            .select((PeopleServedRow::as_select(), services::code.nullable()))
            .order(people_served::id)
    };
}

/// Every entry of a unit and its services, or those within a range of months, the oldest entry first.
///
/// # Errors
/// When the database fails.
pub fn list_people_served(conn: &mut Conn<'_>, unit_id: i32, range: Option<Period>) -> StoreResult<Vec<PeopleServed>> {
    let (from, to) = range.map_or((0, i32::MAX), |range| (range.first().number(), range.last().number()));
    let rows = select_people_served!()
        .filter(people_served::unit_id.eq(unit_id))
        .filter(people_served::from_month.ge(from).and(people_served::to_month.le(to)))
        .load(conn.0)?;
    rows.into_iter().map(people_served_of).collect()
}

/// Enters a number; the one before stays as history.
///
/// # Errors
/// [`StoreError::NotFound`] when the unit offers no such service; [`StoreError::Refused`] for a number below zero.
pub fn put_people_served(conn: &mut WriteConn<'_>, new: &NewPeopleServed, now: DateTime<Utc>) -> StoreResult<Entered> {
    if new.people < 0 {
        return Err(StoreError::Refused(format!("{} people cannot have been served: give 0 or more", new.people)));
    }
    let service_id = match &new.service {
        Some(code) => Some(crate::services::find_service(conn, new.unit_id, code.as_str())?.id),
        None => None,
    };
    lock_unit(conn, new.unit_id)?;
    let mut entries = list_people_served(conn, new.unit_id, Some(new.period))?.into_iter();
    let same =
        |entry: &PeopleServed| entry.period == new.period && entry.service.as_ref().map(|(id, _)| *id) == service_id;
    let before = entries.rfind(same);
    match before {
        Some(before) if before.people == new.people && before.source == new.source => return Ok(Entered::Same(before)),
        Some(before) if new.reason.is_none() => return Ok(Entered::NeedsReason(before)),
        _ => (),
    }
    let values = (
        people_served::unit_id.eq(new.unit_id),
        people_served::service_id.eq(service_id),
        people_served::from_month.eq(new.period.first().number()),
        people_served::to_month.eq(new.period.last().number()),
        people_served::people.eq(new.people),
        people_served::source.eq(new.source.code()),
        people_served::reason.eq(&new.reason),
        people_served::entered_by.eq(&new.entered_by),
        people_served::entered_at.eq(time::stored(now)),
    );
    let id: i32 =
        diesel::insert_into(people_served::table).values(values).returning(people_served::id).get_result(conn.raw())?;
    let row = select_people_served!().filter(people_served::id.eq(id)).first(conn.raw())?;
    people_served_of(row).map(Entered::New)
}

/// Of two replicas that enter a number at once, the second sees what the first entered.
fn lock_unit(conn: &mut WriteConn<'_>, unit_id: i32) -> StoreResult<()> {
    if let AnyConnection::Postgres(conn) = conn.raw() {
        units::table.find(unit_id).select(units::id).for_no_key_update().load::<i32>(conn)?;
    }
    Ok(())
}

/// N of a unit, or of one of its services, over a range of months; none unless stored periods tile the range exactly.
///
/// # Errors
/// When the database fails.
pub fn served_in(
    conn: &mut Conn<'_>,
    unit_id: i32,
    service_id: Option<i32>,
    range: Period,
) -> StoreResult<Option<Served>> {
    let entries = list_people_served(conn, unit_id, Some(range))?.into_iter();
    Ok(tile(entries.filter(|entry| entry.service.as_ref().map(|(id, _)| *id) == service_id), range))
}

/// N of every whole unit over a range of months, in one read; units without it are absent.
///
/// # Errors
/// When the database fails.
pub fn served_by_unit(conn: &mut Conn<'_>, range: Period) -> StoreResult<BTreeMap<i32, Served>> {
    let rows = select_people_served!()
        .filter(people_served::service_id.is_null())
        .filter(people_served::from_month.ge(range.first().number()))
        .filter(people_served::to_month.le(range.last().number()))
        .load(conn.0)?;
    let mut by_unit: BTreeMap<i32, Vec<PeopleServed>> = BTreeMap::new();
    for row in rows {
        let entry = people_served_of(row)?;
        by_unit.entry(entry.unit_id).or_default().push(entry);
    }
    Ok(by_unit.into_iter().filter_map(|(unit, entries)| Some((unit, tile(entries.into_iter(), range)?))).collect())
}

/// The fewest stored periods that cover the range without gap or overlap; among equals the longer one first.
///
/// Entries come oldest first, so that the newest of a period counts.
fn tile(entries: impl Iterator<Item = PeopleServed>, range: Period) -> Option<Served> {
    let mut newest: BTreeMap<Period, PeopleServed> = BTreeMap::new();
    newest.extend(entries.map(|entry| (entry.period, entry)));
    // The best way from each month to the end of the range: how many periods, and the first of them.
    let mut best: BTreeMap<Month, (usize, Option<Period>)> = BTreeMap::from([(range.last().next(), (0, None))]);
    for month in range.months().rev() {
        let starting = newest.keys().filter(|period| period.first() == month);
        let ways = starting.filter_map(|period| Some((best.get(&period.last().next())?.0 + 1, *period)));
        if let Some((count, first)) = ways.min_by_key(|(count, period)| (*count, -period.len())) {
            best.insert(month, (count, Some(first)));
        }
    }
    let (mut parts, mut month) = (Vec::new(), range.first());
    while let Some(period) = best.get(&month)?.1 {
        parts.push(newest.remove(&period)?);
        month = period.last().next();
    }
    Some(Served { people: parts.iter().map(|part| part.people).sum(), parts })
}
