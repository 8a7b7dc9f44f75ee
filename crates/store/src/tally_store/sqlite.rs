//! Row by row, with prepared statements.

use super::{CACHE_LIMIT, Sums, TallyCache, TallyKey};
use crate::error::StoreResult;
use crate::questionnaires::Version;
use crate::schema::{tallies, tally_slices};
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use std::collections::BTreeMap;
use std::sync::Arc;

#[derive(QueryableByName)]
struct DataVersion {
    #[diesel(sql_type = BigInt)]
    data_version: i64,
}

pub(super) fn apply(
    conn: &mut SqliteConnection,
    deltas: BTreeMap<TallyKey, (Arc<Version>, Sums)>,
    cache: &mut TallyCache,
) -> StoreResult<()> {
    let DataVersion { data_version } = diesel::sql_query("PRAGMA data_version").get_result(conn)?;
    if cache.data_version != data_version || cache.sums.len() > CACHE_LIMIT {
        cache.clear();
        cache.data_version = data_version;
    }
    for (key, (version, delta)) in deltas {
        let known = cache.sums.remove(&key);
        let sums = match known {
            Some(sums) => Some(sums),
            None => read(conn, key, &version)?,
        };
        let sums = match sums {
            Some(mut sums) => {
                sums.merge(&delta);
                update(conn, key, &sums)?;
                sums
            }
            None => {
                insert(conn, key, &delta)?;
                delta
            }
        };
        cache.sums.insert(key, sums);
    }
    Ok(())
}

fn read(conn: &mut SqliteConnection, key: TallyKey, version: &Version) -> StoreResult<Option<Sums>> {
    let id = (key.service_id, key.month, key.questionnaire_id, key.excluded);
    let row: Option<(Vec<u8>, Vec<u8>)> =
        tallies::table.find(id).select((tallies::counts, tallies::moments)).first(conn).optional()?;
    let Some((counts, moments)) = row else { return Ok(None) };
    let slices: Vec<u8> = tally_slices::table.find(id).select(tally_slices::slices).first(conn)?;
    Sums::decode(version, &counts, &moments, &slices).map(Some)
}

fn update(conn: &mut SqliteConnection, key: TallyKey, sums: &Sums) -> StoreResult<()> {
    let id = (key.service_id, key.month, key.questionnaire_id, key.excluded);
    diesel::update(tallies::table.find(id))
        .set((tallies::counts.eq(sums.tally.counts.encode()?), tallies::moments.eq(sums.tally.moments.encode()?)))
        .execute(conn)?;
    diesel::update(tally_slices::table.find(id)).set(tally_slices::slices.eq(sums.slices.encode()?)).execute(conn)?;
    Ok(())
}

fn insert(conn: &mut SqliteConnection, key: TallyKey, sums: &Sums) -> StoreResult<()> {
    diesel::insert_into(tallies::table)
        .values((
            tallies::service_id.eq(key.service_id),
            tallies::month.eq(key.month),
            tallies::questionnaire_id.eq(key.questionnaire_id),
            tallies::excluded.eq(key.excluded),
            tallies::counts.eq(sums.tally.counts.encode()?),
            tallies::moments.eq(sums.tally.moments.encode()?),
        ))
        .execute(conn)?;
    diesel::insert_into(tally_slices::table)
        .values((
            tally_slices::service_id.eq(key.service_id),
            tally_slices::month.eq(key.month),
            tally_slices::questionnaire_id.eq(key.questionnaire_id),
            tally_slices::excluded.eq(key.excluded),
            tally_slices::slices.eq(sums.slices.encode()?),
        ))
        .execute(conn)?;
    Ok(())
}
