//! Figures that were published before this system, for the trend.

use crate::city::time_zone;
use crate::connection::{AnyConnection, Conn, NAMED_AT_ONCE, WRITTEN_AT_ONCE, WriteConn};
use crate::error::{StoreError, StoreResult};
use crate::offices::refuse_defects;
use crate::schema::historic_points;
use crate::time;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use diesel::upsert::excluded;
use domain::period::month_of;
use domain::preparation::HistoricPoint;
use domain::{Grade, IndexKind, Month, Period};
use std::collections::{BTreeMap, BTreeSet};

/// A point that somebody entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnteredPoint {
    /// Its key.
    pub id: i32,
    /// What was published.
    pub point: HistoricPoint,
    /// Who entered it.
    pub entered_by: String,
    /// When.
    pub entered_at: DateTime<Utc>,
}

/// What became of points that were entered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PutPoints {
    /// Periods that had none before.
    pub added: u32,
    /// Periods whose point is another now.
    pub changed: u32,
    /// Periods that had the same point.
    pub unchanged: u32,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = historic_points)]
struct PointRow {
    id: i32,
    index_kind: String,
    from_month: i32,
    to_month: i32,
    value: String,
    grade: String,
    respondent_count: Option<i64>,
    source: String,
    entered_by: String,
    entered_at: NaiveDateTime,
}

fn point_of(row: PointRow) -> StoreResult<EnteredPoint> {
    let damaged = |what: &str| StoreError::Damaged(format!("{what} of historic point {}", row.id));
    let point = HistoricPoint {
        index: IndexKind::ALL.into_iter().find(|kind| kind.code() == row.index_kind).ok_or_else(|| damaged("index"))?,
        period: Period::new(Month::from_number(row.from_month), Month::from_number(row.to_month))
            .map_err(|_| damaged("period"))?,
        value: row.value.parse().map_err(|_| damaged("value"))?,
        grade: Grade::ALL.into_iter().find(|grade| grade.letter() == row.grade).ok_or_else(|| damaged("grade"))?,
        n: row.respondent_count,
        source: row.source,
    };
    Ok(EnteredPoint { id: row.id, point, entered_by: row.entered_by, entered_at: time::read(row.entered_at) })
}

/// Every point of a unit, by index and period.
///
/// # Errors
/// When the database fails.
pub fn list_points(conn: &mut Conn<'_>, unit_id: i32) -> StoreResult<Vec<EnteredPoint>> {
    let rows: Vec<PointRow> = historic_points::table
        .filter(historic_points::unit_id.eq(unit_id))
        .select(PointRow::as_select())
        .load(conn.0)?;
    let mut points = rows.into_iter().map(point_of).collect::<StoreResult<Vec<_>>>()?;
    points.sort_by_key(|entered| (entered.point.index, entered.point.period.first(), entered.point.period.last()));
    Ok(points)
}

/// Enters points of units, all or none; a point of the same index and period is replaced. The same points again change
/// nothing.
///
/// # Errors
/// [`StoreError::Refused`] when one has a defect.
pub fn put_points(
    conn: &mut WriteConn<'_>,
    points: &[(i32, HistoricPoint)],
    actor: &str,
    now: DateTime<Utc>,
) -> StoreResult<PutPoints> {
    let running = month_of(now, time_zone(conn)?);
    for (_, point) in points {
        refuse_defects(point.check(running))?;
    }
    let mut known = known_points(conn, points)?;
    let mut put = PutPoints::default();
    let mut rows = BTreeMap::new();
    for (unit_id, point) in points {
        let key = key_of(*unit_id, point);
        match known.insert(key, point.clone()) {
            Some(before) if before == *point => {
                put.unchanged += 1;
                continue;
            }
            Some(_) => put.changed += 1,
            None => put.added += 1,
        }
        rows.insert(key, NewPoint::of(*unit_id, point, actor, now));
    }
    // In the order of the keys, so that replicas wait for each other and never in a circle.
    write_points(conn, rows.into_values().collect())?;
    Ok(put)
}

