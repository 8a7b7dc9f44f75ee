//! What happened on the survey pages of the demonstration: invented around its answers, one day a month for each link.

use crate::surveys::events::day_number;
use domain::usage::{Counter, Counts, DeviceClass, SurveyLanguage};
use std::collections::BTreeMap;
use store::NewResponse;
use store::events::EventKey;

/// Counters by link and day.
#[derive(Default)]
pub(super) struct Pages(BTreeMap<(i32, i32), Counts>);

impl Pages {
    /// Counts the page that an answer came from, and now and then one that was opened or begun in vain.
    pub(super) fn count(&mut self, response: &NewResponse) {
        let Some(link) = response.link_id else { return };
        let day = day_number(response.month.first_day());
        let counts = self.0.entry((link, day)).or_default();
        let mut add = |counter: Counter, by: i64| *counts.entry(counter.key()).or_insert(0) += by;
        // The last bytes of the id are as good as dice.
        let [.., a, b, c, d] = *response.id.as_bytes();
        let items = response.version.questionnaire.items.len();
        for counter in [Counter::Opened, Counter::Begun, Counter::Finished] {
            add(counter, 1);
        }
        if a < 46 {
            add(Counter::Opened, 1);
        }
        if b < 30 {
            // Most of those who leave do so early, or where they are asked about themselves.
            let last = items + 1;
            let step = if b < 8 { last } else { 1 + usize::from(b) * usize::from(c) * items / (30 * 256) };
            add(Counter::Opened, 1);
            add(Counter::Begun, 1);
            add(Counter::Left(u8::try_from(step).unwrap_or(u8::MAX)), 1);
        }
        add(Counter::Device(if c < 226 { DeviceClass::Phone } else { DeviceClass::Desktop }), 1);
        add(Counter::Language(if d < 250 { SurveyLanguage::Id } else { SurveyLanguage::En }), 1);
        let mut total = 12 + i64::from(d) / 16;
        for place in 1..=items {
            let seconds = 2 + (i64::from(a) + i64::try_from(place * 37).unwrap_or(0)) % 5;
            let place = u8::try_from(place).unwrap_or(u8::MAX);
            add(Counter::ItemSeconds(place), seconds);
            add(Counter::ItemAnswers(place), 1);
            total += seconds;
        }
        add(Counter::Total(total), 1);
    }

    /// As the store takes them.
    pub(super) fn events(&self) -> BTreeMap<EventKey, i64> {
        let of_day = |(&(link_id, day), counts): (&(i32, i32), &Counts)| {
            let key = move |(kind, step)| EventKey { link_id, day, kind, step };
            counts.iter().map(move |(of, count)| (key(*of), *count)).collect::<Vec<_>>()
        };
        self.0.iter().flat_map(of_day).collect()
    }
}
