//! What every request can use. The database is reached through a guard alone.

use super::password::Passwords;
use super::throttle::LoginThrottle;
use super::token::Tokens;
use crate::clock::Clock;
use crate::config::Config;
use crate::heavy::HeavyWork;
use crate::reports::city_past::CityPast;
use crate::reports::pages::DrawnPages;
use crate::surveys::cache::Surveys;
use crate::surveys::devices::DeviceCounters;
use crate::surveys::events::EventCounters;
use crate::surveys::limits::SurveyLimits;
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use store::Db;

/// The server's state, shared by all workers.
pub struct AppState {
    pub(super) db: Db,
    /// The configuration.
    pub config: Config,
    /// The time.
    pub clock: Clock,
    /// Makes and checks access tokens.
    pub tokens: Tokens,
    /// Makes and checks password hashes.
    pub passwords: Passwords,
    /// Slows the guessing of passwords.
    pub throttle: LoginThrottle,
    /// Survey links read lately.
    pub surveys: Surveys,
    /// Limits of submitting.
    pub limits: SurveyLimits,
    /// Limits of reporting events, apart, so that they never cost an answer.
    pub event_limits: SurveyLimits,
    /// Counters of survey pages.
    pub events: EventCounters,
    /// Counters of answers by device.
    pub devices: DeviceCounters,
    /// Bounds what takes seconds and hundreds of megabytes: decoding pictures, rendering documents.
    pub heavy: HeavyWork,
    /// Pages of reports drawn lately.
    pub drawn_pages: DrawnPages,
    /// Trend and follow-up of the city's public page, read lately.
    pub city_past: Arc<CityPast>,
    key_uses: Mutex<HashMap<i32, DateTime<Utc>>>,
}

impl AppState {
    /// The state of one server.
    pub fn new(db: Db, config: Config, clock: Clock) -> Self {
        Self {
            tokens: Tokens::new(&config.secret),
            passwords: Passwords::default(),
            throttle: LoginThrottle::new(config.rate_limit),
            surveys: Surveys::default(),
            limits: SurveyLimits::of_answers(config.rate_limit),
            event_limits: SurveyLimits::of_events(config.rate_limit),
            events: EventCounters::default(),
            devices: DeviceCounters::new(&config.secret),
            heavy: HeavyWork::default(),
            drawn_pages: DrawnPages::default(),
            city_past: Arc::default(),
            key_uses: Mutex::default(),
            db,
            config,
            clock,
        }
    }

    /// The database, for work in the background that no request asks for.
    pub(crate) const fn background_db(&self) -> &Db {
        &self.db
    }

    /// Writes the counters that have gathered, and deletes what is kept for a time only.
    pub async fn flush_counters(&self) {
        self.events.flush(&self.db).await;
        self.devices.flush(&self.db).await;
        self.devices.forget_old(&self.db, self.clock.now()).await;
    }

    /// True at most once a minute for each key: then its use is worth writing down.
    pub(super) fn key_use_is_news(&self, id: i32, now: DateTime<Utc>) -> bool {
        let mut uses = self.key_uses.lock().unwrap_or_else(PoisonError::into_inner);
        let news = uses.get(&id).is_none_or(|last| now - *last >= TimeDelta::minutes(1));
        if news {
            uses.insert(id, now);
        }
        news
    }
}
