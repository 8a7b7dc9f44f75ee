//! Many rows a statement, over arrays: one text for every number of rows, prepared once.

use super::{Changes, Level, Memory, Remembered, Sums, TallyKey};
use crate::error::{StoreError, StoreResult};
use crate::ingest::postgres::AT_ONCE;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::{Array, BigInt, Binary, Bool, Integer, Nullable};
use std::collections::BTreeSet;
use std::marker::PhantomData;

/// The statements of one table: `?` stands for an array with a value for each key, the last one for how many keys they are.
struct Texts {
    /// Locks what is there, in key order, and answers its version. Bodies are not read: most are remembered.
    lock: &'static str,
    read: &'static str,
    insert: &'static str,
    update: &'static str,
    /// The same for rows that are not locked, where they still have the version that is remembered.
    update_foreseen: &'static str,
}

/// Arrays are read by position. `UNNEST` of several would copy each of them into a table of its own first.
macro_rules! texts {
    ($table:literal, $owner:literal, $slices:literal, $($body:literal),*) => {
        Texts {
            lock: concat!(
                "SELECT t.", $owner, ", t.month, t.questionnaire_id, t.excluded, t.row_version FROM ", $table, " t ",
                texts!(@join $owner), " ORDER BY t.", $owner, ", t.month, t.questionnaire_id, t.excluded FOR UPDATE OF t"
            ),
            read: concat!(
                "SELECT t.", $owner, ", t.month, t.questionnaire_id, t.excluded, t.row_version, t.counts, t.moments, ", $slices,
                " FROM ", $table, " t ", texts!(@join $owner)
            ),
            insert: concat!(
                "INSERT INTO ", $table, " (", $owner, ", month, questionnaire_id, excluded, row_version", $(", ", $body,)* ") ",
                "SELECT (?)[i], (?)[i], (?)[i], (?)[i], 1", $(texts!(@one $body),)* " FROM generate_series(1, ?) AS i ",
                "ON CONFLICT DO NOTHING"
            ),
            update: concat!(
                "UPDATE ", $table, " t SET row_version = t.row_version + 1", $(", ", $body, " = k.", $body,)*
                " FROM (SELECT ", texts!(@keys), $(texts!(@one $body), " AS ", $body,)* " FROM generate_series(1, ?) AS i) AS k ",
                "WHERE ", texts!(@same $owner)
            ),
            update_foreseen: concat!(
                "UPDATE ", $table, " t SET row_version = t.row_version + 1", $(", ", $body, " = k.", $body,)*
                " FROM (SELECT ", texts!(@keys), ", (?)[i] AS row_version", $(texts!(@one $body), " AS ", $body,)*
                " FROM generate_series(1, ?) AS i) AS k WHERE ", texts!(@same $owner),
                " AND t.row_version = k.row_version RETURNING 1"
            ),
        }
    };
    (@one $body:literal) => { ", (?)[i]" };
    (@keys) => { "(?)[i] AS owner, (?)[i] AS month, (?)[i] AS questionnaire_id, (?)[i] AS excluded" };
    (@same $owner:literal) => {
        concat!(
            "t.", $owner, " = k.owner AND t.month = k.month AND t.questionnaire_id = k.questionnaire_id ",
            "AND t.excluded = k.excluded"
        )
    };
    (@join $owner:literal) => {
        concat!("JOIN (SELECT ", texts!(@keys), " FROM generate_series(1, ?) AS i) AS k ON ", texts!(@same $owner))
    };
}

impl Level {
    /// The statement that writes [`Foreseen`](super::Foreseen) tallies; it answers a row for each.
    pub(crate) const fn update_foreseen(self) -> &'static str {
        self.texts().update_foreseen
    }

    const fn texts(self) -> Texts {
        match self {
            Self::Service => texts!("service_tallies", "service_id", "t.slices", "counts", "moments", "slices"),
            Self::Unit => texts!("unit_tallies", "unit_id", "NULL::bytea", "counts", "moments"),
        }
    }
}

/// Tallies, an array a column.
#[derive(Default)]
pub(crate) struct Columns {
    owner: Vec<i32>,
    month: Vec<i32>,
    questionnaire_id: Vec<i32>,
    excluded: Vec<bool>,
    /// The versions that the rows must still have; empty where they are locked.
    row_version: Vec<i64>,
    /// Counts, pair sums and, for services, slices; empty where only keys are named.
    bodies: Vec<Vec<Vec<u8>>>,
    /// How many keys they are.
    length: i32,
}

