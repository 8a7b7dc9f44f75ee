//! Whether a number really changed from one period to another.
//!
//! t = (I₂ − I₁) ÷ √(SE₁² + SE₂²) without finite correction, degrees of freedom after Welch and Satterthwaite, 5 %. (Welch,
//! "The generalization of Student's problem when several different population variances are involved", Biometrika 34,
//! 1947.) What cannot be compared gets no arrow, and the trend line is broken there.

use crate::margin::LEAST_FOR_MARGIN;
use crate::{Code, Decimal, Period, student};
use num_traits::ToPrimitive;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A number and its spread, as a test needs them.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// The printed converted value.
    pub printed: Decimal,
    /// The converted value before rounding.
    pub value: f64,
    /// SE² on 25–100, without finite correction; `None` where it cannot be known.
    pub standard_error_squared: Option<f64>,
    /// Degrees of freedom of SE²: n − 1 for an index.
    pub freedom: f64,
    /// Responses.
    pub n: i64,
}

/// What two numbers must have in common to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// The months the number is computed over.
    pub period: Period,
    /// The questionnaire versions with answers, each with the grouping used.
    pub questionnaires: BTreeMap<(Code, u16), Code>,
    /// The weight really used ([`crate::IndexFigure::weight`]).
    pub weight: String,
    /// The elements with an answer, in the official order.
    pub elements: Vec<String>,
}

/// The change from an earlier number to a later one.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(tag = "status", rename_all = "snake_case")]
pub enum Change {
    /// A tested change.
    Comparable(Tested),
    /// "Tidak dapat dibandingkan".
    NotComparable {
        /// Why.
        reason: NotComparable,
    },
}

/// The outcome of the test.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Tested {
    /// Later minus earlier, of the printed values, so that a reader's subtraction agrees.
    pub difference: Decimal,
    /// The test statistic, from the unrounded values; four decimals.
    pub t: Decimal,
    /// Welch–Satterthwaite degrees of freedom, two decimals.
    pub df: Decimal,
    /// Two-sided; four decimals.
    pub p: Decimal,
    /// p < 5 %. In lists over units or elements [`benjamini_hochberg`] decides instead.
    pub significant: bool,
    /// p before rounding.
    #[serde(skip)]
    pub p_unrounded: f64,
}

/// Why two numbers cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotComparable {
    /// The periods have a month in common.
    OverlappingPeriods,
    /// Another questionnaire, or another version of it.
    OtherQuestionnaire,
    /// Items were grouped into elements in another way.
    OtherGrouping,
    /// Another weight.
    OtherWeight,
    /// An element has answers in one period only.
    OtherElements,
    /// Fewer than ten responses in one of the periods, or a spread that is not known.
    TooFew,
    /// All answers of one period are the same.
    NoVariation,
}

/// The level of the tests.
pub const LEVEL: f64 = 0.05;

impl Change {
    /// Tests the change from one period to another.
    pub fn between(before: &Estimate, before_basis: &Basis, after: &Estimate, after_basis: &Basis) -> Self {
        match before_basis.differs(after_basis) {
            Some(reason) => Self::NotComparable { reason },
            None => Self::of_estimates(before, after),
        }
    }

    /// Tests the change between two numbers that are known to have the same basis.
    pub fn of_estimates(before: &Estimate, after: &Estimate) -> Self {
        test(before, after).map_or_else(|reason| Self::NotComparable { reason }, Self::Comparable)
    }

    /// The test, where there is one.
    pub const fn tested(&self) -> Option<&Tested> {
        match self {
            Self::Comparable(tested) => Some(tested),
            Self::NotComparable { .. } => None,
        }
    }
}

impl Basis {
    fn differs(&self, other: &Self) -> Option<NotComparable> {
        if self.period.overlaps(other.period) {
            Some(NotComparable::OverlappingPeriods)
        } else if !self.questionnaires.keys().eq(other.questionnaires.keys()) {
            Some(NotComparable::OtherQuestionnaire)
        } else if self.questionnaires != other.questionnaires {
            Some(NotComparable::OtherGrouping)
        } else if self.elements != other.elements {
            // Before the weight, which follows from the number of elements.
            Some(NotComparable::OtherElements)
        } else if self.weight != other.weight {
            Some(NotComparable::OtherWeight)
        } else {
            None
        }
    }
}

