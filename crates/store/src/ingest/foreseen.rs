//! A whole group in one statement, which is its own transaction: for groups of new responses whose tallies are remembered.
//!
//! It foresees that every id is new and that nobody else changed the tallies since this writer last did. The statement checks
//! both itself and undoes itself where either does not hold; then the group goes the long way, under locks. The long way takes
//! six statements more, and each row of the tallies is written to twice.

use super::postgres::Insert;
use super::{CommentRow, NewResponse, count_all};
use crate::error::StoreResult;
use crate::tally_store::{Foreseen, Level, TallyCache};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::{Array, BigInt, Binary, Bool, Integer, Text};
use std::collections::HashSet;

/// After a group that was not as foreseen so many go the long way, twice as many each time, up to this.
const LONGEST_PAUSE: u32 = 256;

/// Whether it is worth foreseeing. Where replicas count into the same tallies all the time, it is not.
#[derive(Default)]
pub(crate) struct Foresight {
    waiting: u32,
    pause: u32,
}

impl Foresight {
    fn may_try(&mut self) -> bool {
        let may = self.waiting == 0;
        self.waiting = self.waiting.saturating_sub(1);
        may
    }

    fn learn(&mut self, came_true: bool) {
        self.pause = if came_true { 0 } else { (self.pause * 2 + 1).min(LONGEST_PAUSE) };
        self.waiting = self.pause;
    }
}

/// Stores the group as a whole, all of it new, in a transaction of its own; false when it was not as foreseen: then nothing is
/// stored.
pub(crate) fn store_as_foreseen(
    conn: &mut PgConnection,
    group: &[NewResponse],
    cache: &mut TallyCache,
    foresight: &mut Foresight,
) -> StoreResult<bool> {
    let mut rows: Vec<&NewResponse> = group.iter().collect();
    rows.sort_unstable_by_key(|response| response.id);
    let ids: HashSet<_> = rows.iter().map(|response| response.id).collect();
    if ids.len() < rows.len() || !foresight.may_try() {
        return Ok(false);
    }
    let (deltas, comments) = count_all(rows.iter().copied())?;
    let Some(tallies) = deltas.foresee(cache)? else { return Ok(false) };
    let statement = Statement { responses: Insert::of(&rows), comments: Comments::of(&comments), tallies: &tallies };
    let came_true = statement.execute(conn);
    if let Err(error) = &came_true {
        tracing::debug!(error = %error, responses.count = rows.len(), "a group was not as foreseen");
        cache.forget(&tallies);
    }
    foresight.learn(came_true.is_ok());
    Ok(came_true.is_ok())
}

/// Comments, an array a column.
struct Comments<'a> {
    response_id: Vec<&'a [u8]>,
    service_id: Vec<i32>,
    month: Vec<i32>,
    shuffle: Vec<i64>,
    body: Vec<&'a str>,
    excluded: Vec<bool>,
    count: i32,
}

impl<'a> Comments<'a> {
    fn of(rows: &[CommentRow<'a>]) -> Self {
        Self {
            response_id: rows.iter().map(|row| row.response_id).collect(),
            service_id: rows.iter().map(|row| row.service_id).collect(),
            month: rows.iter().map(|row| row.month).collect(),
            shuffle: rows.iter().map(|row| row.shuffle).collect(),
            body: rows.iter().map(|row| row.body).collect(),
            excluded: rows.iter().map(|row| row.excluded).collect(),
            count: i32::try_from(rows.len()).unwrap_or(i32::MAX),
        }
    }
}

/// All that a group writes. Where less was written than foreseen it reads a sentence as a number, which takes everything back;
/// the sentence then stands in the database's log.
struct Statement<'a> {
    responses: Insert<'a>,
    comments: Comments<'a>,
    tallies: &'a Foreseen,
}

impl QueryFragment<Pg> for Statement<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("WITH stored AS (");
        self.responses.walk_ast(out.reborrow())?;
        out.push_sql(
            "), written AS (INSERT INTO comments (response_id, service_id, month, shuffle, body, excluded) SELECT (",
        );
        out.push_bind_param::<Array<Binary>, _>(&self.comments.response_id)?;
        out.push_sql(")[i], (");
        out.push_bind_param::<Array<Integer>, _>(&self.comments.service_id)?;
        out.push_sql(")[i], (");
        out.push_bind_param::<Array<Integer>, _>(&self.comments.month)?;
        out.push_sql(")[i], (");
        out.push_bind_param::<Array<BigInt>, _>(&self.comments.shuffle)?;
        out.push_sql(")[i], (");
        out.push_bind_param::<Array<Text>, _>(&self.comments.body)?;
        out.push_sql(")[i], (");
        out.push_bind_param::<Array<Bool>, _>(&self.comments.excluded)?;
        out.push_sql(")[i] FROM generate_series(1, ");
        out.push_bind_param::<Integer, _>(&self.comments.count)?;
        out.push_sql(") AS i), of_services AS (");
        self.tallies.services.bind(Level::Service.update_foreseen(), &mut out)?;
        out.push_sql("), of_units AS (");
        self.tallies.units.bind(Level::Unit.update_foreseen(), &mut out)?;
        out.push_sql(") SELECT CASE WHEN (SELECT count(*) FROM stored) = ");
        out.push_bind_param::<Integer, _>(&self.responses.count)?;
        out.push_sql(" AND (SELECT count(*) FROM of_services) = ");
        out.push_bind_param::<Integer, _>(&self.tallies.service_count)?;
        out.push_sql(" AND (SELECT count(*) FROM of_units) = ");
        out.push_bind_param::<Integer, _>(&self.tallies.unit_count)?;
        // From a table, so that it is not read while the statement is planned.
        out.push_sql(
            " THEN 1 ELSE CAST((SELECT 'not as foreseen: this group is taken back and stored under locks'::text) AS integer) END",
        );
        Ok(())
    }
}

impl QueryId for Statement<'_> {
    type QueryId = ();
    // The text is the id.
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl Query for Statement<'_> {
    type SqlType = Integer;
}

impl RunQueryDsl<PgConnection> for Statement<'_> {}
