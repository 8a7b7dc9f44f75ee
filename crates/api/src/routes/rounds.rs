//! How a unit carried out the round of a period.

pub mod get_round;
pub mod put_round;

use crate::clock::rfc3339;
use domain::Period;
use domain::preparation::RoundDetails;
use store::offices::Edited;

fn body(unit: String, period: Period, round: Edited<RoundDetails>) -> contract::Round {
    let (changed_by, changed_at) = round.changed.map(|(who, at)| (who, rfc3339(at))).unzip();
    contract::Round { unit, period, round: round.body, changed_by, changed_at }
}
