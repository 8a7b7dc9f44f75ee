//! When an answer was given.

use crate::Localized;
use chrono::{DateTime, Duration, Timelike, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// How long an answer may wait on a device, and how long a closed link still takes what was begun before.
pub const GRACE_DAYS: i64 = 14;

/// The moment an answer belongs to: the device's own, if it lies in the 14 days before arrival and not in the future,
/// else the arrival. So server time bounds a wrong device clock.
pub fn survey_moment(answered_at: Option<DateTime<Utc>>, received_at: DateTime<Utc>) -> DateTime<Utc> {
    answered_at
        .filter(|answered| *answered <= received_at && received_at - *answered <= Duration::days(GRACE_DAYS))
        .unwrap_or(received_at)
}

/// The time of day as the printed form has it ("Jam survei").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeSlot {
    /// 08.00–12.00
    Morning,
    /// 13.00–17.00
    Afternoon,
    /// "di luar jam"
    Outside,
    /// Paper and imports that carry a date or a month only.
    Unknown,
}

impl TimeSlot {
    /// Every slot, in the order of lists.
    pub const ALL: [Self; 4] = [Self::Morning, Self::Afternoon, Self::Outside, Self::Unknown];

    /// The slot of a moment in the city's time; both ends belong to the slot.
    pub fn of(moment: DateTime<Utc>, zone: Tz) -> Self {
        let local = moment.with_timezone(&zone);
        match local.hour() * 60 + local.minute() {
            480..=720 => Self::Morning,
            780..=1020 => Self::Afternoon,
            _ => Self::Outside,
        }
    }

    /// What tables call it.
    pub fn label(self) -> Localized {
        match self {
            Self::Morning => Localized::new("08.00–12.00", "08:00–12:00"),
            Self::Afternoon => Localized::new("13.00–17.00", "13:00–17:00"),
            Self::Outside => Localized::new("Di luar jam", "Outside these hours"),
            Self::Unknown => Localized::new("Jam tidak diketahui", "Time not known"),
        }
    }

    /// The number it is stored as; never reused.
    pub const fn number(self) -> u8 {
        match self {
            Self::Unknown => 0,
            Self::Morning => 1,
            Self::Afternoon => 2,
            Self::Outside => 3,
        }
    }

    /// The slot stored as `number`.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|slot| slot.number() == number)
    }

    /// Its name in JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Morning => "morning",
            Self::Afternoon => "afternoon",
            Self::Outside => "outside",
            Self::Unknown => "unknown",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_wrong_device_clock_gives_way_to_the_arrival() {
        let arrival = at("2026-09-30T16:00:00Z");
        assert_eq!(survey_moment(Some(at("2026-09-28T01:00:00Z")), arrival), at("2026-09-28T01:00:00Z"));
        assert_eq!(survey_moment(Some(at("2026-09-16T16:00:00Z")), arrival), at("2026-09-16T16:00:00Z"));
        for wrong in ["2026-09-16T15:59:59Z", "2026-09-30T16:00:01Z", "1970-01-01T00:00:00Z"] {
            assert_eq!(survey_moment(Some(at(wrong)), arrival), arrival, "{wrong}");
        }
        assert_eq!(survey_moment(None, arrival), arrival);
    }

    #[test]
    fn slots_follow_the_citys_clock() {
        let zone = chrono_tz::Asia::Makassar;
        assert_eq!(TimeSlot::of(at("2026-09-30T00:00:00Z"), zone), TimeSlot::Morning);
        assert_eq!(TimeSlot::of(at("2026-09-30T04:30:00Z"), zone), TimeSlot::Outside);
        assert_eq!(TimeSlot::of(at("2026-09-30T09:00:00Z"), zone), TimeSlot::Afternoon);
        assert_eq!(TimeSlot::of(at("2026-09-30T12:00:00Z"), zone), TimeSlot::Outside);
    }
}
