//! A calendar month, and the city's clock.

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A calendar month, written `2026-07`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(value_type = String, pattern = "^(19|[2-9][0-9])[0-9]{2}-(0[1-9]|1[0-2])$", example = "2026-07"))]
#[serde(try_from = "String", into = "String")]
pub struct Month(i32);

/// The text is not a month.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a month: write year and month as 2026-07, from 1900-01 to 9999-12")]
pub struct InvalidMonth(pub String);

impl Month {
    const FIRST: i32 = 1900 * 12;
    const LAST: i32 = 9999 * 12 + 11;

    /// The month of a year; `month` from 1 to 12.
    ///
    /// # Errors
    /// When there is no such month between 1900 and 9999.
    pub fn new(year: i32, month: u32) -> Result<Self, InvalidMonth> {
        let number = i32::try_from(month).ok().filter(|month| (1..=12).contains(month)).map(|month| month - 1);
        number
            .and_then(|month| year.checked_mul(12)?.checked_add(month))
            .filter(|number| (Self::FIRST..=Self::LAST).contains(number))
            .map(Self)
            .ok_or_else(|| InvalidMonth(format!("{year}-{month}")))
    }

    /// The month stored as `number`; outside 1900 to 9999 the nearest month that exists.
    pub const fn from_number(number: i32) -> Self {
        Self(if number < Self::FIRST {
            Self::FIRST
        } else if number > Self::LAST {
            Self::LAST
        } else {
            number
        })
    }

    /// The number it is stored as: year × 12 + month, counted from 0.
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The year.
    pub const fn year(self) -> i32 {
        self.0 / 12
    }

    /// From 1 to 12.
    pub const fn month(self) -> u32 {
        (self.0 % 12).unsigned_abs() + 1
    }

    /// So many months later, or earlier when negative.
    #[must_use]
    pub const fn plus(self, months: i32) -> Self {
        Self::from_number(self.0.saturating_add(months))
    }

    /// The month before.
    #[must_use]
    pub const fn previous(self) -> Self {
        self.plus(-1)
    }

    /// The month after.
    #[must_use]
    pub const fn next(self) -> Self {
        self.plus(1)
    }

    /// The month of a date.
    pub fn of_date(date: NaiveDate) -> Self {
        Self::from_number(date.year().saturating_mul(12).saturating_add(i32::try_from(date.month0()).unwrap_or(0)))
    }

    /// Its first day.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year(), self.month(), 1).unwrap_or(NaiveDate::MIN)
    }

    /// Its last day.
    pub fn last_day(self) -> NaiveDate {
        self.first_day()
            .checked_add_months(chrono::Months::new(1))
            .and_then(|day| day.pred_opt())
            .unwrap_or(NaiveDate::MAX)
    }

    /// Its first instant in the city's time.
    pub fn start(self, zone: Tz) -> DateTime<Utc> {
        first_instant(self.first_day(), zone)
    }

    /// Its last moment in the city's time: 23:59:59.999999 of its last day, as finely as databases keep time.
    pub fn last_moment(self, zone: Tz) -> DateTime<Utc> {
        first_instant(self.last_day().succ_opt().unwrap_or(NaiveDate::MAX), zone) - Duration::microseconds(1)
    }
}

/// The first instant of a day; where a clock is put forward at midnight, the first time that exists.
fn first_instant(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let midnight = NaiveDateTime::new(day, NaiveTime::MIN);
    (0..=4)
        .find_map(|half_hours| zone.from_local_datetime(&(midnight + Duration::minutes(30 * half_hours))).earliest())
        .map_or_else(|| Utc.from_utc_datetime(&midnight), |local| local.with_timezone(&Utc))
}

/// The day of an instant in the city's time.
pub fn day_of(instant: DateTime<Utc>, zone: Tz) -> NaiveDate {
    instant.with_timezone(&zone).date_naive()
}

/// The month of an instant in the city's time.
pub fn month_of(instant: DateTime<Utc>, zone: Tz) -> Month {
    Month::of_date(day_of(instant, zone))
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

impl FromStr for Month {
    type Err = InvalidMonth;
    fn from_str(text: &str) -> Result<Self, InvalidMonth> {
        let invalid = || InvalidMonth(text.chars().take(64).collect());
        let (year, month) = text.split_once('-').ok_or_else(invalid)?;
        let digits = |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) {
            return Err(invalid());
        }
        Self::new(year.parse().map_err(|_| invalid())?, month.parse().map_err(|_| invalid())?).map_err(|_| invalid())
    }
}

impl TryFrom<String> for Month {
    type Error = InvalidMonth;
    fn try_from(text: String) -> Result<Self, InvalidMonth> {
        text.parse()
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_numbers_in_order() {
        let july: Month = "2026-07".parse().unwrap();
        assert_eq!((july.number(), july.year(), july.month()), (2026 * 12 + 6, 2026, 7));
        assert_eq!(Month::from_number(july.number()), july);
        assert_eq!(july.plus(6).to_string(), "2027-01");
        assert_eq!(july.plus(-7).to_string(), "2025-12");
        assert_eq!(july.last_day().to_string(), "2026-07-31");
        assert_eq!("2028-02".parse::<Month>().unwrap().last_day().to_string(), "2028-02-29");
        assert_eq!("9999-12".parse::<Month>().unwrap().last_day().to_string(), "9999-12-31");
    }

    #[test]
    fn the_month_is_that_of_the_citys_clock() {
        let zone = chrono_tz::Asia::Makassar;
        let last: DateTime<Utc> = "2026-09-30T15:59:59Z".parse().unwrap();
        assert_eq!(day_of(last, zone).to_string(), "2026-09-30");
        assert_eq!(month_of(last, zone).to_string(), "2026-09");
        assert_eq!(month_of(last + Duration::seconds(1), zone).to_string(), "2026-10");
    }

    #[test]
    fn a_day_without_midnight_begins_at_its_first_hour() {
        let day = NaiveDate::from_ymd_opt(2018, 11, 4).unwrap();
        assert_eq!(first_instant(day, chrono_tz::America::Sao_Paulo).to_rfc3339(), "2018-11-04T03:00:00+00:00");
    }
}
