//! How many respondents a round needs: the Krejcie–Morgan table.
//!
//! Krejcie and Morgan, "Determining Sample Size for Research Activities", Educational and Psychological Measurement 30
//! (1970), recommended by PermenPANRB 14/2017.

use serde::{Deserialize, Serialize};

/// The sample that `served` people require: S = 3.841·N·0.25 ÷ (0.0025·(N − 1) + 3.841·0.25), rounded to nearest.
///
/// Not additive: N belongs to one unit or service and one period. Zero or fewer people require nobody.
pub fn required_sample(served: i64) -> i64 {
    // Both sides times 100,000 are integers.
    let served = i128::from(served.max(0));
    let numerator = 96_025 * served;
    let denominator = 250 * (served - 1) + 96_025;
    i64::try_from((2 * numerator + denominator) / (2 * denominator)).unwrap_or(i64::MAX)
}

/// How far a sample has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "status", rename_all = "snake_case")]
pub enum SampleState {
    /// Nobody has said how many people are served: there is no target.
    Unknown,
    /// As many responses as required, or more.
    Reached {
        /// N.
        served: i64,
        /// The required sample.
        required: i64,
        /// More responses than people served: N must be wrong.
        served_below_n: bool,
    },
    /// Too few: an appeal while the period runs ("masih kurang 37 responden"), afterwards a statement; never a bar.
    Short {
        /// N.
        served: i64,
        /// The required sample.
        required: i64,
        /// How many responses are missing.
        missing: i64,
    },
}

impl SampleState {
    /// The state of `n` responses of `served` people.
    pub fn of(n: i64, served: Option<i64>) -> Self {
        let Some(served) = served else { return Self::Unknown };
        let required = required_sample(served);
        if n >= required {
            Self::Reached { served, required, served_below_n: served < n }
        } else {
            Self::Short { served, required, missing: required - n }
        }
    }

    /// The required sample, where N is known.
    pub const fn required(self) -> Option<i64> {
        match self {
            Self::Unknown => None,
            Self::Reached { required, .. } | Self::Short { required, .. } => Some(required),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_is_that_of_the_printed_table() {
        for (served, required) in [
            (0, 0),
            (1, 1),
            (10, 10),
            (50, 44),
            (100, 80),
            (200, 132),
            (500, 217),
            (1_000, 278),
            (5_000, 357),
            (10_000, 370),
            (75_000, 382),
            (1_000_000, 384),
        ] {
            assert_eq!(required_sample(served), required, "N = {served}");
        }
        assert_eq!(required_sample(-3), 0);
        assert_eq!(required_sample(i64::MAX), 384);
    }

    #[test]
    fn without_the_number_served_there_is_no_target() {
        assert_eq!(SampleState::of(12, None).required(), None);
        assert_eq!(SampleState::of(43, Some(50)), SampleState::Short { served: 50, required: 44, missing: 1 });
        let reached = SampleState::Reached { served: 50, required: 44, served_below_n: true };
        assert_eq!(SampleState::of(51, Some(50)), reached);
    }
}
