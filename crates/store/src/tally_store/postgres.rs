//! Many rows a statement, over arrays: one text for every number of rows.

use super::{Sums, TallyKey};
use crate::error::{StoreError, StoreResult};
use crate::questionnaires::Version;
use diesel::prelude::*;
use diesel::sql_types::{Array, Binary, Bool, Integer};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Keys a statement; bounds the memory of large imports.
const CHUNK: usize = 1000;

/// Locks in key order what is there. Both rows of a key are locked: a row that is only joined would be read as it was before
/// the wait for the lock.
const LOCK: &str = "SELECT t.service_id, t.month, t.questionnaire_id, t.excluded, t.counts, t.moments, s.slices \
    FROM tallies t \
    JOIN UNNEST($1, $2, $3, $4) AS k (service_id, month, questionnaire_id, excluded) \
    ON t.service_id = k.service_id AND t.month = k.month AND t.questionnaire_id = k.questionnaire_id AND t.excluded = k.excluded \
    JOIN tally_slices s \
    ON s.service_id = t.service_id AND s.month = t.month AND s.questionnaire_id = t.questionnaire_id AND s.excluded = t.excluded \
    ORDER BY t.service_id, t.month, t.questionnaire_id, t.excluded FOR UPDATE";

const INSERT: &str = "INSERT INTO tallies (service_id, month, questionnaire_id, excluded, counts, moments) \
    SELECT * FROM UNNEST($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING";

const INSERT_SLICES: &str = "INSERT INTO tally_slices (service_id, month, questionnaire_id, excluded, slices) \
    SELECT * FROM UNNEST($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";

const UPDATE: &str = "UPDATE tallies t SET counts = k.counts, moments = k.moments \
    FROM UNNEST($1, $2, $3, $4, $5, $6) AS k (service_id, month, questionnaire_id, excluded, counts, moments) \
    WHERE t.service_id = k.service_id AND t.month = k.month AND t.questionnaire_id = k.questionnaire_id AND t.excluded = k.excluded";

const UPDATE_SLICES: &str = "UPDATE tally_slices t SET slices = k.slices \
    FROM UNNEST($1, $2, $3, $4, $5) AS k (service_id, month, questionnaire_id, excluded, slices) \
    WHERE t.service_id = k.service_id AND t.month = k.month AND t.questionnaire_id = k.questionnaire_id AND t.excluded = k.excluded";

#[derive(QueryableByName)]
struct LockedRow {
    #[diesel(sql_type = Integer)]
    service_id: i32,
    #[diesel(sql_type = Integer)]
    month: i32,
    #[diesel(sql_type = Integer)]
    questionnaire_id: i32,
    #[diesel(sql_type = Bool)]
    excluded: bool,
    #[diesel(sql_type = Binary)]
    counts: Vec<u8>,
    #[diesel(sql_type = Binary)]
    moments: Vec<u8>,
    #[diesel(sql_type = Binary)]
    slices: Vec<u8>,
}

#[derive(Default)]
struct Columns {
    service_id: Vec<i32>,
    month: Vec<i32>,
    questionnaire_id: Vec<i32>,
    excluded: Vec<bool>,
    counts: Vec<Vec<u8>>,
    moments: Vec<Vec<u8>>,
    slices: Vec<Vec<u8>>,
}

