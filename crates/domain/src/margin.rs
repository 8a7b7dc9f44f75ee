//! The margin of error of a published number.
//!
//! Ours; the guideline has none. For respondent i and element u, s_iu is the sum of i's scores on the items of u, a_iu how
//! many of them were answered, n_u = Σ a_iu, R_u the element mean and w_u the weight really used. With
//! z_i = 25·Σ_u w_u·(s_iu − R_u·a_iu)/n_u, SE² = n/(n−1)·Σ z_i²: the linearisation of a sum of ratios (Särndal, Swensson and
//! Wretman, "Model Assisted Survey Sampling", 1992, section 5.6). The margin is t(0.975, n−1)·SE. Without missing answers
//! that is t·s/√n. It says what chance alone does if the respondents were drawn at random.

use crate::{Decimal, student};
use num_traits::ToPrimitive;
use serde::Serialize;

/// Below so many responses there is no margin.
pub const LEAST_FOR_MARGIN: i64 = 10;
/// Below so many responses a number carries a warning.
pub const LEAST_WITHOUT_WARNING: i64 = 30;

/// What can be said of the sampling error of a printed number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "status", rename_all = "snake_case")]
pub enum Margin {
    /// A margin.
    Value(MarginValue),
    /// "Responden terlalu sedikit": fewer than ten.
    TooFew,
    /// "Tidak dapat dihitung: semua jawaban sama"; never "± 0,00".
    AllEqual,
}

/// A 95 % margin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct MarginValue {
    /// Of the converted value, on 25–100; two decimals.
    pub points: Decimal,
    /// Of the index, on 1–4; four decimals, from the exact value too.
    pub index: Decimal,
    /// Ten to 29 responses: shown with a warning.
    pub small_sample: bool,
    /// The lower end of the band around the printed converted value, not below what the index can be.
    pub low: Decimal,
    /// The upper end, not above what the index can be.
    pub high: Decimal,
}

/// What a margin is computed from.
#[derive(Clone, Copy, Debug)]
pub struct Spread {
    /// The printed converted value.
    pub converted: Decimal,
    /// The least and the largest printed value that the number can have under its weight.
    pub bounds: (Decimal, Decimal),
    /// SE² without finite correction.
    pub standard_error_squared: f64,
    /// t(0.975) for the degrees of freedom of SE.
    pub quantile: f64,
    /// Responses.
    pub n: i64,
    /// People served, where known.
    pub served: Option<i64>,
}

impl Margin {
    /// The margin, × √(1 − n/N) where the number N of people served is known and N > n.
    pub fn of(spread: &Spread) -> Self {
        if spread.n < LEAST_FOR_MARGIN {
            return Self::TooFew;
        }
        if spread.standard_error_squared <= 0.0 {
            return Self::AllEqual;
        }
        let margin =
            spread.quantile * (spread.standard_error_squared * finite_correction(spread.n, spread.served)).sqrt();
        let (Some(points), Some(index)) = (Decimal::from_f64(margin, 2), Decimal::from_f64(margin / 25.0, 4)) else {
            return Self::TooFew;
        };
        Self::Value(MarginValue {
            points,
            index,
            small_sample: spread.n < LEAST_WITHOUT_WARNING,
            low: spread.converted.minus(points).max(spread.bounds.0),
            high: spread.converted.plus(points).min(spread.bounds.1),
        })
    }

    /// The margin, where there is one.
    pub const fn value(self) -> Option<MarginValue> {
        match self {
            Self::Value(value) => Some(value),
            Self::TooFew | Self::AllEqual => None,
        }
    }
}

/// 1 − n/N where N > n, else 1.
fn finite_correction(n: i64, served: Option<i64>) -> f64 {
    let fraction = served.filter(|served| *served > n).and_then(|served| Some(n.to_f64()? / served.to_f64()?));
    1.0 - fraction.unwrap_or(0.0)
}

/// t(0.975, n − 1), or 0 where no margin is made.
pub(crate) fn quantile_of(n: i64) -> f64 {
    (n - 1).to_f64().filter(|_| n >= LEAST_FOR_MARGIN).and_then(student::quantile_975).unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spread(n: i64, standard_error_squared: f64, served: Option<i64>) -> Spread {
        let bounds = (Decimal::new(2_500, 2), Decimal::new(10_000, 2));
        let quantile = quantile_of(n);
        Spread { converted: Decimal::new(9_900, 2), bounds, standard_error_squared, quantile, n, served }
    }

    #[test]
    fn nine_respondents_are_too_few_and_ten_carry_a_warning() {
        assert_eq!(Margin::of(&spread(9, 4.0, None)), Margin::TooFew);
        assert!(Margin::of(&spread(10, 4.0, None)).value().unwrap().small_sample);
        assert!(Margin::of(&spread(29, 4.0, None)).value().unwrap().small_sample);
        assert!(!Margin::of(&spread(30, 4.0, None)).value().unwrap().small_sample);
    }

    #[test]
    fn equal_answers_have_no_margin_of_nothing() {
        assert_eq!(Margin::of(&spread(10, 0.0, None)), Margin::AllEqual);
        assert_eq!(serde_json::to_string(&Margin::AllEqual).unwrap(), r#"{"status":"all_equal"}"#);
        let json = serde_json::to_value(Margin::of(&spread(10, 4.0, None))).unwrap();
        assert_eq!((json["status"].as_str(), json["points"].as_str()), (Some("value"), Some("4.52")));
    }

    #[test]
    fn a_band_ends_where_the_index_ends() {
        let margin = Margin::of(&spread(10, 4.0, None)).value().unwrap();
        assert_eq!((margin.points.to_string(), margin.index.to_string()), ("4.52".to_owned(), "0.1810".to_owned()));
        assert_eq!((margin.low.to_string(), margin.high.to_string()), ("94.48".to_owned(), "100.00".to_owned()));
    }

    #[test]
    fn a_known_number_served_narrows_the_margin() {
        let points = |served| Margin::of(&spread(10, 4.0, served)).value().unwrap().points.to_string();
        assert_eq!(points(Some(20)), "3.20");
        assert_eq!(points(Some(10)), "4.52");
        assert_eq!(points(Some(3)), "4.52");
    }
}
