//! What is printed of an index.

use super::exact::{Common, Quotient, element_variance, printed_variance};
use super::{IndexSums, Weight, Weights};
use crate::change::Estimate;
use crate::margin::{LEAST_FOR_MARGIN, Spread, quantile_of};
use crate::{Decimal, Grade, IndexKind, Margin};
use num_bigint::BigInt;
use num_traits::ToPrimitive;
use serde::Serialize;

/// An index with everything that is printed of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct IndexFigure {
    /// Which index.
    pub kind: IndexKind,
    /// Responses with at least one of its items answered.
    pub n: i64,
    /// k: how many elements have an answer; the report says "k unsur".
    pub elements_used: usize,
    /// The weight really used: `1/9`, `0.111`, `0.11`, `1/8`, …
    pub weight: String,
    /// On 1–4, four decimals, rounded from the exact value.
    pub index: Decimal,
    /// On 25–100, two decimals, rounded from the exact value.
    pub converted: Decimal,
    /// Of the printed converted value.
    pub grade: Grade,
    /// Absent where only counts are kept (slices by characteristic).
    pub margin: Option<Margin>,
    /// The elements with an answer, in the official order.
    pub elements: Vec<ElementFigure>,
    /// The elements of the index without any answer.
    pub unanswered: Vec<UnansweredElement>,
    /// The least and the largest printed converted value under this weight.
    #[serde(skip)]
    pub bounds: (Decimal, Decimal),
    /// The unrounded value and its spread, for tests of a change and for roll-ups.
    #[serde(skip)]
    pub estimate: Estimate,
}

/// One element with everything that is printed of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ElementFigure {
    /// `U1`, `KP3`, `AK5`.
    pub code: &'static str,
    /// n_u: answers to its items.
    pub answered: i64,
    /// Items asked and not answered.
    pub skipped: i64,
    /// How often scores 1, 2, 3 and 4 were given.
    pub scores: [i64; 4],
    /// NRR, on 1–4, four decimals.
    pub mean: Decimal,
    /// The mean times 25, two decimals.
    pub converted: Decimal,
    /// Of the printed converted value.
    pub grade: Grade,
    /// NRR tertimbang as the processed-data sheet prints it, three decimals; the index is not the sum of these.
    pub weighted_mean: Decimal,
    /// Of the converted mean; too few also where the element itself has fewer than ten answers.
    pub margin: Option<Margin>,
    /// It has the lowest printed converted value; elements that tie are lowest together, and none is when all are equal.
    pub lowest: bool,
    /// What the index would gain on 25–100 if the element reached the mean of the others; negative above that mean.
    /// Absent when there are no others.
    pub possible_gain: Option<Decimal>,
    /// The unrounded value and its spread.
    #[serde(skip)]
    pub estimate: Estimate,
}

/// An element that dropped out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct UnansweredElement {
    /// `U1`, `KP3`, `AK5`.
    pub code: &'static str,
    /// How often an item of it was asked; 0 where it was not asked at all.
    pub skipped: i64,
}

impl IndexSums {
    /// The printed figures; `None` without any answer, which is not a zero. `served` is the number of people served in
    /// the period, where known.
    pub fn figure(&self, weight: Weight, served: Option<i64>) -> Option<IndexFigure> {
        let elements_used = self.elements_used();
        if elements_used == 0 {
            return None;
        }
        let weights = weight.weights(self.kind, &self.answered());
        let common = Common::of(self);
        let index = common.index(self, &weights);
        let converted = Quotient { numerator: &index.numerator * 25, denominator: index.denominator.clone() };
        let variance = printed_variance(self, &weights, &common);
        let printed = Decimal::of_quotient(&converted.numerator, &converted.denominator, 2);
        let estimate = self.estimate(printed, converted.to_f64(), variance);
        let bounds = bounds(&weights);
        let spread = MarginOf { quantile: quantile_of(self.n), n: self.n, served };
        Some(IndexFigure {
            kind: self.kind,
            n: self.n,
            elements_used,
            index: Decimal::of_quotient(&index.numerator, &index.denominator, 4),
            converted: printed,
            grade: Grade::of(printed),
            margin: self.cross.as_ref().map(|_| spread.margin(&estimate, bounds)),
            elements: self.element_figures(&common, &weights, elements_used, spread),
            unanswered: self.unanswered(),
            weight: weights.label,
            bounds,
            estimate,
        })
    }

