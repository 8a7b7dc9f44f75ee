//! Tallies in the database: counted in memory and written back under the lock, in key order.
//!
//! One row a service, month, questionnaire version and state holds the total and every slice; a second one holds the total of
//! the service's unit, from which the city is read. So an answer changes two rows, however many characteristics it is
//! counted by, and replicas that lock in key order, services before units, do not wait for each other in a circle.
//!
//! The writer remembers what it wrote. Whether that is still true is known on SQLite from `PRAGMA data_version`, on PostgreSQL
//! from the version that each row carries.

pub(crate) mod fill;
pub(crate) mod postgres;
mod sqlite;

use self::postgres::Columns;
use crate::connection::AnyConnection;
use crate::error::{StoreError, StoreResult};
use crate::questionnaires::Version;
use crate::schema::services;
use diesel::prelude::*;
use domain::tally::{Sign, SliceKey};
use domain::{Counts, Moments, Slices, Tally};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// Which tally: ordered, as locks are taken in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TallyKey {
    /// The service, or the unit.
    pub owner: i32,
    pub month: i32,
    pub questionnaire_id: i32,
    pub excluded: bool,
}

/// Whose tallies a row holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    /// `service_tallies`, with slices.
    Service,
    /// `unit_tallies`, without.
    Unit,
}

/// The total and the slices of one key; a unit's has no slices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sums {
    pub tally: Tally,
    pub slices: Slices,
}

impl Sums {
    pub(crate) fn empty(version: &Version) -> Self {
        Self { tally: Tally::empty(&version.layout), slices: Slices::default() }
    }

    pub(crate) fn decode(version: &Version, counts: &[u8], moments: &[u8], slices: Option<&[u8]>) -> StoreResult<Self> {
        let layout = &version.layout;
        let tally = Tally { counts: Counts::decode(layout, counts)?, moments: Moments::decode(layout, moments)? };
        let slices = slices.map(|slices| Slices::decode(layout, slices)).transpose()?.unwrap_or_default();
        Ok(Self { tally, slices })
    }

    fn count(&mut self, change: &Change<'_>) {
        let layout = &change.version.layout;
        for counted in &change.counted {
            self.tally.count(layout, counted.answers, counted.sign);
            self.slices.count(layout, &counted.slices, counted.answers, counted.sign);
        }
        if change.counted.iter().any(|counted| counted.sign == Sign::Subtract) {
            self.slices.drop_empty();
        }
    }
}

/// One response, counted in or out.
struct Counted<'a> {
    slices: Vec<SliceKey>,
    answers: &'a [u8],
    sign: Sign,
}

/// What happens to one tally.
struct Change<'a> {
    version: Arc<Version>,
    counted: Vec<Counted<'a>>,
}

type Changes<'a> = BTreeMap<TallyKey, Change<'a>>;

/// Changes of tallies, gathered before any row is touched. The keys' owners are services.
#[derive(Default)]
pub(crate) struct Deltas<'a>(Changes<'a>);

impl<'a> Deltas<'a> {
    /// Counts one response in or out.
    pub(crate) fn count(
        &mut self,
        key: TallyKey,
        version: &Arc<Version>,
        slices: Vec<SliceKey>,
        answers: &'a [u8],
        sign: Sign,
    ) {
        change(&mut self.0, key, version).counted.push(Counted { slices, answers, sign });
    }

    /// Counts the changes into the stored tallies of services and units.
    ///
    /// # Errors
    /// When the database fails, or a tally would fall below zero: then nothing of the transaction may stay, and the cache
    /// must be cleared.
    pub(crate) fn apply(self, conn: &mut AnyConnection, cache: &mut TallyCache) -> StoreResult<()> {
        if self.0.is_empty() {
            return Ok(());
        }
        cache.make_room();
        cache.learn_units(conn, self.0.keys().map(|key| key.owner))?;
        let units = self.of_units(cache).ok_or(StoreError::NotFound("service"))?;
        match conn {
            AnyConnection::Sqlite(conn) => {
                cache.forget_if_others_wrote(conn)?;
                sqlite::apply(conn, Level::Service, &mut cache.of_services, self.0)?;
                sqlite::apply(conn, Level::Unit, &mut cache.of_units, units)
            }
            AnyConnection::Postgres(conn) => {
                postgres::apply(conn, Level::Service, &mut cache.of_services, self.0)?;
                postgres::apply(conn, Level::Unit, &mut cache.of_units, units)
            }
        }
    }