type Key = (i32, IndexKind, Period);

const fn key_of(unit_id: i32, point: &HistoricPoint) -> Key {
    (unit_id, point.index, point.period)
}

/// What the units of these points have already, in one read for many units.
fn known_points(
    conn: &mut WriteConn<'_>,
    points: &[(i32, HistoricPoint)],
) -> StoreResult<BTreeMap<Key, HistoricPoint>> {
    let units: BTreeSet<i32> = points.iter().map(|(unit_id, _)| *unit_id).collect();
    let units: Vec<i32> = units.into_iter().collect();
    let mut known = BTreeMap::new();
    for units in units.chunks(NAMED_AT_ONCE) {
        let rows: Vec<(i32, PointRow)> = historic_points::table
            .filter(historic_points::unit_id.eq_any(units))
            .select((historic_points::unit_id, PointRow::as_select()))
            .load(conn.raw())?;
        for (unit_id, row) in rows {
            let point = point_of(row)?.point;
            known.insert(key_of(unit_id, &point), point);
        }
    }
    Ok(known)
}

#[derive(Insertable)]
#[diesel(table_name = historic_points)]
struct NewPoint<'a> {
    unit_id: i32,
    index_kind: &'static str,
    from_month: i32,
    to_month: i32,
    value: String,
    grade: &'static str,
    respondent_count: Option<i64>,
    source: &'a str,
    entered_by: &'a str,
    entered_at: NaiveDateTime,
}

impl<'a> NewPoint<'a> {
    fn of(unit_id: i32, point: &'a HistoricPoint, actor: &'a str, now: DateTime<Utc>) -> Self {
        Self {
            unit_id,
            index_kind: point.index.code(),
            from_month: point.period.first().number(),
            to_month: point.period.last().number(),
            value: point.value.to_string(),
            grade: point.grade.letter(),
            respondent_count: point.n,
            source: &point.source,
            entered_by: actor,
            entered_at: time::stored(now),
        }
    }
}

fn write_points(conn: &mut WriteConn<'_>, rows: Vec<NewPoint<'_>>) -> StoreResult<()> {
    let key =
        (historic_points::unit_id, historic_points::index_kind, historic_points::from_month, historic_points::to_month);
    let values = (
        historic_points::value.eq(excluded(historic_points::value)),
        historic_points::grade.eq(excluded(historic_points::grade)),
        historic_points::respondent_count.eq(excluded(historic_points::respondent_count)),
        historic_points::source.eq(excluded(historic_points::source)),
        historic_points::entered_by.eq(excluded(historic_points::entered_by)),
        historic_points::entered_at.eq(excluded(historic_points::entered_at)),
    );
    match conn.raw() {
        AnyConnection::Sqlite(conn) => {
            for row in &rows {
                diesel::insert_into(historic_points::table)
                    .values(row)
                    .on_conflict(key)
                    .do_update()
                    .set(values)
                    .execute(conn)?;
            }
        }
        // One statement for many: each costs a round trip.
        AnyConnection::Postgres(conn) => {
            for rows in rows.chunks(WRITTEN_AT_ONCE) {
                diesel::insert_into(historic_points::table)
                    .values(rows)
                    .on_conflict(key)
                    .do_update()
                    .set(values)
                    .execute(conn)?;
            }
        }
    }
    Ok(())
}

/// Takes a point of a unit away.
///
/// # Errors
/// [`StoreError::NotFound`] when the unit has no such point.
pub fn delete_point(conn: &mut WriteConn<'_>, unit_id: i32, index: IndexKind, period: Period) -> StoreResult<()> {
    let target = historic_points::table
        .filter(historic_points::unit_id.eq(unit_id))
        .filter(historic_points::index_kind.eq(index.code()))
        .filter(historic_points::from_month.eq(period.first().number()))
        .filter(historic_points::to_month.eq(period.last().number()));
    match diesel::delete(target).execute(conn.raw())? {
        0 => Err(StoreError::NotFound("historic point")),
        _ => Ok(()),
    }
}