impl Columns {
    fn of_keys<'a>(keys: impl IntoIterator<Item = &'a TallyKey>) -> Self {
        let mut columns = Self::default();
        keys.into_iter().for_each(|key| columns.push_key(key));
        columns
    }

    fn with_bodies(level: Level) -> Self {
        Self { bodies: vec![Vec::new(); if level == Level::Service { 3 } else { 2 }], ..Self::default() }
    }

    fn push_key(&mut self, key: &TallyKey) {
        self.owner.push(key.owner);
        self.month.push(key.month);
        self.questionnaire_id.push(key.questionnaire_id);
        self.excluded.push(key.excluded);
        self.length += 1;
    }

    fn push(&mut self, key: &TallyKey, sums: &Sums) -> StoreResult<()> {
        self.push_key(key);
        let (counts, moments) = (sums.tally.counts.encode()?, sums.tally.moments.encode()?);
        match self.bodies.as_mut_slice() {
            [to_counts, to_moments, to_slices @ ..] => {
                to_counts.push(counts);
                to_moments.push(moments);
                if let [slices] = to_slices {
                    slices.push(sums.slices.encode()?);
                }
            }
            _ => return Err(StoreError::Damaged("a tally without columns".to_owned())),
        }
        Ok(())
    }

    /// How many tallies they are.
    pub(crate) const fn count(&self) -> i32 {
        self.length
    }

    /// Whose tallies they are.
    pub(crate) fn keys(&self) -> impl Iterator<Item = TallyKey> {
        let columns = self.owner.iter().zip(&self.month).zip(&self.questionnaire_id).zip(&self.excluded);
        columns.map(|(((owner, month), questionnaire_id), excluded)| TallyKey {
            owner: *owner,
            month: *month,
            questionnaire_id: *questionnaire_id,
            excluded: *excluded,
        })
    }

    /// The arrays of a statement, whose text has a `?` for each.
    pub(crate) fn bind<'b>(&'b self, sql: &'static str, out: &mut AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let mut parts = sql.split('?');
        let mut next = || parts.next().unwrap_or_default();
        out.push_sql(next());
        out.push_bind_param::<Array<Integer>, _>(&self.owner)?;
        out.push_sql(next());
        out.push_bind_param::<Array<Integer>, _>(&self.month)?;
        out.push_sql(next());
        out.push_bind_param::<Array<Integer>, _>(&self.questionnaire_id)?;
        out.push_sql(next());
        out.push_bind_param::<Array<Bool>, _>(&self.excluded)?;
        if !self.row_version.is_empty() {
            out.push_sql(next());
            out.push_bind_param::<Array<BigInt>, _>(&self.row_version)?;
        }
        for body in &self.bodies {
            out.push_sql(next());
            out.push_bind_param::<Array<Binary>, _>(body)?;
        }
        out.push_sql(next());
        out.push_bind_param::<Integer, _>(&self.length)?;
        out.push_sql(next());
        Ok(())
    }

    fn statement<R>(&self, sql: &'static str) -> Statement<'_, R> {
        Statement { sql, columns: self, row: PhantomData }
    }
}

/// A statement over arrays that answers rows of the SQL type `R`; diesel keeps it prepared by its text.
struct Statement<'a, R> {
    sql: &'static str,
    columns: &'a Columns,
    row: PhantomData<R>,
}

impl<R> QueryFragment<Pg> for Statement<'_, R> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.columns.bind(self.sql, &mut out)
    }
}

impl<R> QueryId for Statement<'_, R> {
    type QueryId = ();
    // The text is the id.
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<R> Query for Statement<'_, R> {
    type SqlType = R;
}

impl<R> RunQueryDsl<PgConnection> for Statement<'_, R> {}

type LockedRow = (Integer, Integer, Integer, Bool, BigInt);
type BodyRow = (Integer, Integer, Integer, Bool, BigInt, Binary, Binary, Nullable<Binary>);