fn test(before: &Estimate, after: &Estimate) -> Result<Tested, NotComparable> {
    let spread = |estimate: &Estimate| match estimate.standard_error_squared {
        Some(square) if estimate.n >= LEAST_FOR_MARGIN => Ok(square),
        _ => Err(NotComparable::TooFew),
    };
    let (first, second) = (spread(before)?, spread(after)?);
    if first <= 0.0 || second <= 0.0 {
        return Err(NotComparable::NoVariation);
    }
    let sum = first + second;
    let t = (after.value - before.value) / sum.sqrt();
    let df = sum * sum / (first * first / before.freedom + second * second / after.freedom);
    let p = student::two_sided_p(t, df).ok_or(NotComparable::TooFew)?;
    let printed = |value, places| Decimal::from_f64(value, places).ok_or(NotComparable::TooFew);
    Ok(Tested {
        difference: after.printed.minus(before.printed),
        t: printed(t, 4)?,
        df: printed(df, 2)?,
        p: printed(p, 4)?,
        significant: p < LEVEL,
        p_unrounded: p,
    })
}

/// Which of many tests count as significant when 5 % of those named may be false (Benjamini and Hochberg, "Controlling the
/// false discovery rate", Journal of the Royal Statistical Society B 57, 1995); in the order given.
pub fn benjamini_hochberg(p_values: &[f64]) -> Vec<bool> {
    let mut sorted = p_values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let count = sorted.len().to_f64().unwrap_or(f64::INFINITY);
    let ranked = sorted.iter().zip(1_u32..);
    let limit = ranked.filter(|(p, rank)| **p <= LEVEL * f64::from(*rank) / count).map(|(p, _)| *p).last();
    p_values.iter().map(|p| limit.is_some_and(|limit| *p <= limit)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn estimate(value: f64, standard_error_squared: f64, n: i64) -> Estimate {
        let freedom = (n - 1).to_f64().unwrap();
        let printed = Decimal::from_f64(value, 2).unwrap();
        Estimate { printed, value, standard_error_squared: Some(standard_error_squared), freedom, n }
    }

    fn basis(period: &str) -> Basis {
        let code = |text| Code::parse(text).unwrap();
        Basis {
            period: period.parse().unwrap(),
            questionnaires: BTreeMap::from([((code("terpadu-16"), 1), code("sembilan"))]),
            weight: "1/9".to_owned(),
            elements: vec!["U1".to_owned(), "U2".to_owned()],
        }
    }

    #[test]
    fn a_change_is_tested_as_welch_has_it() {
        let change = Change::of_estimates(&estimate(80.004, 4.0, 11), &estimate(85.006, 1.0, 41));
        let tested = change.tested().unwrap();
        assert_eq!(tested.difference.to_string(), "5.01");
        assert_eq!(tested.t.to_string(), "2.2370");
        assert_eq!(tested.df.to_string(), "15.38");
        assert_eq!(tested.p.to_string(), "0.0405");
        assert!(tested.significant);
        let json = serde_json::to_value(change).unwrap();
        assert_eq!((json["status"].as_str(), json["p"].as_str()), (Some("comparable"), Some("0.0405")));
    }

    #[test]
    fn what_has_another_basis_is_not_compared() {
        let (first, second) = (estimate(80.0, 4.0, 30), estimate(85.0, 4.0, 30));
        let base = basis("2026-TW1");
        let later = basis("2026-TW2");
        let code = |text| Code::parse(text).unwrap();
        let version = BTreeMap::from([((code("terpadu-16"), 2), code("sembilan"))]);
        let grouping = BTreeMap::from([((code("terpadu-16"), 1), code("integritas-u2-u7"))]);
        for (other, reason) in [
            (basis("2026-S1"), NotComparable::OverlappingPeriods),
            (Basis { questionnaires: version, ..later.clone() }, NotComparable::OtherQuestionnaire),
            (Basis { questionnaires: grouping, ..later.clone() }, NotComparable::OtherGrouping),
            (Basis { weight: "0.11".to_owned(), ..later.clone() }, NotComparable::OtherWeight),
            (Basis { elements: vec!["U1".to_owned()], ..later.clone() }, NotComparable::OtherElements),
        ] {
            assert_eq!(Change::between(&first, &base, &second, &other), Change::NotComparable { reason });
        }
        assert!(Change::between(&first, &base, &second, &later).tested().is_some());
    }

    #[test]
    fn few_or_equal_answers_are_not_compared() {
        let first = estimate(80.0, 4.0, 30);
        let unknown = Estimate { standard_error_squared: None, ..first };
        for (other, reason) in [
            (estimate(85.0, 4.0, 9), NotComparable::TooFew),
            (unknown, NotComparable::TooFew),
            (estimate(100.0, 0.0, 30), NotComparable::NoVariation),
        ] {
            assert_eq!(Change::of_estimates(&first, &other), Change::NotComparable { reason });
        }
    }

    #[test]
    fn of_many_tests_the_false_ones_are_held_at_five_percent() {
        // The example of the paper, table 1: four of fifteen.
        let p = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0,
        ];
        assert_eq!(benjamini_hochberg(&p).iter().filter(|significant| **significant).count(), 4);
        assert_eq!(benjamini_hochberg(&[0.9, 0.01]), [false, true]);
        assert_eq!(benjamini_hochberg(&[]), [false; 0]);
    }
}