    fn estimate(&self, printed: Decimal, value: f64, variance: Option<f64>) -> Estimate {
        let freedom = (self.n - 1).to_f64().unwrap_or(0.0);
        Estimate { printed, value, standard_error_squared: variance, freedom, n: self.n }
    }

    fn element_figures(&self, common: &Common, weights: &Weights, used: usize, spread: MarginOf) -> Vec<ElementFigure> {
        let total = common.sum_of_means(self);
        let used = BigInt::from(used);
        let others = &used - 1;
        let gain_denominator = &common.multiple * &used * &others;
        let mut figures = Vec::with_capacity(self.elements.len());
        for (position, (&code, element)) in self.kind.elements().iter().zip(&self.elements).enumerate() {
            let answered = element.answered();
            if answered == 0 {
                continue;
            }
            let (sum, count) = (i128::from(element.sum()), i128::from(answered));
            let printed = Decimal::of_fraction(25 * sum, count, 2);
            let value = (25 * sum).to_f64().zip(count.to_f64()).map_or(0.0, |(sum, count)| sum / count);
            let estimate = self.estimate(printed, value, element_variance(self, position));
            let weight: i128 = weights.numerators.get(position).map_or(0, |weight| i128::from(*weight));
            // (mean of the others − this) ÷ k, times 25.
            let gain = (&total - common.mean(position, element) * &used) * 25;
            figures.push(ElementFigure {
                code,
                answered,
                skipped: element.skipped,
                scores: element.scores,
                mean: Decimal::of_fraction(sum, count, 4),
                converted: printed,
                grade: Grade::of(printed),
                weighted_mean: Decimal::of_fraction(sum * weight, count * i128::from(weights.denominator), 3),
                margin: self.cross.as_ref().map(|_| match answered {
                    ..LEAST_FOR_MARGIN => Margin::TooFew,
                    _ => spread.margin(&estimate, (Decimal::new(2_500, 2), Decimal::new(10_000, 2))),
                }),
                lowest: false,
                possible_gain: (others > BigInt::ZERO).then(|| Decimal::of_quotient(&gain, &gain_denominator, 2)),
                estimate,
            });
        }
        mark_lowest(&mut figures);
        figures
    }

    fn unanswered(&self) -> Vec<UnansweredElement> {
        let elements = self.kind.elements().iter().zip(&self.elements);
        let without = elements.filter(|(_, element)| element.answered() == 0);
        without.map(|(&code, element)| UnansweredElement { code, skipped: element.skipped }).collect()
    }
}

#[derive(Clone, Copy)]
struct MarginOf {
    quantile: f64,
    n: i64,
    served: Option<i64>,
}

impl MarginOf {
    fn margin(self, estimate: &Estimate, bounds: (Decimal, Decimal)) -> Margin {
        let Some(standard_error_squared) = estimate.standard_error_squared else { return Margin::TooFew };
        Margin::of(&Spread {
            converted: estimate.printed,
            bounds,
            standard_error_squared,
            quantile: self.quantile,
            n: self.n,
            served: self.served,
        })
    }
}

/// The printed converted values of all-1 and all-4.
fn bounds(weights: &Weights) -> (Decimal, Decimal) {
    let sum: i64 = weights.numerators.iter().sum();
    let of = |score: i64| Decimal::of_fraction(i128::from(25 * score * sum), weights.denominator.into(), 2);
    (of(1), of(4))
}

fn mark_lowest(figures: &mut [ElementFigure]) {
    let values = || figures.iter().map(|figure| figure.converted);
    let (Some(lowest), Some(highest)) = (values().min(), values().max()) else { return };
    for figure in figures {
        figure.lowest = figure.converted == lowest && lowest < highest;
    }
}