    /// Counts the changes into what the cache remembers, for a statement that writes them where the cache is right. `None`
    /// when it does not remember all of them.
    ///
    /// Where the statement does not hold, the cache must [`TallyCache::forget`] these keys.
    ///
    /// # Errors
    /// When a tally would fall below zero.
    pub(crate) fn foresee(&self, cache: &mut TallyCache) -> StoreResult<Option<Foreseen>> {
        let Some(units) = self.of_units(cache) else { return Ok(None) };
        let known = self.0.keys().all(|key| cache.of_services.contains_key(key))
            && units.keys().all(|key| cache.of_units.contains_key(key));
        if !known {
            return Ok(None);
        }
        let services = postgres::foresee(Level::Service, &mut cache.of_services, &self.0)?;
        let units = postgres::foresee(Level::Unit, &mut cache.of_units, &units)?;
        let (service_count, unit_count) = (services.count(), units.count());
        Ok(Some(Foreseen { services, service_count, units, unit_count }))
    }

    /// The same changes of the units' tallies; `None` when the unit of a service is not known.
    fn of_units(&self, cache: &TallyCache) -> Option<Changes<'a>> {
        let mut units = Changes::new();
        for (key, of_service) in &self.0 {
            let unit = cache.units.get(&key.owner).copied()?;
            let of_unit = change(&mut units, TallyKey { owner: unit, ..*key }, &of_service.version);
            let totals = of_service.counted.iter();
            of_unit.counted.extend(totals.map(|c| Counted { slices: Vec::new(), answers: c.answers, sign: c.sign }));
        }
        Some(units)
    }
}

/// The tallies as they will be, with the versions they must still have.
pub(crate) struct Foreseen {
    pub services: Columns,
    pub service_count: i32,
    pub units: Columns,
    pub unit_count: i32,
}

fn change<'c, 'a>(changes: &'c mut Changes<'a>, key: TallyKey, version: &Arc<Version>) -> &'c mut Change<'a> {
    changes.entry(key).or_insert_with(|| Change { version: Arc::clone(version), counted: Vec::new() })
}

/// A tally as it was last written or read.
struct Remembered {
    row_version: i64,
    sums: Sums,
}

type Memory = HashMap<TallyKey, Remembered>;

/// What the writer last wrote.
#[derive(Default)]
pub(crate) struct TallyCache {
    /// On SQLite: it changes when another connection writes.
    data_version: i64,
    of_services: Memory,
    of_units: Memory,
    /// The unit of each service; a service never moves.
    units: HashMap<i32, i32>,
}

/// Beyond this many tallies the cache starts afresh: about 100 MB.
const CACHE_LIMIT: usize = 20_000;

impl TallyCache {
    pub(crate) fn clear(&mut self) {
        self.of_services.clear();
        self.of_units.clear();
    }

    /// Forgets the tallies that were foreseen and did not come true.
    pub(crate) fn forget(&mut self, foreseen: &Foreseen) {
        for key in foreseen.services.keys() {
            self.of_services.remove(&key);
        }
        for key in foreseen.units.keys() {
            self.of_units.remove(&key);
        }
    }

    fn make_room(&mut self) {
        if self.of_services.len() > CACHE_LIMIT {
            self.clear();
        }
    }

    fn learn_units(&mut self, conn: &mut AnyConnection, services: impl Iterator<Item = i32>) -> StoreResult<()> {
        let unknown: BTreeSet<i32> = services.filter(|service| !self.units.contains_key(service)).collect();
        if unknown.is_empty() {
            return Ok(());
        }
        let rows: Vec<(i32, i32)> = services::table
            .filter(services::id.eq_any(unknown))
            .select((services::id, services::unit_id))
            .load(conn)?;
        self.units.extend(rows);
        Ok(())
    }

    fn forget_if_others_wrote(&mut self, conn: &mut SqliteConnection) -> StoreResult<()> {
        let data_version = sqlite::data_version(conn)?;
        if self.data_version != data_version {
            self.clear();
            self.data_version = data_version;
        }
        Ok(())
    }
}
