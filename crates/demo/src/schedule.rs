//! How many answers each unit has on each day.

use crate::dice::{Dice, share_out};
use crate::plan::{Plan, QUARTERS, ZONE, day_weight};
use crate::portrait::Turnout;
use crate::surveyed::Surveyed;
use chrono::{DateTime, Datelike, NaiveDate, TimeZone, Utc, Weekday};
use std::collections::VecDeque;

/// Answers of one unit on one day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Batch {
    /// A position among the surveyed units.
    pub(crate) surveyed: usize,
    pub(crate) quarter: usize,
    /// Midnight in city time.
    pub(crate) midnight: DateTime<Utc>,
    pub(crate) is_weekend: bool,
    pub(crate) count: u64,
}

/// Per quarter and surveyed unit, how many answers; together exactly as many as the plan asks for.
pub(crate) fn totals(plan: &Plan, surveyed: &[Surveyed]) -> [Vec<u64>; QUARTERS] {
    let responses = u64::try_from(plan.responses).unwrap_or(u64::MAX);
    let elapsed = plan.quarters().map(|quarter| plan.elapsed(quarter));
    let part = |quarter: usize, full: u64| full * elapsed[quarter].0 / elapsed[quarter].1.max(1);
    let cells = (0..QUARTERS).flat_map(|quarter| surveyed.iter().map(move |unit| (quarter, &unit.portrait)));
    let base: Vec<u64> = cells.clone().map(|(quarter, unit)| part(quarter, unit.base(quarter))).collect();
    let wanted: u64 = base.iter().sum();
    // First what every unit needs, or an equal share of it; what is left over by the people served.
    let first = share_out(responses.min(wanted), base.into_iter());
    let appetites: Vec<u64> = cells.map(|(quarter, unit)| part(quarter, unit.appetite(quarter) * 64)).collect();
    let further = share_out(responses.saturating_sub(wanted), appetites.into_iter());
    let mut cells = first.into_iter().zip(further).map(|(first, further)| first + further);
    [(); QUARTERS].map(|()| cells.by_ref().take(surveyed.len()).collect())
}

/// The batches of a quarter: month by month, within a month unit by unit, within a unit day by day. So one tally is
/// touched in one stretch, and the ids of a month stay together.
pub(crate) fn batches(
    plan: &Plan,
    quarter: usize,
    surveyed: &[Surveyed],
    totals: &[u64],
    dice: &mut Dice,
) -> VecDeque<Batch> {
    let Some(period) = plan.quarters().get(quarter).copied() else { return VecDeque::new() };
    let days = plan.days(period);
    let per_unit: Vec<Vec<u64>> =
        surveyed.iter().zip(totals).map(|(unit, total)| per_day(unit, *total, &days, dice)).collect();
    let mut batches = VecDeque::new();
    for month in period.months() {
        for (position, counts) in per_unit.iter().enumerate() {
            for (day, count) in days.iter().zip(counts) {
                if *count > 0 && day.month() == month.month() {
                    batches.push_back(Batch {
                        surveyed: position,
                        quarter,
                        midnight: midnight(*day),
                        is_weekend: matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
                        count: *count,
                    });
                }
            }
        }
    }
    batches
}

/// Busy and quiet days come by chance; a unit with a handful of answers has them on a few days.
fn per_day(unit: &Surveyed, total: u64, days: &[NaiveDate], dice: &mut Dice) -> Vec<u64> {
    let is_rare = matches!(unit.portrait.turnout, Turnout::Few(_));
    let weights: Vec<u64> = days
        .iter()
        .map(|day| {
            let chance = if is_rare { dice.below(40).saturating_sub(36) } else { 2 + dice.below(7) };
            day_weight(*day, unit.is_health) * u64::from(chance)
        })
        .collect();
    if weights.iter().sum::<u64>() == 0 {
        return share_out(total, std::iter::repeat_n(1, days.len()));
    }
    share_out(total, weights.iter().copied())
}

fn midnight(day: NaiveDate) -> DateTime<Utc> {
    let local = day.and_time(chrono::NaiveTime::MIN);
    // The city's clock has no gap at midnight; eight hours is its distance from UTC.
    ZONE.from_local_datetime(&local)
        .earliest()
        .map_or_else(|| Utc.from_utc_datetime(&local) - chrono::Duration::hours(8), |local| local.with_timezone(&Utc))
}
