//! The mean of printed indices: a unit from its services (`rata_rata_layanan`) and the city from its units.

use super::IndexFigure;
use crate::change::Estimate;
use crate::margin::{LEAST_WITHOUT_WARNING, Spread};
use crate::{Decimal, Exact, Grade, Margin, student};
use num_bigint::BigInt;
use num_traits::ToPrimitive;
use serde::{Deserialize, Serialize};

/// A printed figure as a roll-up needs it. A report keeps it, so that the city's figure can rest on what was submitted.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Standing {
    /// The printed value and its spread.
    pub estimate: Estimate,
    /// The least and the largest printed converted value under its weight.
    pub bounds: (Decimal, Decimal),
}

impl From<&IndexFigure> for Standing {
    fn from(figure: &IndexFigure) -> Self {
        Self { estimate: figure.estimate, bounds: figure.bounds }
    }
}

/// The mean of printed converted values; stands beside the pooled value, never instead of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MeanFigure {
    /// K: how many figures it is the mean of.
    pub count: usize,
    /// Their responses together.
    pub n: i64,
    /// On 1–4, four decimals: the exact mean of the printed converted values, divided by 25.
    pub index: Decimal,
    /// On 25–100, two decimals.
    pub converted: Decimal,
    /// Of the printed converted value.
    pub grade: Grade,
    /// From SE² = ΣSE_k² ÷ K², with degrees of freedom after Welch and Satterthwaite.
    pub margin: Margin,
    /// How many of the figures have a single response. Nobody knows its spread, so the one within the other figures stands
    /// for it: Σ(n_k − 1)·s_k² ÷ Σ(n_k − 1) with s_k² = n_k·SE_k².
    pub single_count: usize,
    /// How many of the figures have fewer than 30 responses.
    pub small_count: usize,
    /// The mean without them; absent when all are small.
    pub converted_without_small: Option<Decimal>,
    /// The unrounded value and its spread.
    #[serde(skip)]
    pub estimate: Estimate,
}

/// The mean of printed figures of one index; `None` of none.
///
/// A change of it is tested over figures present in both periods only: take the mean of those in each.
pub fn mean_of_printed(figures: impl IntoIterator<Item = impl Into<Standing>>) -> Option<MeanFigure> {
    let figures: Vec<Standing> = figures.into_iter().map(Into::into).collect();
    let mean = mean(figures.iter().map(|figure| figure.estimate.printed))?;
    let converted = Decimal::round_half_up(&mean, 2);
    let n = figures.iter().map(|figure| figure.estimate.n).sum();
    let estimate = estimate(&figures, &mean, converted, n)?;
    let small = |figure: &&Standing| figure.estimate.n < LEAST_WITHOUT_WARNING;
    let large = figures.iter().filter(|figure| !small(figure)).map(|figure| figure.estimate.printed);
    Some(MeanFigure {
        count: figures.len(),
        n,
        index: Decimal::round_half_up(&(&mean / BigInt::from(25)), 4),
        converted,
        grade: Grade::of(converted),
        margin: margin(&figures, &estimate),
        single_count: figures.iter().filter(|figure| figure.estimate.standard_error_squared.is_none()).count(),
        small_count: figures.iter().filter(small).count(),
        converted_without_small: self::mean(large).map(|mean| Decimal::round_half_up(&mean, 2)),
        estimate,
    })
}

/// The exact mean of printed converted values.
pub(crate) fn mean(values: impl Iterator<Item = Decimal>) -> Option<Exact> {
    let (mut count, mut hundredths) = (0_i64, 0_i64);
    for value in values {
        count += 1;
        hundredths = hundredths.saturating_add(value.units_at(2));
    }
    (count > 0).then(|| Exact::new(BigInt::from(hundredths), BigInt::from(count) * 100))
}

fn estimate(figures: &[Standing], mean: &Exact, printed: Decimal, n: i64) -> Option<Estimate> {
    let count = figures.len().to_f64()?;
    let value = mean.numer().to_f64()? / mean.denom().to_f64()?;
    let Some(within) = Within::of(figures) else {
        return Some(Estimate { printed, value, standard_error_squared: None, freedom: 0.0, n });
    };
    let squares: Vec<(f64, f64)> = figures.iter().map(|figure| within.square(figure)).collect();
    let sum: f64 = squares.iter().map(|(square, _)| square).sum();
    let fourths: f64 = squares.iter().map(|(square, freedom)| square * square / freedom).sum();
    let freedom = if fourths > 0.0 { sum * sum / fourths } else { 0.0 };
    Some(Estimate { printed, value, standard_error_squared: Some(sum / (count * count)), freedom, n })
}

/// The spread of one response within the figures that know theirs.
struct Within {
    variance: f64,
    freedom: f64,
}

impl Within {
    /// `None` when no figure has two responses.
    fn of(figures: &[Standing]) -> Option<Self> {
        let (mut squares, mut freedom) = (0.0, 0.0);
        for figure in figures {
            if let Some(square) = figure.estimate.standard_error_squared {
                squares += figure.estimate.freedom * figure.estimate.n.to_f64()? * square;
                freedom += figure.estimate.freedom;
            }
        }
        (freedom > 0.0).then(|| Self { variance: squares / freedom, freedom })
    }

    /// SE² and degrees of freedom of a figure.
    fn square(&self, figure: &Standing) -> (f64, f64) {
        let own = figure.estimate.standard_error_squared.map(|square| (square, figure.estimate.freedom));
        own.unwrap_or_else(|| (self.variance / figure.estimate.n.max(1).to_f64().unwrap_or(1.0), self.freedom))
    }
}

fn margin(figures: &[Standing], estimate: &Estimate) -> Margin {
    let Some(standard_error_squared) = estimate.standard_error_squared else { return Margin::TooFew };
    let bound = |of: fn(&Standing) -> Decimal, other: i64| {
        mean(figures.iter().map(of)).map_or(Decimal::new(other, 2), |mean| Decimal::round_half_up(&mean, 2))
    };
    Margin::of(&Spread {
        converted: estimate.printed,
        bounds: (bound(|figure| figure.bounds.0, 2_500), bound(|figure| figure.bounds.1, 10_000)),
        standard_error_squared,
        quantile: student::quantile_975(estimate.freedom).unwrap_or(0.0),
        n: estimate.n,
        served: None,
    })
}
