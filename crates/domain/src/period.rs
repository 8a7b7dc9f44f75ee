//! What an index is computed over: whole months, in the city's time.
//!
//! A response belongs to the month of its survey date in city time. A month ends with its last moment, not with the first
//! one of its last day; inside the program it is the half-open time from its first instant to that of the next month.

mod kind;
mod month;

pub use kind::PeriodKind;
pub use month::{InvalidMonth, Month, day_of, month_of};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::{fmt, str::FromStr};

/// Consecutive whole months: a month, quarter, semester, year or a free range.
///
/// Written as the shortest name it has: `2026-07`, `2026-TW3`, `2026-S2`, `2026`, else `2026-02..2026-05`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    first: Month,
    last: Month,
}

/// The text or the months are not a period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidPeriod {
    /// Another shape.
    #[error(
        "{0:?} is not a period: write a month as 2026-07, a quarter as 2026-TW3, a semester as 2026-S2, a year as 2026, \
         or a range of months as 2026-02..2026-05"
    )]
    Shape(String),
    /// The first month is after the last.
    #[error("the period from {first} to {last} ends before it begins: give the earlier month first")]
    Backwards {
        /// The month given first.
        first: Month,
        /// The month given last.
        last: Month,
    },
    /// Longer than any survey.
    #[error("the period from {first} to {last} is longer than {MOST_MONTHS} months: choose a shorter one")]
    TooLong {
        /// The month given first.
        first: Month,
        /// The month given last.
        last: Month,
    },
}

/// The longest period, in months: twenty years.
pub const MOST_MONTHS: i32 = 240;

impl Period {
    /// The months from `first` to `last`, both included.
    ///
    /// # Errors
    /// When the first is after the last, or the period is longer than [`MOST_MONTHS`].
    pub fn new(first: Month, last: Month) -> Result<Self, InvalidPeriod> {
        match last.number() - first.number() {
            ..0 => Err(InvalidPeriod::Backwards { first, last }),
            0..MOST_MONTHS => Ok(Self { first, last }),
            _ => Err(InvalidPeriod::TooLong { first, last }),
        }
    }

    /// One month.
    pub const fn of_month(month: Month) -> Self {
        Self { first: month, last: month }
    }

    /// The quarter (triwulan) that contains a month.
    pub fn quarter_of(month: Month) -> Self {
        Self::containing(month, PeriodKind::Quarter)
    }

    /// The month, quarter, semester or year that contains a month; of a range, the month itself.
    pub fn containing(month: Month, kind: PeriodKind) -> Self {
        let length = kind.months().unwrap_or(1);
        let first = month.plus(-(month.number() % 12 % length));
        Self { first, last: first.plus(length - 1) }
    }

    /// The first month.
    pub const fn first(self) -> Month {
        self.first
    }

    /// The last month, included.
    pub const fn last(self) -> Month {
        self.last
    }

    /// How many months it has, at least 1.
    pub const fn len(self) -> i32 {
        self.last.number() - self.first.number() + 1
    }

    /// Never: a period has at least one month.
    pub const fn is_empty(self) -> bool {
        false
    }

    /// Every month in order.
    pub fn months(self) -> impl DoubleEndedIterator<Item = Month> {
        (0..self.len()).map(move |step| self.first.plus(step))
    }

    /// Which kind of period it is.
    pub fn kind(self) -> PeriodKind {
        PeriodKind::CALENDAR
            .into_iter()
            .find(|kind| Self::containing(self.first, *kind) == self)
            .unwrap_or(PeriodKind::Range)
    }

    /// The period of the same length just before.
    #[must_use]
    pub fn previous(self) -> Self {
        Self { first: self.first.plus(-self.len()), last: self.last.plus(-self.len()) }
    }

    /// The period of the same length just after.
    #[must_use]
    pub fn next(self) -> Self {
        Self { first: self.first.plus(self.len()), last: self.last.plus(self.len()) }
    }

    /// True when the month is one of its months.
    pub fn contains(self, month: Month) -> bool {
        (self.first..=self.last).contains(&month)
    }

    /// True when both have a month in common.
    pub fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// From its first instant to the first instant after it, in the city's time.
    pub fn instants(self, zone: Tz) -> Range<DateTime<Utc>> {
        self.first.start(zone)..self.last.next().start(zone)
    }

    /// Whether it is over in the city's time.
    pub fn has_ended(self, zone: Tz, now: DateTime<Utc>) -> bool {
        now >= self.instants(zone).end
    }

