//! What is counted of survey pages, per link and day: plain numbers, nothing about a respondent.
//!
//! A counter is stored under a kind and a step; the numbers are never reused.
//!
//! | kind | counts | step |
//! |---|---|---|
//! | 1 | the page was opened | 0 |
//! | 2 | the first answer was given | 0 |
//! | 3 | the page was left, less those who returned | the step, 1 for the first question |
//! | 4 | the answers were sent | 0 |
//! | 5 | answers from a kind of device | 1 phone, 2 tablet, 3 desktop |
//! | 6 | answers in a language | 1 Indonesian, 2 English |
//! | 7 | answers that took so long | the lower end in seconds: steps of 5 below 300, of 60 up to 1800 |
//! | 8 | seconds on a question, summed | the item's place in the questionnaire, from 1 |
//! | 9 | answers that told the seconds on it | the same |

use crate::Localized;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Counts by kind and step.
pub type Counts = BTreeMap<(i16, i16), i64>;

/// The longest time on one question that is counted; whoever stays longer was called away.
pub const MOST_ITEM_SECONDS: i64 = 600;
/// From here on durations are not told apart.
pub const MOST_TOTAL_SECONDS: i64 = 1_800;
/// Below it durations are kept in steps of 5 seconds, above in minutes.
const FINE_UNTIL: i64 = 300;
const FINE: i64 = 5;
const COARSE: i64 = 60;

macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $number:literal $code:literal $id:literal / $en:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$variant_doc])* $variant),* }

        impl $name {
            /// Each of them, in the order of lists.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The step it is counted under.
            pub const fn number(self) -> i16 { match self { $(Self::$variant => $number),* } }

            /// Its name in JSON.
            pub const fn code(self) -> &'static str { match self { $(Self::$variant => $code),* } }

            /// What tables call it.
            pub fn label(self) -> Localized { match self { $(Self::$variant => Localized::new($id, $en)),* } }
        }
    };
}

named! {
    /// A kind of device, by its screen; nothing finer is asked.
    DeviceClass {
        /// A phone.
        Phone = 1 "phone" "Ponsel" / "Phone";
        /// A tablet.
        Tablet = 2 "tablet" "Tablet" / "Tablet";
        /// A desktop or laptop computer.
        Desktop = 3 "desktop" "Komputer" / "Computer";
    }
}

named! {
    /// The language a survey was answered in.
    SurveyLanguage {
        /// Indonesian.
        Id = 1 "id" "Bahasa Indonesia" / "Indonesian";
        /// English.
        En = 2 "en" "Bahasa Inggris" / "English";
    }
}

/// One thing that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counter {
    /// The page was opened.
    Opened,
    /// The first answer was given.
    Begun,
    /// The page was left at a step.
    Left(u8),
    /// The answers were sent.
    Finished,
    /// Answers from a kind of device.
    Device(DeviceClass),
    /// Answers in a language.
    Language(SurveyLanguage),
    /// Answers that took so many seconds.
    Total(i64),
    /// Seconds on the item at a place of the questionnaire, from 1.
    ItemSeconds(u8),
    /// Answers that told their seconds on it.
    ItemAnswers(u8),
}

impl Counter {
    /// Kind and step it is stored under.
    pub fn key(self) -> (i16, i16) {
        match self {
            Self::Opened => (1, 0),
            Self::Begun => (2, 0),
            Self::Left(step) => (3, step.into()),
            Self::Finished => (4, 0),
            Self::Device(device) => (5, device.number()),
            Self::Language(language) => (6, language.number()),
            Self::Total(seconds) => (7, i16::try_from(duration_bucket(seconds)).unwrap_or(i16::MAX)),
            Self::ItemSeconds(place) => (8, place.into()),
            Self::ItemAnswers(place) => (9, place.into()),
        }
    }

    /// How often it was counted.
    pub fn of(self, counts: &Counts) -> i64 {
        counts.get(&self.key()).copied().unwrap_or(0)
    }
}

/// The lower end of the bucket of a duration.
pub fn duration_bucket(seconds: i64) -> i64 {
    let seconds = seconds.clamp(0, MOST_TOTAL_SECONDS);
    seconds - seconds % if seconds < FINE_UNTIL { FINE } else { COARSE }
}

/// Answers that told their duration, and its median: between the ends of a bucket as if they were spread evenly there.
pub fn median_of_buckets(counts: &Counts) -> Option<(i64, i64)> {
    let kind = Counter::Total(0).key().0;
    let buckets = || counts.range((kind, 0)..=(kind, i16::MAX)).map(|(&(_, lower), &count)| (i64::from(lower), count));
    let all: i64 = buckets().map(|(_, count)| count).sum();
    let mut below = 0;
    for (lower, count) in buckets() {
        if 2 * (below + count) >= all && count > 0 {
            let width = match lower {
                MOST_TOTAL_SECONDS.. => 0,
                FINE_UNTIL.. => COARSE,
                _ => FINE,
            };
            // lower + width · (all/2 − below) ÷ count, to the nearest second.
            return Some((all, lower + (width * (all - 2 * below) + count) / (2 * count)));
        }
        below += count;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn durations(seconds: &[i64]) -> Counts {
        let mut counts = Counts::new();
        for seconds in seconds {
            *counts.entry(Counter::Total(*seconds).key()).or_insert(0) += 1;
        }
        counts
    }

    #[test]
    fn no_two_counters_share_a_number() {
        let mut keys: Vec<_> =
            [Counter::Opened, Counter::Begun, Counter::Left(1), Counter::Finished, Counter::Total(0)]
                .into_iter()
                .chain(DeviceClass::ALL.iter().map(|device| Counter::Device(*device)))
                .chain(SurveyLanguage::ALL.iter().map(|language| Counter::Language(*language)))
                .chain([Counter::ItemSeconds(1), Counter::ItemAnswers(1)])
                .map(Counter::key)
                .collect();
        let all = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), all);
    }

    #[test]
    fn the_median_lies_where_half_of_the_answers_are() {
        assert_eq!(median_of_buckets(&durations(&[])), None);
        // Two answers between 40 and 45: their middle.
        assert_eq!(median_of_buckets(&durations(&[41, 43])), Some((2, 43)));
        // 30–35, 40–45 and 60–65 of one each: the middle of the second.
        assert_eq!(median_of_buckets(&durations(&[62, 31, 44])), Some((3, 43)));
        assert_eq!(median_of_buckets(&durations(&[400, 401, 30])), Some((3, 375)));
        assert_eq!(median_of_buckets(&durations(&[9_999])), Some((1, 1_800)));
    }

    #[test]
    fn impossible_durations_fall_into_the_outer_buckets() {
        assert_eq!(
            [-5, 0, 299, 300, 359, 360, 1_800, i64::MAX].map(duration_bucket),
            [0, 0, 295, 300, 300, 360, 1_800, 1_800]
        );
    }
}
