//! One statement a group.

use super::{Earlier, NewResponse};
use crate::error::StoreResult;
use crate::schema::responses;
use crate::time;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use diesel::sql_types::{Array, Binary, Bool, Integer, Nullable, SmallInt, Text, Timestamp};
use std::collections::HashSet;
use uuid::Uuid;

const INSERT: &str = "INSERT INTO responses (id, link_id, batch_id, service_id, questionnaire_id, month, channel, time_slot, \
    consented, answers, profile, content_hash, actor, answered_at, received_at) \
    SELECT * FROM UNNEST($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) \
    ON CONFLICT (id) DO NOTHING RETURNING id";

#[derive(QueryableByName)]
struct Inserted {
    #[diesel(sql_type = Binary)]
    id: Vec<u8>,
}

/// Inserts what is new, in the order of ids so that replicas cannot deadlock; answers the hashes of what was there before.
pub(super) fn insert_all(conn: &mut PgConnection, group: &[&NewResponse]) -> StoreResult<Earlier> {
    let mut sorted = group.to_vec();
    sorted.sort_unstable_by_key(|response| response.id);
    let inserted: Vec<Inserted> = diesel::sql_query(INSERT)
        .bind::<Array<Binary>, _>(column(&sorted, |r| r.id.as_bytes().as_slice()))
        .bind::<Array<Nullable<Integer>>, _>(column(&sorted, |r| r.link_id))
        .bind::<Array<Nullable<Integer>>, _>(column(&sorted, |r| r.batch_id))
        .bind::<Array<Integer>, _>(column(&sorted, |r| r.service_id))
        .bind::<Array<Integer>, _>(column(&sorted, |r| r.version.id))
        .bind::<Array<Integer>, _>(column(&sorted, |r| r.month.number()))
        .bind::<Array<SmallInt>, _>(column(&sorted, |r| i16::from(r.channel.number())))
        .bind::<Array<SmallInt>, _>(column(&sorted, |r| i16::from(r.time_slot.number())))
        .bind::<Array<Bool>, _>(column(&sorted, |r| r.consented))
        .bind::<Array<Binary>, _>(column(&sorted, |r| r.answers.as_slice()))
        .bind::<Array<Binary>, _>(column(&sorted, |r| r.profile.as_slice()))
        .bind::<Array<Binary>, _>(column(&sorted, |r| r.content_hash.as_slice()))
        .bind::<Array<Nullable<Text>>, _>(column(&sorted, |r| r.actor.as_deref()))
        .bind::<Array<Timestamp>, _>(column::<NaiveDateTime>(&sorted, |r| time::stored(r.answered_at)))
        .bind::<Array<Timestamp>, _>(column::<NaiveDateTime>(&sorted, |r| time::stored(r.received_at)))
        .load(conn)?;
    if inserted.len() == sorted.len() {
        return Ok(Earlier::new());
    }
    let new: HashSet<Vec<u8>> = inserted.into_iter().map(|row| row.id).collect();
    let old: Vec<&[u8]> = sorted.iter().map(|r| r.id.as_bytes().as_slice()).filter(|id| !new.contains(*id)).collect();
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
