//! Tallies in the database: read, merged in memory and written back under the lock, in key order.
//!
//! One row a service, month, questionnaire version and state holds the total; a second one holds every slice. So a response
//! changes two rows, however many characteristics it is counted by, and replicas that lock in key order cannot deadlock.
//!
//! On SQLite the writer remembers what it wrote: `PRAGMA data_version` tells when another process wrote meanwhile.

mod postgres;
mod sqlite;

use crate::connection::AnyConnection;
use crate::error::StoreResult;
use crate::questionnaires::Version;
use domain::tally::{Sign, SliceKey};
use domain::{Counts, Moments, Slices, Tally};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Which tally: ordered, as locks are taken in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TallyKey {
    pub service_id: i32,
    pub month: i32,
    pub questionnaire_id: i32,
    pub excluded: bool,
}

/// The total and the slices of one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sums {
    pub tally: Tally,
    pub slices: Slices,
}

impl Sums {
    pub(crate) fn empty(version: &Version) -> Self {
        Self { tally: Tally::empty(&version.layout), slices: Slices::default() }
    }

    pub(crate) fn merge(&mut self, other: &Self) {
        self.tally.merge(&other.tally);
        self.slices.merge(&other.slices);
    }

    pub(crate) fn decode(version: &Version, counts: &[u8], moments: &[u8], slices: &[u8]) -> StoreResult<Self> {
        let layout = &version.layout;
        let tally = Tally { counts: Counts::decode(layout, counts)?, moments: Moments::decode(layout, moments)? };
        Ok(Self { tally, slices: Slices::decode(layout, slices)? })
    }
}

/// Changes of tallies, folded in memory before any row is touched.
#[derive(Default)]
pub(crate) struct Deltas(BTreeMap<TallyKey, (Arc<Version>, Sums)>);

impl Deltas {
    /// Counts one response in or out.
    pub(crate) fn count(
        &mut self,
        key: TallyKey,
        version: &Arc<Version>,
        slices: &[SliceKey],
        answers: &[u8],
        sign: Sign,
    ) {
        let (_, sums) = self.0.entry(key).or_insert_with(|| (Arc::clone(version), Sums::empty(version)));
        sums.tally.count(&version.layout, answers, sign);
        sums.slices.count(&version.layout, slices, answers, sign);
    }

    /// Merges the changes into the stored tallies.
    ///
    /// # Errors
    /// When the database fails, or a tally would fall below zero: then nothing of the transaction may stay.
    pub(crate) fn apply(self, conn: &mut AnyConnection, cache: &mut TallyCache) -> StoreResult<()> {
        if self.0.is_empty() {
            return Ok(());
        }
        match conn {
            AnyConnection::Sqlite(conn) => sqlite::apply(conn, self.0, cache),
            AnyConnection::Postgres(conn) => postgres::apply(conn, self.0),
        }
    }
}

/// What the writer last wrote, on SQLite only.
#[derive(Default)]
pub(crate) struct TallyCache {
    data_version: i64,
    sums: HashMap<TallyKey, Sums>,
}

/// Beyond this many keys the cache starts afresh: about 100 MB.
const CACHE_LIMIT: usize = 20_000;

impl TallyCache {
    pub(crate) fn clear(&mut self) {
        self.sums.clear();
    }
}
