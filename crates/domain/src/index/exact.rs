//! The exact values of an index and of its sampling variance.

use super::{ElementSums, IndexSums, Weight, Weights};
use crate::Exact;
use num_bigint::BigInt;
use num_traits::{ToPrimitive, Zero};

/// A quotient of big integers, not in lowest terms: shortening costs more than all the rest. The denominator is positive.
#[derive(Clone, Debug)]
pub(super) struct Quotient {
    pub(super) numerator: BigInt,
    pub(super) denominator: BigInt,
}

impl Quotient {
    pub(super) fn reduced(self) -> Exact {
        Exact::new(self.numerator, self.denominator)
    }

    /// The nearest binary number, for square roots.
    pub(super) fn to_f64(&self) -> f64 {
        // Both are shortened to what a binary number holds and more, else a long one would be infinite.
        let spare = self.numerator.bits().min(self.denominator.bits()).saturating_sub(128);
        let shortened = |value: &BigInt| (value >> spare).to_f64().unwrap_or(f64::NAN);
        shortened(&self.numerator) / shortened(&self.denominator)
    }
}

/// The sums over a common denominator.
///
/// With L the least common multiple of all n_u, and m_u = L ÷ n_u, the index is Σ w_u·S_u·m_u ÷ L and every variance has the
/// denominator L⁴.
pub(super) struct Common {
    pub(super) multiple: BigInt,
    /// m_u, 0 for an element without any answer.
    factors: Vec<BigInt>,
}

impl Common {
    pub(super) fn of(sums: &IndexSums) -> Self {
        let mut distinct: Vec<i64> =
            sums.elements.iter().map(|element| element.answered()).filter(|n| *n > 0).collect();
        distinct.sort_unstable();
        distinct.dedup();
        let multiple = distinct.iter().fold(BigInt::from(1), |multiple, n| {
            let rest = (&multiple % n).to_i64().unwrap_or(0);
            multiple * (n / greatest_common_divisor(*n, rest))
        });
        let factors = sums.elements.iter().map(|element| match element.answered() {
            n @ 1.. => &multiple / n,
            _ => BigInt::zero(),
        });
        Self { factors: factors.collect(), multiple }
    }

    /// Σ_u w_u·R_u.
    pub(super) fn index(&self, sums: &IndexSums, weights: &Weights) -> Quotient {
        let terms = sums.elements.iter().zip(&weights.numerators).zip(&self.factors);
        let numerator = terms.map(|((element, weight), factor)| factor * (element.sum() * weight)).sum();
        Quotient { numerator, denominator: &self.multiple * weights.denominator }
    }

    /// R_u times the common multiple.
    pub(super) fn mean(&self, position: usize, element: &ElementSums) -> BigInt {
        self.factors.get(position).map_or_else(BigInt::zero, |factor| factor * element.sum())
    }

    /// Σ_u R_u times the common multiple.
    pub(super) fn sum_of_means(&self, sums: &IndexSums) -> BigInt {
        sums.elements.iter().enumerate().map(|(position, element)| self.mean(position, element)).sum()
    }

    /// SE² of the converted value: n/(n−1)·625·Σ_u Σ_v w_u·w_v/(n_u·n_v)·(SS_uv − R_v·SA_uv − R_u·SA_vu + R_u·R_v·AA_uv).
    ///
    /// `None` without pair sums or with fewer than two responses.
    pub(super) fn variance(&self, sums: &IndexSums, weights: &Weights) -> Option<Quotient> {
        let cells = Cells::of(sums)?;
        let squares: Vec<BigInt> = self.factors.iter().map(|factor| factor * factor).collect();
        let mut total = BigInt::zero();
        for (u, (square, &weight_u)) in squares.iter().zip(&weights.numerators).enumerate() {
            let row = squares.iter().zip(&weights.numerators).enumerate();
            let row: BigInt = row
                .filter(|(_, (_, weight))| **weight != 0)
                .map(|(v, (square, &weight_v))| square * (cells.at(u, v) * i128::from(weight_v)))
                .sum();
            total += row * square * weight_u;
        }
        let multiple_squared = &self.multiple * &self.multiple;
        Some(Quotient {
            numerator: total * (625 * i128::from(sums.n)),
            denominator: &multiple_squared
                * &multiple_squared
                * (i128::from(sums.n - 1) * i128::from(weights.denominator) * i128::from(weights.denominator)),
        })
    }
}

/// SE² of one element's converted value, for printing: the same sum with one term.
pub(super) fn element_variance(sums: &IndexSums, position: usize) -> Option<f64> {
    let answered = sums.elements.get(position)?.answered();
    let cell = Cells::of(sums)?.at(position, position).to_f64()?;
    Some(scale_of(sums.n)? * cell / answered.to_f64().filter(|answered| *answered > 0.0)?.powi(4))
}

