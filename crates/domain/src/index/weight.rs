//! The weight of an element.

use crate::{Exact, IndexKind};
use num_bigint::BigInt;
use serde::{Deserialize, Serialize};

/// The city's setting: 1/9 as it is, or shortened as the guideline prints it (PermenPANRB 14/2017 has 0.11).
///
/// All three are in use and give different published figures. The shortened ones stand for 1/9 and apply only to an IKM
/// of nine answered elements; everything else has exactly 1/k.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Weight {
    /// 1/k.
    #[default]
    #[serde(rename = "exact")]
    Exact,
    /// 0.111.
    #[serde(rename = "0.111")]
    Thousandths,
    /// 0.11.
    #[serde(rename = "0.11")]
    Hundredths,
}

/// The weights of the elements really used, over a common denominator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weights {
    /// One an element, 0 where it has no answer.
    pub numerators: Vec<i64>,
    /// At least 1.
    pub denominator: i64,
    /// As it is printed: `1/9`, `0.111`, `1/8`.
    pub label: String,
}

impl Weight {
    /// Every weight, the default first.
    pub const ALL: [Self; 3] = [Self::Exact, Self::Thousandths, Self::Hundredths];

    /// Its name in JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Thousandths => "0.111",
            Self::Hundredths => "0.11",
        }
    }

    /// The weight called `code`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|weight| weight.code() == code)
    }

    /// The weight of one element in an index with so many answered elements; 0 for none.
    pub fn of(self, kind: IndexKind, elements: usize) -> Exact {
        let (numerator, denominator) = self.parts(kind, elements);
        Exact::new(BigInt::from(numerator), BigInt::from(denominator))
    }

    /// The weights of an index whose elements have answers or not.
    pub fn weights(self, kind: IndexKind, answered: &[bool]) -> Weights {
        let elements = answered.iter().filter(|answered| **answered).count();
        let (numerator, denominator) = self.parts(kind, elements);
        let label = match self.shortened(kind, elements) {
            Some(_) => self.code().to_owned(),
            None => format!("1/{elements}"),
        };
        let numerators = answered.iter().map(|answered| if *answered { numerator } else { 0 }).collect();
        Weights { numerators, denominator, label }
    }

    fn shortened(self, kind: IndexKind, elements: usize) -> Option<(i64, i64)> {
        match self {
            Self::Thousandths if kind == IndexKind::Ikm && elements == 9 => Some((111, 1_000)),
            Self::Hundredths if kind == IndexKind::Ikm && elements == 9 => Some((11, 100)),
            _ => None,
        }
    }

    fn parts(self, kind: IndexKind, elements: usize) -> (i64, i64) {
        match i64::try_from(elements) {
            Ok(count @ 1..) => self.shortened(kind, elements).unwrap_or((1, count)),
            _ => (0, 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(weight: Weight, kind: IndexKind, elements: usize) -> String {
        weight.of(kind, elements).to_string()
    }

    #[test]
    fn shortened_weights_are_for_nine_answered_elements_of_the_ikm() {
        assert_eq!(of(Weight::Exact, IndexKind::Ikm, 9), "1/9");
        assert_eq!(of(Weight::Thousandths, IndexKind::Ikm, 9), "111/1000");
        assert_eq!(of(Weight::Hundredths, IndexKind::Ikm, 9), "11/100");
        for weight in Weight::ALL {
            assert_eq!(of(weight, IndexKind::Ikm, 8), "1/8");
            assert_eq!(of(weight, IndexKind::Ipkp, 8), "1/8");
            assert_eq!(of(weight, IndexKind::Ipkp, 9), "1/9");
            assert_eq!(of(weight, IndexKind::Ikm, 0), "0");
        }
    }

    #[test]
    fn a_weight_keeps_its_name_in_json() {
        for weight in Weight::ALL {
            assert_eq!(serde_json::to_string(&weight).unwrap(), format!("\"{}\"", weight.code()));
            assert_eq!(Weight::from_code(weight.code()), Some(weight));
        }
    }
}
