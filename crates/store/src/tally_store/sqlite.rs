//! Row by row, with prepared statements.

use super::{Change, Changes, Level, Memory, Remembered, Sums, TallyKey};
use crate::error::StoreResult;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::{BigInt, Binary, Bool, Integer, Nullable};
use diesel::sqlite::Sqlite;

impl Level {
    const fn read(self) -> &'static str {
        match self {
            Self::Service => {
                "SELECT row_version, counts, moments, slices FROM service_tallies WHERE service_id = ? AND month = ? \
                 AND questionnaire_id = ? AND excluded = ?"
            }
            Self::Unit => {
                "SELECT row_version, counts, moments, NULL FROM unit_tallies WHERE unit_id = ? AND month = ? \
                 AND questionnaire_id = ? AND excluded = ?"
            }
        }
    }

    const fn write(self) -> &'static str {
        match self {
            Self::Service => {
                "INSERT INTO service_tallies (service_id, month, questionnaire_id, excluded, row_version, counts, moments, \
                 slices) VALUES (?, ?, ?, ?, 1, ?, ?, ?) ON CONFLICT DO UPDATE SET row_version = row_version + 1, \
                 counts = excluded.counts, moments = excluded.moments, slices = excluded.slices"
            }
            Self::Unit => {
                "INSERT INTO unit_tallies (unit_id, month, questionnaire_id, excluded, row_version, counts, moments) \
                 VALUES (?, ?, ?, ?, 1, ?, ?) ON CONFLICT DO UPDATE SET row_version = row_version + 1, \
                 counts = excluded.counts, moments = excluded.moments"
            }
        }
    }
}

/// A statement with `?` for each value, which diesel keeps prepared.
struct Statement<'a> {
    sql: &'static str,
    key: &'a TallyKey,
    values: &'a [Vec<u8>],
}

impl QueryFragment<Sqlite> for Statement<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        let mut parts = self.sql.split('?');
        let mut next = || parts.next().unwrap_or_default();
        out.push_sql(next());
        out.push_bind_param::<Integer, _>(&self.key.owner)?;
        out.push_sql(next());
        out.push_bind_param::<Integer, _>(&self.key.month)?;
        out.push_sql(next());
        out.push_bind_param::<Integer, _>(&self.key.questionnaire_id)?;
        out.push_sql(next());
        out.push_bind_param::<Bool, _>(&self.key.excluded)?;
        for value in self.values {
            out.push_sql(next());
            out.push_bind_param::<Binary, _>(value)?;
        }
        out.push_sql(next());
        Ok(())
    }
}

impl QueryId for Statement<'_> {
    type QueryId = ();
    // The text is the id.
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl Query for Statement<'_> {
    type SqlType = (BigInt, Binary, Binary, Nullable<Binary>);
}

impl RunQueryDsl<SqliteConnection> for Statement<'_> {}

#[derive(QueryableByName)]
struct DataVersion {
    #[diesel(sql_type = BigInt)]
    data_version: i64,
}

pub(super) fn data_version(conn: &mut SqliteConnection) -> StoreResult<i64> {
    let row: DataVersion = diesel::sql_query("PRAGMA data_version").get_result(conn)?;
    Ok(row.data_version)
}

pub(super) fn apply(
    conn: &mut SqliteConnection,
    level: Level,
    memory: &mut Memory,
    changes: Changes<'_>,
) -> StoreResult<()> {
    for (key, change) in changes {
        let remembered = match memory.entry(key) {
            std::collections::hash_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::hash_map::Entry::Vacant(entry) => entry.insert(read(conn, level, &key, &change)?),
        };
        remembered.sums.count(&change);
        write(conn, level, &key, &remembered.sums)?;
    }
    Ok(())
}

type Row = (i64, Vec<u8>, Vec<u8>, Option<Vec<u8>>);

fn read(conn: &mut SqliteConnection, level: Level, key: &TallyKey, change: &Change<'_>) -> StoreResult<Remembered> {
    let row: Option<Row> = Statement { sql: level.read(), key, values: &[] }.get_result(conn).optional()?;
    Ok(match row {
        Some((row_version, counts, moments, slices)) => {
            let sums = Sums::decode(&change.version, &counts, &moments, slices.as_deref())?;
            Remembered { row_version, sums }
        }
        None => Remembered { row_version: 0, sums: Sums::empty(&change.version) },
    })
}

fn write(conn: &mut SqliteConnection, level: Level, key: &TallyKey, sums: &Sums) -> StoreResult<()> {
    let mut values = vec![sums.tally.counts.encode()?, sums.tally.moments.encode()?];
    if level == Level::Service {
        values.push(sums.slices.encode()?);
    }
    Statement { sql: level.write(), key, values: &values }.execute(conn)?;
    Ok(())
}