/// SE² of the converted value, for printing: each term from exact integers, their sum in binary floating point.
///
/// Where terms cancel, so that digits would be lost or a zero missed, the exact sum decides.
pub(super) fn printed_variance(sums: &IndexSums, weights: &Weights, common: &Common) -> Option<f64> {
    let cells = Cells::of(sums)?;
    let mut factors = Vec::with_capacity(sums.elements.len());
    for (position, (element, weight)) in sums.elements.iter().zip(&weights.numerators).enumerate() {
        if *weight != 0 {
            factors.push((
                position,
                weight.to_f64()? / weights.denominator.to_f64()? / element.answered().to_f64()?.powi(2),
            ));
        }
    }
    let (mut sum, mut size) = (0.0_f64, 0.0_f64);
    for (at, &(u, factor_u)) in factors.iter().enumerate() {
        for &(v, factor_v) in factors.iter().skip(at) {
            let both_orders = if u == v { 1.0 } else { 2.0 };
            let term = both_orders * factor_u * factor_v * cells.at(u, v).to_f64()?;
            sum += term;
            size += term.abs();
        }
    }
    if sum > CANCELLED * size {
        Some(scale_of(sums.n)? * sum)
    } else {
        common.variance(sums, weights).map(|exact| exact.to_f64())
    }
}

/// Below this share of what was added up, too many digits are lost.
const CANCELLED: f64 = 0.01;

/// 625·n ÷ (n − 1).
fn scale_of(n: i64) -> Option<f64> {
    Some(625.0 * n.to_f64()? / (n - 1).to_f64()?)
}

/// n_u·n_v times what one pair of elements adds to the variance.
struct Cells<'a> {
    sums: &'a IndexSums,
    cross: &'a super::CrossSums,
}

impl<'a> Cells<'a> {
    fn of(sums: &'a IndexSums) -> Option<Self> {
        let cross = sums.cross.as_ref().filter(|_| sums.n >= 2)?;
        Some(Self { sums, cross })
    }

    /// n_u·n_v·SS_uv − n_u·S_v·SA_uv − n_v·S_u·SA_vu + S_u·S_v·AA_uv; fits 128 bits to some 10⁹ responses.
    fn at(&self, u: usize, v: usize) -> i128 {
        let size = self.sums.elements.len();
        let of = |cells: &[i64], u: usize, v: usize| i128::from(cells.get(u * size + v).copied().unwrap_or(0));
        let sums = |position: usize| {
            let element = self.sums.elements.get(position);
            element.map_or((0, 0), |element| (i128::from(element.answered()), i128::from(element.sum())))
        };
        let ((n_u, s_u), (n_v, s_v)) = (sums(u), sums(v));
        n_u * (n_v * of(&self.cross.ss, u, v) - s_v * of(&self.cross.sa, u, v))
            + s_u * (s_v * of(&self.cross.aa, u, v) - n_v * of(&self.cross.sa, v, u))
    }
}

impl IndexSums {
    /// The index on 1–4, exactly; `None` without any answer.
    pub fn index_exact(&self, weight: Weight) -> Option<Exact> {
        self.exact_index(weight).map(Quotient::reduced)
    }

    /// The converted value on 25–100, exactly; `None` without any answer.
    pub fn converted_exact(&self, weight: Weight) -> Option<Exact> {
        let index = self.exact_index(weight)?;
        Some(Quotient { numerator: index.numerator * 25, denominator: index.denominator }.reduced())
    }

    /// SE² of the converted value, exactly and without finite correction; `None` without pair sums, with fewer than two
    /// responses or without any answer.
    pub fn standard_error_squared(&self, weight: Weight) -> Option<Exact> {
        let weights = weight.weights(self.kind, &self.answered());
        self.exact_index(weight)?;
        Common::of(self).variance(self, &weights).map(Quotient::reduced)
    }

    /// The mean of one element by its official position, exactly; `None` without any answer.
    pub fn element_mean_exact(&self, position: usize) -> Option<Exact> {
        let element = self.elements.get(position).filter(|element| element.answered() > 0)?;
        Some(Exact::new(element.sum().into(), element.answered().into()))
    }

    fn exact_index(&self, weight: Weight) -> Option<Quotient> {
        let weights = weight.weights(self.kind, &self.answered());
        (self.elements_used() > 0).then(|| Common::of(self).index(self, &weights))
    }
}

fn greatest_common_divisor(left: i64, right: i64) -> i64 {
    if right == 0 { left } else { greatest_common_divisor(right, left % right) }
}
