//! Figures that were published before this system, for the trend.

use crate::connection::{Conn, WriteConn};
use crate::error::{StoreError, StoreResult};
use crate::offices::refuse_defects;
use crate::schema::historic_points;
use crate::time;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use domain::preparation::HistoricPoint;
use domain::{Grade, IndexKind, Month, Period};

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
    let mut put = PutPoints::default();
    for (unit_id, point) in points {
        refuse_defects(point.check())?;
        let row: Option<PointRow> = historic_points::table
            .filter(historic_points::unit_id.eq(unit_id))
            .filter(historic_points::index_kind.eq(point.index.code()))
            .filter(historic_points::from_month.eq(point.period.first().number()))
            .filter(historic_points::to_month.eq(point.period.last().number()))
            .select(PointRow::as_select())
            .first(conn.raw())
            .optional()?;
        let known = row.map(point_of).transpose()?;
        let values = (
            historic_points::value.eq(point.value.to_string()),
            historic_points::grade.eq(point.grade.letter()),
            historic_points::respondent_count.eq(point.n),
            historic_points::source.eq(&point.source),
            historic_points::entered_by.eq(actor),
            historic_points::entered_at.eq(time::stored(now)),
        );
        match known {
            Some(known) if known.point == *point => put.unchanged += 1,
            Some(known) => {
                diesel::update(historic_points::table.find(known.id)).set(values).execute(conn.raw())?;
                put.changed += 1;
            }
            None => {
                let key = (
                    historic_points::unit_id.eq(unit_id),
                    historic_points::index_kind.eq(point.index.code()),
                    historic_points::from_month.eq(point.period.first().number()),
                    historic_points::to_month.eq(point.period.last().number()),
                );
                diesel::insert_into(historic_points::table)
                    .values((key, values))
                    .execute(conn.raw())
                    .map_err(StoreError::taken("period"))?;
                put.added += 1;
            }
        }
    }
    Ok(put)
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
