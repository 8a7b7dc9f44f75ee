//! A fresh database for each test.

use std::path::Path;

/// Which database a test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Database {
    Sqlite,
    Postgres,
    /// On a server whose commits survive its own crash, where `cargo xtask test` has started one.
    DurablePostgres,
}

impl Database {
    /// The address of a database that nobody used before.
    pub fn fresh(self, folder: &Path) -> String {
        match self {
            Self::Sqlite => store::testing::fresh_sqlite(folder),
            Self::Postgres => store::testing::create_postgres_database(&postgres().unwrap()).unwrap(),
            Self::DurablePostgres => {
                let server = address("TEST_POSTGRES_DURABLE").or_else(postgres).unwrap();
                store::testing::create_postgres_database(&server).unwrap()
            }
        }
    }
}

/// True when there is a PostgreSQL to test on; `REQUIRE_POSTGRES=1` insists.
#[expect(clippy::print_stderr, reason = "whoever runs the tests must see it")]
pub fn available() -> bool {
    if postgres().is_some() {
        return true;
    }
    assert!(
        std::env::var("REQUIRE_POSTGRES").as_deref() != Ok("1"),
        "REQUIRE_POSTGRES=1, but TEST_POSTGRES names no server"
    );
    eprintln!("NOT TESTED ON POSTGRESQL: set TEST_POSTGRES, or run `cargo xtask test`, which starts a server");
    false
}

fn postgres() -> Option<String> {
    address("TEST_POSTGRES")
}

fn address(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|url| !url.is_empty())
}