    /// Its last moment: 23:59:59.999999 of its last day in the city's time.
    pub fn last_moment(self, zone: Tz) -> DateTime<Utc> {
        self.last.last_moment(zone)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, part) = (self.first.year(), |length: u32| (self.first.month() - 1) / length + 1);
        match self.kind() {
            PeriodKind::Month => write!(f, "{}", self.first),
            PeriodKind::Quarter => write!(f, "{year:04}-TW{}", part(3)),
            PeriodKind::Semester => write!(f, "{year:04}-S{}", part(6)),
            PeriodKind::Year => write!(f, "{year:04}"),
            PeriodKind::Range => write!(f, "{}..{}", self.first, self.last),
        }
    }
}

impl FromStr for Period {
    type Err = InvalidPeriod;
    fn from_str(text: &str) -> Result<Self, InvalidPeriod> {
        let shape = || InvalidPeriod::Shape(text.chars().take(64).collect());
        if let Some((first, last)) = text.split_once("..") {
            return Self::new(first.parse().map_err(|_| shape())?, last.parse().map_err(|_| shape())?);
        }
        let (year, part) = text.split_once('-').unwrap_or((text, ""));
        let (kind, number) = match part {
            "" if text.len() == 4 => (PeriodKind::Year, 1),
            "TW1" | "TW2" | "TW3" | "TW4" => (PeriodKind::Quarter, part.as_bytes()[2] - b'0'),
            "S1" | "S2" => (PeriodKind::Semester, part.as_bytes()[1] - b'0'),
            _ => return text.parse().map(Self::of_month).map_err(|_| shape()),
        };
        let january: Month = format!("{year}-01").parse().map_err(|_| shape())?;
        Ok(Self::containing(january.plus((i32::from(number) - 1) * kind.months().unwrap_or(1)), kind))
    }
}

impl TryFrom<String> for Period {
    type Error = InvalidPeriod;
    fn try_from(text: String) -> Result<Self, InvalidPeriod> {
        text.parse()
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(text: &str) -> Period {
        text.parse().unwrap()
    }

    #[test]
    fn periods_are_read_back_as_they_are_written() {
        for text in ["2026-07", "2026-TW1", "2026-TW4", "2026-S1", "2026-S2", "2026", "2025-11..2026-02"] {
            assert_eq!(period(text).to_string(), text);
        }
        assert_eq!(period("2026-07..2026-09").to_string(), "2026-TW3");
        assert_eq!(serde_json::to_string(&period("2026-S2")).unwrap(), "\"2026-S2\"");
    }

    #[test]
    fn what_is_no_period_is_named() {
        for bad in [
            "",
            "26",
            "2026-",
            "2026-13",
            "2026-TW5",
            "2026-tw1",
            "2026-S3",
            "2026-7",
            "2026-07-01",
            "2026..2027",
            "+026",
        ] {
            let error = bad.parse::<Period>().unwrap_err().to_string();
            assert!(error.contains(&format!("{bad:?}")) && error.contains("2026-TW3"), "{bad}: {error}");
        }
        let backwards = "2026-09..2026-07".parse::<Period>().unwrap_err().to_string();
        assert_eq!(backwards, "the period from 2026-09 to 2026-07 ends before it begins: give the earlier month first");
        assert!("1990-01..2026-07".parse::<Period>().unwrap_err().to_string().contains("240 months"));
    }

    #[test]
    fn the_previous_period_has_the_same_length() {
        for (now, before) in [
            ("2026-01", "2025-12"),
            ("2026-TW1", "2025-TW4"),
            ("2026-S2", "2026-S1"),
            ("2026", "2025"),
            ("2026-02..2026-05", "2025-10..2026-01"),
        ] {
            assert_eq!(period(now).previous(), period(before));
            assert_eq!(period(before).next(), period(now));
            assert!(!period(now).overlaps(period(before)));
        }
        assert!(period("2026-TW3").overlaps(period("2026-S2")));
        assert!(period("2026-TW3").contains("2026-09".parse().unwrap()));
    }

    #[test]
    fn a_quarter_has_its_three_months() {
        let quarter = Period::quarter_of("2026-08".parse().unwrap());
        assert_eq!(quarter.to_string(), "2026-TW3");
        let months: Vec<String> = quarter.months().map(|month| month.to_string()).collect();
        assert_eq!(months, ["2026-07", "2026-08", "2026-09"]);
        assert_eq!(quarter.kind(), PeriodKind::Quarter);
    }

    #[test]
    fn the_last_day_counts_to_its_last_moment() {
        let zone = chrono_tz::Asia::Makassar;
        let quarter = period("2026-TW3");
        assert_eq!(quarter.instants(zone).start.to_rfc3339(), "2026-06-30T16:00:00+00:00");
        assert_eq!(quarter.instants(zone).end.to_rfc3339(), "2026-09-30T16:00:00+00:00");
        assert_eq!(quarter.last_moment(zone).to_rfc3339(), "2026-09-30T15:59:59.999999+00:00");
        assert!(quarter.contains(month_of(quarter.last_moment(zone), zone)));
        assert!(!quarter.contains(month_of(quarter.instants(zone).end, zone)));
    }
}
