//! What is asked of the generator, and the calendar that follows from it.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use chrono_tz::Tz;
use domain::{Month, Period};

/// The clock of Banjarmasin (WITA, UTC+8).
pub const ZONE: Tz = chrono_tz::Asia::Makassar;

/// How many quarters the answers cover.
pub const QUARTERS: usize = 5;

/// Which answers to make; one plan always gives the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Any number; another number makes another city of the same shape.
    pub seed: u64,
    /// The running quarter is that of this date. The last answers are of the day before, so that none lies in the future
    /// at any time of the day; on the first day of a quarter it has none yet.
    pub as_of: NaiveDate,
    /// How many answers to make, exactly.
    pub responses: usize,
}

impl Plan {
    /// The quarters, the running one last.
    pub fn quarters(&self) -> [Period; QUARTERS] {
        let running = Period::quarter_of(Month::of_date(self.as_of));
        let mut quarters = [running; QUARTERS];
        for position in (0..QUARTERS - 1).rev() {
            quarters[position] = quarters[position + 1].previous();
        }
        quarters
    }

    /// The days of a quarter that may have answers.
    pub(crate) fn days(&self, quarter: Period) -> Vec<NaiveDate> {
        days_of(quarter).take_while(|day| *day < self.as_of).collect()
    }

    /// How much of a quarter has passed, in working days of all working days.
    pub(crate) fn elapsed(&self, quarter: Period) -> (u64, u64) {
        let weight = |days: &mut dyn Iterator<Item = NaiveDate>| days.map(|day| day_weight(day, false)).sum();
        (weight(&mut self.days(quarter).into_iter()), weight(&mut days_of(quarter)))
    }
}

fn days_of(quarter: Period) -> impl Iterator<Item = NaiveDate> {
    let (first, last) = (quarter.first().first_day(), quarter.last().last_day());
    (0..).map_while(move |step| first.checked_add_days(Days::new(step))).take_while(move |day| *day <= last)
}

/// How busy a day is; places of health are open on Saturday mornings.
pub(crate) fn day_weight(day: NaiveDate, is_health: bool) -> u64 {
    match day.weekday() {
        Weekday::Fri => 8,
        Weekday::Sat if is_health => 5,
        Weekday::Sat | Weekday::Sun => 1,
        _ => 12,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_quarters_end_with_the_running_one() {
        let plan = Plan { seed: 1, as_of: NaiveDate::from_ymd_opt(2026, 2, 10).unwrap(), responses: 1 };
        let names = plan.quarters().map(|quarter| quarter.to_string());
        assert_eq!(names, ["2025-TW1", "2025-TW2", "2025-TW3", "2025-TW4", "2026-TW1"]);
        assert_eq!(plan.days(plan.quarters()[4]).len(), 40);
        assert_eq!(plan.days(plan.quarters()[0]).len(), 90);
    }
}
