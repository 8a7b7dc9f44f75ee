//! Counters of what happens on survey pages: gathered in memory, written every few seconds; a loss is allowed.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Tz;
use contract::survey::SurveyEvent;
use domain::period::day_of;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use store::Db;
use store::events::{EventKey, add_events};

/// How often the counters are written.
pub const FLUSH_EVERY: Duration = Duration::from_secs(2);

/// Counters not yet written.
#[derive(Default)]
pub struct EventCounters(Mutex<BTreeMap<EventKey, i64>>);

/// The number an event is stored as; never reused.
pub const fn event_number(event: SurveyEvent) -> i16 {
    match event {
        SurveyEvent::Opened => 1,
        SurveyEvent::Begun => 2,
        SurveyEvent::Left => 3,
        SurveyEvent::Finished => 4,
    }
}

/// Days since 1 January 1970.
pub fn day_number(day: NaiveDate) -> i32 {
    day.num_days_from_ce() - NaiveDate::default().num_days_from_ce()
}

impl EventCounters {
    /// Counts one event of a link.
    pub fn count(&self, link_id: i32, event: SurveyEvent, step: u8, now: DateTime<Utc>, zone: Tz) {
        let day = day_number(day_of(now, zone));
        let key = EventKey { link_id, day, kind: event_number(event), step: step.into() };
        *self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(key).or_insert(0) += 1;
    }

    /// Writes what has gathered.
    pub async fn flush(&self, db: &Db) {
        let batch = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        if !batch.is_empty()
            && let Err(error) = db.write(move |conn| add_events(conn, &batch)).await
        {
            tracing::warn!(error = %error, "counters of survey pages were lost");
        }
    }
}
