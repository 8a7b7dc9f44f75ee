//! One statement a group.

use super::{Earlier, NewResponse};
use crate::error::StoreResult;
use crate::schema::responses;
use crate::time;
use chrono::NaiveDateTime;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::{Array, Binary, Bool, Integer, Nullable, SmallInt, Text, Timestamp};
use std::collections::HashSet;
use uuid::Uuid;

/// Rows a statement. A value of an array is found by walking over those before it, so ten times the rows would cost a hundred
/// times the walk.
pub(crate) const AT_ONCE: usize = 128;

/// Inserts the rows that are new, and answers their ids. Arrays are read by position: `UNNEST` of so many would copy each of
/// them into a table of its own first.
const INSERT: &str = "INSERT INTO responses (id, link_id, batch_id, service_id, questionnaire_id, month, channel, time_slot, \
    consented, answers, profile, content_hash, actor, answered_at, received_at) SELECT (?)[i], (?)[i], (?)[i], (?)[i], (?)[i], \
    (?)[i], (?)[i], (?)[i], (?)[i], (?)[i], (?)[i], (?)[i], (?)[i], (?)[i], (?)[i] FROM generate_series(1, ?) AS i \
    ON CONFLICT (id) DO NOTHING RETURNING id";

/// A column an array: one text for every number of rows, which diesel keeps prepared.
pub(super) struct Insert<'a> {
    id: Vec<&'a [u8]>,
    link_id: Vec<Option<i32>>,
    batch_id: Vec<Option<i32>>,
    service_id: Vec<i32>,
    questionnaire_id: Vec<i32>,
    month: Vec<i32>,
    channel: Vec<i16>,
    time_slot: Vec<i16>,
    consented: Vec<bool>,
    answers: Vec<&'a [u8]>,
    profile: Vec<&'a [u8]>,
    content_hash: Vec<&'a [u8]>,
    actor: Vec<Option<&'a str>>,
    answered_at: Vec<NaiveDateTime>,
    received_at: Vec<NaiveDateTime>,
    /// How many rows these are.
    pub(super) count: i32,
}

impl<'a> Insert<'a> {
    pub(super) fn of(rows: &[&'a NewResponse]) -> Self {
        Self {
            id: column(rows, |r| r.id.as_bytes().as_slice()),
            link_id: column(rows, |r| r.link_id),
            batch_id: column(rows, |r| r.batch_id),
            service_id: column(rows, |r| r.service_id),
            questionnaire_id: column(rows, |r| r.version.id),
            month: column(rows, |r| r.month.number()),
            channel: column(rows, |r| i16::from(r.channel.number())),
            time_slot: column(rows, |r| i16::from(r.time_slot.number())),
            consented: column(rows, |r| r.consented),
            answers: column(rows, |r| r.answers.as_slice()),
            profile: column(rows, |r| r.profile.as_slice()),
            content_hash: column(rows, |r| r.content_hash.as_slice()),
            actor: column(rows, |r| r.actor.as_deref()),
            answered_at: column(rows, |r| time::stored(r.answered_at)),
            received_at: column(rows, |r| time::stored(r.received_at)),
            count: i32::try_from(rows.len()).unwrap_or(i32::MAX),
        }
    }
}

impl QueryFragment<Pg> for Insert<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let mut parts = INSERT.split('?');
        macro_rules! next {
            ($($column:ident: $kind:ty),*) => {$(
                out.push_sql(parts.next().unwrap_or_default());
                out.push_bind_param::<Array<$kind>, _>(&self.$column)?;
            )*};
        }
        next!(id: Binary, link_id: Nullable<Integer>, batch_id: Nullable<Integer>, service_id: Integer);
        next!(questionnaire_id: Integer, month: Integer, channel: SmallInt, time_slot: SmallInt, consented: Bool);
        next!(answers: Binary, profile: Binary, content_hash: Binary, actor: Nullable<Text>);
        next!(answered_at: Timestamp, received_at: Timestamp);
        out.push_sql(parts.next().unwrap_or_default());
        out.push_bind_param::<Integer, _>(&self.count)?;
        out.push_sql(parts.next().unwrap_or_default());
        Ok(())
    }
}

impl QueryId for Insert<'_> {
    type QueryId = ();
    // The text is the id.
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl Query for Insert<'_> {
    type SqlType = Binary;
}

impl RunQueryDsl<PgConnection> for Insert<'_> {}

/// Inserts what is new, in the order of ids so that replicas cannot deadlock; answers the hashes of what was there before.
pub(super) fn insert_all(conn: &mut PgConnection, group: &[&NewResponse]) -> StoreResult<Earlier> {
    let mut sorted = group.to_vec();
    sorted.sort_unstable_by_key(|response| response.id);
    let mut earlier = Earlier::new();
    for some in sorted.chunks(AT_ONCE) {
        earlier.extend(insert_some(conn, some)?);
    }
    Ok(earlier)
}

fn insert_some(conn: &mut PgConnection, rows: &[&NewResponse]) -> StoreResult<Earlier> {
    let inserted: Vec<Vec<u8>> = Insert::of(rows).load(conn)?;
    if inserted.len() == rows.len() {
        return Ok(Earlier::new());
    }
    let new: HashSet<Vec<u8>> = inserted.into_iter().collect();
    let old: Vec<&[u8]> = rows.iter().map(|r| r.id.as_bytes().as_slice()).filter(|id| !new.contains(*id)).collect();
    let rows: Vec<(Vec<u8>, Vec<u8>)> = responses::table
        .filter(responses::id.eq_any(old))
        .select((responses::id, responses::content_hash))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .filter_map(|(id, hash)| Some((Uuid::from_slice(&id).ok()?, hash.try_into().unwrap_or_default())))
        .collect())
}

fn column<'a, T>(rows: &[&'a NewResponse], value: impl Fn(&'a NewResponse) -> T) -> Vec<T> {
    rows.iter().map(|row| value(row)).collect()
}
