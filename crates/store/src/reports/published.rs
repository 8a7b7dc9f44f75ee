//! What units have published: reports of whole units that no newer revision has superseded.

use super::{ReportState, damaged, figures_of};
use crate::connection::{Conn, NAMED_AT_ONCE};
use crate::error::StoreResult;
use crate::schema::reports;
use crate::time;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use domain::figures::IndexSummary;
use domain::{LinkCode, Month, Period};
use std::collections::BTreeMap;

/// A published report in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The short code of its public page.
    pub code: LinkCode,
    /// The unit.
    pub unit_id: i32,
    /// The period.
    pub period: Period,
    /// 1 for the first.
    pub revision: i32,
    /// When it was published.
    pub published_at: DateTime<Utc>,
    /// The printed indices.
    pub figures: Vec<IndexSummary>,
}

type Row = (String, i32, i32, i32, i32, Option<NaiveDateTime>, Option<String>);

macro_rules! select_published {
    () => {
        reports::table
            .filter(reports::state.eq(ReportState::Published.code()))
            .filter(reports::superseded_by.is_null())
            .filter(reports::service_id.is_null())
    };
}

const ROW: (
    reports::code,
    reports::unit_id,
    reports::from_month,
    reports::to_month,
    reports::revision,
    reports::published_at,
    reports::figures,
) = (
    reports::code,
    reports::unit_id,
    reports::from_month,
    reports::to_month,
    reports::revision,
    reports::published_at,
    reports::figures,
);

fn published_of((code, unit_id, from, to, revision, published_at, figures): Row) -> StoreResult<Published> {
    let period = Period::new(Month::from_number(from), Month::from_number(to));
    Ok(Published {
        code: LinkCode::parse(&code).map_err(|_| damaged("code"))?,
        unit_id,
        period: period.map_err(|_| damaged("period"))?,
        revision,
        published_at: published_at.map(time::read).ok_or_else(|| damaged("time of publishing"))?,
        figures: figures.as_deref().map(figures_of).transpose()?.unwrap_or_default(),
    })
}

/// The published reports of a unit, the newest period first; of periods that end together the longer one first.
///
/// # Errors
/// When the database fails.
pub fn list_published(conn: &mut Conn<'_>, unit_id: i32, limit: i64) -> StoreResult<Vec<Published>> {
    let rows: Vec<Row> = select_published!()
        .filter(reports::unit_id.eq(unit_id))
        .order((reports::to_month.desc(), reports::from_month))
        .limit(limit)
        .select(ROW)
        .load(conn.0)?;
    rows.into_iter().map(published_of).collect()
}

/// The newest published report of each unit that has one, by the unit's key.
///
/// # Errors
/// When the database fails.
pub fn newest_published(conn: &mut Conn<'_>) -> StoreResult<Vec<Published>> {
    // All periods in a few numbers each; the figures of the newest alone.
    let rows: Vec<(Vec<u8>, i32)> = select_published!()
        .order((reports::to_month, reports::from_month.desc()))
        .select((reports::id, reports::unit_id))
        .load(conn.0)?;
    let newest: BTreeMap<i32, Vec<u8>> = rows.into_iter().map(|(id, unit)| (unit, id)).collect();
    let ids: Vec<Vec<u8>> = newest.into_values().collect();
    let mut found = Vec::with_capacity(ids.len());
    for ids in ids.chunks(NAMED_AT_ONCE) {
        let rows: Vec<Row> = reports::table.filter(reports::id.eq_any(ids)).select(ROW).load(conn.0)?;
        for row in rows {
            found.push(published_of(row)?);
        }
    }
    found.sort_by_key(|published| published.unit_id);
    Ok(found)
}