impl Columns {
    fn of<'a>(rows: impl Iterator<Item = (&'a TallyKey, &'a Sums)>) -> StoreResult<Self> {
        let mut columns = Self::default();
        for (key, sums) in rows {
            columns.push_key(key);
            columns.counts.push(sums.tally.counts.encode()?);
            columns.moments.push(sums.tally.moments.encode()?);
            columns.slices.push(sums.slices.encode()?);
        }
        Ok(columns)
    }

    fn push_key(&mut self, key: &TallyKey) {
        self.service_id.push(key.service_id);
        self.month.push(key.month);
        self.questionnaire_id.push(key.questionnaire_id);
        self.excluded.push(key.excluded);
    }

    fn totals(&self, conn: &mut PgConnection, statement: &str) -> StoreResult<usize> {
        Ok(diesel::sql_query(statement)
            .bind::<Array<Integer>, _>(&self.service_id)
            .bind::<Array<Integer>, _>(&self.month)
            .bind::<Array<Integer>, _>(&self.questionnaire_id)
            .bind::<Array<Bool>, _>(&self.excluded)
            .bind::<Array<Binary>, _>(&self.counts)
            .bind::<Array<Binary>, _>(&self.moments)
            .execute(conn)?)
    }

    fn slices(&self, conn: &mut PgConnection, statement: &str) -> StoreResult<usize> {
        Ok(diesel::sql_query(statement)
            .bind::<Array<Integer>, _>(&self.service_id)
            .bind::<Array<Integer>, _>(&self.month)
            .bind::<Array<Integer>, _>(&self.questionnaire_id)
            .bind::<Array<Bool>, _>(&self.excluded)
            .bind::<Array<Binary>, _>(&self.slices)
            .execute(conn)?)
    }
}

pub(super) fn apply(conn: &mut PgConnection, deltas: BTreeMap<TallyKey, (Arc<Version>, Sums)>) -> StoreResult<()> {
    let mut rest = deltas;
    while !rest.is_empty() {
        let later = rest.keys().nth(CHUNK).copied().map(|key| rest.split_off(&key)).unwrap_or_default();
        apply_chunk(conn, std::mem::replace(&mut rest, later))?;
    }
    Ok(())
}

fn apply_chunk(conn: &mut PgConnection, mut deltas: BTreeMap<TallyKey, (Arc<Version>, Sums)>) -> StoreResult<()> {
    let known = merge_locked(conn, &mut deltas)?;
    if known.len() < deltas.len() {
        // A missing row is made empty, so that it can be locked like the others, whoever made it.
        let missing: BTreeMap<TallyKey, Sums> = deltas
            .iter()
            .filter(|(key, _)| !known.contains(key))
            .map(|(key, (version, _))| (*key, Sums::empty(version)))
            .collect();
        let empty = Columns::of(missing.iter())?;
        empty.totals(conn, INSERT)?;
        empty.slices(conn, INSERT_SLICES)?;
        let mut made: BTreeMap<TallyKey, (Arc<Version>, Sums)> = BTreeMap::new();
        for key in missing.keys() {
            if let Some(delta) = deltas.remove(key) {
                made.insert(*key, delta);
            }
        }
        if merge_locked(conn, &mut made)?.len() != made.len() {
            return Err(StoreError::Damaged("a tally without its slices".to_owned()));
        }
        deltas.append(&mut made);
    }
    let columns = Columns::of(deltas.iter().map(|(key, (_, sums))| (key, sums)))?;
    columns.totals(conn, UPDATE)?;
    columns.slices(conn, UPDATE_SLICES)?;
    Ok(())
}

/// Adds what is stored to the deltas of these keys, locking the rows; answers which keys had rows.
fn merge_locked(
    conn: &mut PgConnection,
    deltas: &mut BTreeMap<TallyKey, (Arc<Version>, Sums)>,
) -> StoreResult<Vec<TallyKey>> {
    let mut keys = Columns::default();
    deltas.keys().for_each(|key| keys.push_key(key));
    let rows: Vec<LockedRow> = diesel::sql_query(LOCK)
        .bind::<Array<Integer>, _>(keys.service_id)
        .bind::<Array<Integer>, _>(keys.month)
        .bind::<Array<Integer>, _>(keys.questionnaire_id)
        .bind::<Array<Bool>, _>(keys.excluded)
        .load(conn)?;
    let mut known = Vec::with_capacity(rows.len());
    for row in rows {
        let key = TallyKey {
            service_id: row.service_id,
            month: row.month,
            questionnaire_id: row.questionnaire_id,
            excluded: row.excluded,
        };
        if let Some((version, delta)) = deltas.get_mut(&key) {
            let stored = Sums::decode(version, &row.counts, &row.moments, &row.slices)?;
            delta.merge(&stored);
            known.push(key);
        }
    }
    Ok(known)
}
