//! The real server for one test: a free port, a fresh database, a clock that stands.

mod client;
mod database;

pub use client::{Client, Reply};
pub use database::{Database, available};

use actix_web::dev::ServerHandle;
use api::access::AppState;
use api::clock::Clock;
use api::config::Config;
use api::server::{ServerOptions, build};
use chrono::{DateTime, Utc};
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::mpsc;
use std::thread::JoinHandle;
use store::{Db, DbOptions};
use tempfile::TempDir;

/// The first administrator's password in every test.
pub const ADMIN_PASSWORD: &str = "a long test password";

/// One server with its database.
pub struct TestApp {
    /// Where it listens.
    pub base: String,
    /// Its clock.
    pub clock: Clock,
    /// Its database, to prepare and to look behind the API.
    pub db: Db,
    server: ServerHandle,
    thread: Option<JoinHandle<()>>,
    _folder: TempDir,
}

impl TestApp {
    /// Starts a server without rate limits.
    pub fn start(database: Database) -> Self {
        Self::start_with(database, &[("SUMBERDAYA_RATE_LIMIT", "off")])
    }

    /// Starts a server with these variables.
    pub fn start_with(database: Database, variables: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut values: BTreeMap<String, String> = BTreeMap::new();
        values.insert("SUMBERDAYA_SECRET".to_owned(), "the secret of every test, long enough".to_owned());
        values.insert("SUMBERDAYA_ADMIN_PASSWORD".to_owned(), ADMIN_PASSWORD.to_owned());
        values.insert("DATABASE_URL".to_owned(), database.fresh(folder.path()));
        values.extend(variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let config = Config::read(&values).unwrap();
        let clock = Clock::fixed("2026-08-12T02:00:00Z".parse::<DateTime<Utc>>().unwrap());
        let db = Db::open(&DbOptions::new(&config.database_url)).unwrap();
        api::first_start::ensure_city(&db, store::city::DEFAULT_TIME_ZONE, "Kota Uji", &clock).unwrap();
        api::first_start::ensure_administrator(&db, &config, &clock).unwrap();
        let state = AppState::new(db.clone(), config, clock.clone());
        let (sender, started) = mpsc::channel();
        let thread = std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let options = ServerOptions { workers: 1, signals: false };
                let (server, address) = build("127.0.0.1:0".parse().unwrap(), state, options).unwrap();
                sender.send((server.handle(), address)).unwrap();
                server.await.unwrap();
            });
        });
        let (server, address) = started.recv().unwrap();
        Self { base: format!("http://{address}"), clock, db, server, thread: Some(thread), _folder: folder }
    }

    /// Lets 2026-TW3 end, so that its reports may be submitted; who was signed in signs in again. Answers that
    /// [`crate::city::submit`] sends from now on are still of it, as those of a device that waited.
    pub fn end_quarter(&self) {
        let end: DateTime<Utc> = "2026-10-02T02:00:00Z".parse().unwrap();
        if self.clock.now() < end {
            self.clock.advance(end - self.clock.now());
        }
    }

    /// A client without a token.
    pub fn client(&self) -> Client {
        Client::new(&self.base)
    }

    /// A client of the first administrator.
    pub fn admin(&self) -> Client {
        self.sign_in("admin", ADMIN_PASSWORD)
    }

    /// A client of a user.
    pub fn sign_in(&self, username: &str, password: &str) -> Client {
        let reply = self.client().post("/api/v1/auth/login", json!({"username": username, "password": password}));
        assert_eq!(reply.status, 200, "{}", reply.text);
        self.client().with_token(reply.json["access_token"].as_str().unwrap())
    }

    /// A new operator of a unit, signed in; the password is `the password of` and the username.
    pub fn operator(&self, username: &str, unit: &str) -> Client {
        let password = format!("the password of {username}");
        let body =
            json!({"username": username, "name": username, "role": "operator", "unit": unit, "password": password});
        let reply = self.admin().post("/api/v1/users", body);
        assert_eq!(reply.status, 201, "{}", reply.text);
        self.sign_in(username, &password)
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        // The command is sent at once; the thread's end is the answer.
        drop(self.server.stop(false));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Declares each test twice: `name::sqlite` and `name::postgres`.
macro_rules! on_both {
    ($($(#[doc = $doc:literal])* fn $name:ident($app:ident: TestApp) $body:block)*) => {$(
        mod $name {
            use super::*;
            fn case($app: TestApp) $body

            #[test]
            fn sqlite() {
                case(TestApp::start($crate::support::Database::Sqlite));
            }

            #[test]
            fn postgres() {
                if $crate::support::available() {
                    case(TestApp::start($crate::support::Database::Postgres));
                }
            }
        }
    )*};
}
pub(crate) use on_both;
