//! A fresh database for each test, and responses to put into it.

use chrono::{DateTime, TimeDelta, Utc};
use domain::response::TimeSlot;
use domain::{Channel, Month};
use std::sync::Arc;
use store::testing::{Seeded, create_postgres_database, fresh_sqlite, seed};
use store::verify::{Verification, verify};
use store::{Db, DbOptions, NewResponse, Version, content_hash};
use tempfile::TempDir;
use uuid::Uuid;

/// A database with a unit of three services.
pub(crate) struct TestDb {
    pub(crate) db: Db,
    pub(crate) url: String,
    pub(crate) seeded: Seeded,
    _folder: TempDir,
}

impl TestDb {
    fn open(url: String, folder: TempDir) -> Self {
        let db = Db::open(&DbOptions::new(url.clone())).unwrap();
        let seeded = db.write_blocking(|conn| seed(conn, 3)).unwrap();
        Self { db, url, seeded, _folder: folder }
    }

    pub(crate) fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self::open(fresh_sqlite(folder.path()), folder)
    }

    /// `None` without a server, which only a run outside of `cargo xtask test` may be.
    #[expect(clippy::print_stdout, reason = "a test that did not run must say so")]
    pub(crate) fn postgres() -> Option<Self> {
        let Ok(base) = std::env::var("TEST_POSTGRES") else {
            assert!(std::env::var("REQUIRE_POSTGRES").is_err(), "TEST_POSTGRES must name a PostgreSQL server");
            println!("NOT RUN on PostgreSQL: TEST_POSTGRES is not set (cargo xtask test sets it)");
            return None;
        };
        Some(Self::open(create_postgres_database(&base).unwrap(), tempfile::tempdir().unwrap()))
    }

    pub(crate) fn version(&self) -> Arc<Version> {
        self.db.versions().find("skm-2017", None).unwrap()
    }

    /// A response with these answers, by the unit's link, about its first service.
    pub(crate) fn response(&self, answers: [u8; 9]) -> NewResponse {
        NewResponse {
            id: Uuid::now_v7(),
            content_hash: content_hash(&answers),
            link_id: Some(self.seeded.link_id),
            batch_id: None,
            unit_id: self.seeded.unit_id,
            service_id: self.seeded.service_ids[0],
            version: self.version(),
            month: "2026-09".parse().unwrap(),
            channel: Channel::SelfFilled,
            time_slot: TimeSlot::Morning,
            consented: false,
            answers: answers.to_vec(),
            profile: vec![1, 3, 0, 2],
            comment: None,
            actor: None,
            answered_at: moment(),
            received_at: moment() + TimeDelta::seconds(2),
        }
    }

    pub(crate) fn verify(&self) -> Verification {
        let versions = Arc::clone(self.db.versions());
        self.db.read_blocking(|conn| verify(conn, &versions)).unwrap()
    }

    /// Responses that count, over all services and months.
    pub(crate) fn counted(&self) -> i64 {
        self.sum(false)
    }

    /// Responses that are excluded.
    pub(crate) fn excluded(&self) -> i64 {
        self.sum(true)
    }

    fn sum(&self, excluded: bool) -> i64 {
        let versions = Arc::clone(self.db.versions());
        let selection = store::tallies::Selection {
            services: self.seeded.service_ids.clone(),
            from: Month::from_number(0),
            to: Month::from_number(99_999),
        };
        let sums =
            self.db.read_blocking(|conn| store::tallies::sum_totals(conn, &versions, &selection, |_, _| ())).unwrap();
        sums.iter().filter(|(key, _)| key.excluded == excluded).map(|(_, sum)| sum.sum.counts.n).sum()
    }
}

pub(crate) fn moment() -> DateTime<Utc> {
    "2026-09-15T02:30:00Z".parse().unwrap()
}

/// The same work on both databases' handles at the same time.
pub(crate) fn at_once<T: Send>(dbs: [&Db; 2], work: impl Fn(&Db) -> T + Sync) -> Vec<T> {
    std::thread::scope(|scope| {
        let running = dbs.map(|db| scope.spawn(|| work(db)));
        running.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

/// One test on each database.
macro_rules! on_both {
    ($($name:ident)*) => {
        mod sqlite {
            $(#[test] fn $name() { super::$name(&$crate::support::TestDb::sqlite()); })*
        }
        mod postgres {
            $(#[test] fn $name() {
                if let Some(db) = $crate::support::TestDb::postgres() { super::$name(&db); }
            })*
        }
    };
}
pub(crate) use on_both;