pub(super) fn apply(
    conn: &mut PgConnection,
    level: Level,
    memory: &mut Memory,
    changes: Changes<'_>,
) -> StoreResult<()> {
    let mut rest = changes;
    while !rest.is_empty() {
        let later = rest.keys().nth(AT_ONCE).copied().map(|key| rest.split_off(&key)).unwrap_or_default();
        apply_chunk(conn, level, memory, &std::mem::replace(&mut rest, later))?;
    }
    Ok(())
}

fn apply_chunk(conn: &mut PgConnection, level: Level, memory: &mut Memory, changes: &Changes<'_>) -> StoreResult<()> {
    let texts = level.texts();
    let mut locked = lock(conn, &texts, &Columns::of_keys(changes.keys()))?;
    if locked.len() < changes.len() {
        // A missing row is made empty, so that it can be locked like the others, whoever made it.
        let there: BTreeSet<TallyKey> = locked.iter().map(|(key, _)| *key).collect();
        let mut missing = Columns::with_bodies(level);
        for (key, change) in changes.iter().filter(|(key, _)| !there.contains(key)) {
            missing.push(key, &Sums::empty(&change.version))?;
        }
        missing.statement::<()>(texts.insert).execute(conn)?;
        let keys: Vec<TallyKey> = changes.keys().filter(|key| !there.contains(key)).copied().collect();
        locked.extend(lock(conn, &texts, &Columns::of_keys(&keys))?);
    }
    remember(conn, &texts, memory, changes, &locked)?;
    let mut columns = Columns::with_bodies(level);
    for (key, change) in changes {
        let remembered = memory.get_mut(key).ok_or_else(|| vanished(key))?;
        remembered.sums.count(change);
        remembered.row_version += 1;
        columns.push(key, &remembered.sums)?;
    }
    columns.statement::<()>(texts.update).execute(conn)?;
    Ok(())
}

/// The tallies as they will be when the changes are counted into what is remembered, which must be all of them.
pub(super) fn foresee(level: Level, memory: &mut Memory, changes: &Changes<'_>) -> StoreResult<Columns> {
    let mut columns = Columns::with_bodies(level);
    for (key, change) in changes {
        let remembered = memory.get_mut(key).ok_or_else(|| vanished(key))?;
        columns.row_version.push(remembered.row_version);
        remembered.sums.count(change);
        remembered.row_version += 1;
        columns.push(key, &remembered.sums)?;
    }
    Ok(columns)
}

/// Locks the rows of these keys that are there; answers their versions.
fn lock(conn: &mut PgConnection, texts: &Texts, keys: &Columns) -> StoreResult<Vec<(TallyKey, i64)>> {
    let rows: Vec<(i32, i32, i32, bool, i64)> = keys.statement::<LockedRow>(texts.lock).load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(owner, month, questionnaire_id, excluded, row_version)| {
            (TallyKey { owner, month, questionnaire_id, excluded }, row_version)
        })
        .collect())
}

/// Reads those of the locked rows that are not remembered as they are now. A statement of its own, after the wait for the
/// lock, so that it sees what others wrote until then.
fn remember(
    conn: &mut PgConnection,
    texts: &Texts,
    memory: &mut Memory,
    changes: &Changes<'_>,
    locked: &[(TallyKey, i64)],
) -> StoreResult<()> {
    let is_known = |(key, row_version): &&(TallyKey, i64)| {
        memory.get(key).is_some_and(|remembered| remembered.row_version == *row_version)
    };
    let unknown: Vec<TallyKey> = locked.iter().filter(|row| !is_known(row)).map(|(key, _)| *key).collect();
    if unknown.is_empty() {
        return Ok(());
    }
    type Row = (i32, i32, i32, bool, i64, Vec<u8>, Vec<u8>, Option<Vec<u8>>);
    let rows: Vec<Row> = Columns::of_keys(&unknown).statement::<BodyRow>(texts.read).load(conn)?;
    for (owner, month, questionnaire_id, excluded, row_version, counts, moments, slices) in rows {
        let key = TallyKey { owner, month, questionnaire_id, excluded };
        let change = changes.get(&key).ok_or_else(|| vanished(&key))?;
        let sums = Sums::decode(&change.version, &counts, &moments, slices.as_deref())?;
        memory.insert(key, Remembered { row_version, sums });
    }
    Ok(())
}

fn vanished(key: &TallyKey) -> StoreError {
    StoreError::Damaged(format!("a tally vanished under its lock: {key:?}"))
}
