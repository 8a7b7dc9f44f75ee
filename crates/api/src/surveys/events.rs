//! Counters of what happens on survey pages: gathered in memory, written every few seconds; a loss is allowed.

use super::Survey;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Tz;
use contract::survey::{SurveyEvent, Usage};
use domain::period::day_of;
use domain::usage::{Counter, MOST_ITEM_SECONDS};
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

/// Days since 1 January 1970.
pub fn day_number(day: NaiveDate) -> i32 {
    day.num_days_from_ce() - NaiveDate::default().num_days_from_ce()
}

impl EventCounters {
    /// Counts one event of a link. Who returns takes the leaving back, on the day of the return: sums of both days are right.
    pub fn count(&self, link_id: i32, event: SurveyEvent, step: u8, now: DateTime<Utc>, zone: Tz) {
        let (counter, times) = match event {
            SurveyEvent::Opened => (Counter::Opened, 1),
            SurveyEvent::Begun => (Counter::Begun, 1),
            SurveyEvent::Left => (Counter::Left(step), 1),
            SurveyEvent::Returned => (Counter::Left(step), -1),
            SurveyEvent::Finished => (Counter::Finished, 1),
        };
        self.add(link_id, day_number(day_of(now, zone)), [(counter, times)]);
    }

    /// Counts how one response was filled in, on the day it was given. What cannot be is cut to what can; an item that
    /// the link does not ask is left out.
    pub fn count_usage(&self, survey: &Survey, usage: &Usage, answered_at: DateTime<Utc>) {
        let questionnaire = &survey.version.questionnaire;
        let place = |code: &str| u8::try_from(questionnaire.item_position(code)? + 1).ok();
        let items = usage.seconds.iter().filter_map(|(code, seconds)| Some((place(code)?, *seconds)));
        let of_items = items.flat_map(|(place, seconds)| {
            let seconds = seconds.clamp(0, MOST_ITEM_SECONDS);
            [(Counter::ItemSeconds(place), seconds), (Counter::ItemAnswers(place), 1)]
        });
        let once = [
            usage.device.map(Counter::Device),
            usage.language.map(Counter::Language),
            usage.total_seconds.map(Counter::Total),
        ];
        let counters = once.into_iter().flatten().map(|counter| (counter, 1)).chain(of_items);
        self.add(survey.link.id, day_number(day_of(answered_at, survey.zone)), counters);
    }

    fn add(&self, link_id: i32, day: i32, counters: impl IntoIterator<Item = (Counter, i64)>) {
        let mut gathered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for (counter, count) in counters {
            let (kind, step) = counter.key();
            *gathered.entry(EventKey { link_id, day, kind, step }).or_insert(0) += count;
        }
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
