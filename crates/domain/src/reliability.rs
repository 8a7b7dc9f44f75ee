//! Whether the elements of an index measure one thing: Cronbach's alpha.
//!
//! α = k/(k−1)·(1 − Σ_u Var(x_u) ÷ Var(Σ_u x_u)), with k elements and x_u a respondent's value of an element (Cronbach,
//! "Coefficient alpha and the internal structure of tests", Psychometrika 16, 1951). The value of an element is the mean of
//! the items answered in it.
//!
//! Listwise: a respondent counts when every element that has an answer at all has one of theirs; how many are left out is
//! told beside the figure. The sums are exact integers, the quotient is rounded once.

use crate::{Decimal, Grouping, IndexKind, Questionnaire};
use num_traits::ToPrimitive;

/// Below so many complete responses alpha says nothing.
pub const LEAST_COMPLETE: i64 = 10;
/// Every number of items that an element can pool divides it, so that means of items are whole numbers in this unit.
const COMMON: i64 = 720_720;
/// 1 to 16 divide [`COMMON`]; no grouping pools more items into one element.
const MOST_ITEMS: i64 = 16;

/// Cronbach's alpha of one index over some responses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reliability {
    /// Three decimals, or why there is none.
    pub alpha: Result<Decimal, NoAlpha>,
    /// k, the elements compared.
    pub elements: usize,
    /// Responses with a value for each of them.
    pub complete: i64,
    /// Responses left out because an element has no answer of theirs.
    pub left_out: i64,
}

/// Why there is no alpha.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAlpha {
    /// Fewer than ten complete responses, or fewer than two elements.
    TooFew,
    /// Every complete response has the same total.
    AllEqual,
}

/// The sums that alpha follows from, over values in any common unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlphaSums {
    n: i128,
    sums: Vec<i128>,
    squares: Vec<i128>,
    total: i128,
    total_squares: i128,
}

impl AlphaSums {
    /// Sums over so many elements.
    pub fn new(elements: usize) -> Self {
        Self { n: 0, sums: vec![0; elements], squares: vec![0; elements], total: 0, total_squares: 0 }
    }

    /// Adds one respondent: a value for each element. A row of another length is none.
    pub fn add(&mut self, values: &[i64]) {
        if values.len() != self.sums.len() {
            return;
        }
        self.n += 1;
        for ((sum, squares), &value) in self.sums.iter_mut().zip(&mut self.squares).zip(values) {
            *sum += i128::from(value);
            *squares += i128::from(value) * i128::from(value);
        }
        let total: i128 = values.iter().copied().map(i128::from).sum();
        self.total += total;
        self.total_squares += total * total;
    }

    /// Alpha before rounding; `None` for fewer than two elements or respondents, or when every total is the same.
    pub fn alpha(&self) -> Option<f64> {
        let k = i128::try_from(self.sums.len()).ok()?;
        // n² times the variances; the factor n/(n−1) of a sample is in both and falls out.
        let spread = |squares: i128, sum: i128| self.n * squares - sum * sum;
        let whole = spread(self.total_squares, self.total);
        let parts: i128 = self.squares.iter().zip(&self.sums).map(|(squares, sum)| spread(*squares, *sum)).sum();
        if k < 2 || self.n < 2 || whole <= 0 {
            return None;
        }
        Some((k * (whole - parts)).to_f64()? / ((k - 1) * whole).to_f64()?)
    }
}

/// Which items of a questionnaire feed which element of one index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElementPlan(Vec<Vec<usize>>);

impl ElementPlan {
    /// The plan, by the official order of elements; `None` when the questionnaire does not give the index.
    pub fn new(questionnaire: &Questionnaire, grouping: &Grouping, kind: IndexKind) -> Option<Self> {
        let mut items = vec![Vec::new(); kind.elements().len()];
        for element in &grouping.index(kind)?.elements {
            let fed = items.get_mut(kind.element_position(&element.element)?)?;
            for code in &element.items {
                fed.push(questionnaire.item_position(code)?);
            }
        }
        Some(Self(items))
    }

    /// A respondent's value of each element: the mean of the answered items, in units of 1/720720; `None` where none is
    /// answered.
    pub fn values(&self, answers: &[u8]) -> Vec<Option<i64>> {
        let value = |items: &Vec<usize>| {
            let scores = items.iter().filter_map(|item| answers.get(*item)).filter(|answer| (1..=4).contains(*answer));
            let (sum, count) = scores.fold((0, 0), |(sum, count), score| (sum + i64::from(*score), count + 1));
            (1..=MOST_ITEMS).contains(&count).then(|| sum * (COMMON / count))
        };
        self.0.iter().map(value).collect()
    }
}

/// Alpha of respondents' element values ([`ElementPlan::values`]), listwise; a row without any value is no response to the
/// index and is not counted.
pub fn reliability(rows: &[Vec<Option<i64>>]) -> Reliability {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let used: Vec<usize> = (0..width).filter(|at| rows.iter().any(|row| value_at(row, *at).is_some())).collect();
    let mut sums = AlphaSums::new(used.len());
    let (mut complete, mut left_out) = (0, 0);
    for row in rows.iter().filter(|row| row.iter().any(Option::is_some)) {
        match used.iter().map(|at| value_at(row, *at)).collect::<Option<Vec<i64>>>() {
            Some(values) => {
                sums.add(&values);
                complete += 1;
            }
            None => left_out += 1,
        }
    }
    let alpha = if complete < LEAST_COMPLETE || used.len() < 2 {
        Err(NoAlpha::TooFew)
    } else {
        sums.alpha().and_then(|alpha| Decimal::from_f64(alpha, 3)).ok_or(NoAlpha::AllEqual)
    };
    Reliability { alpha, elements: used.len(), complete, left_out }
}

fn value_at(row: &[Option<i64>], at: usize) -> Option<i64> {
    row.get(at).copied().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_elements_agree_wholly_and_contrary_ones_not_at_all() {
        let same: Vec<Vec<Option<i64>>> = (0..12).map(|at| vec![Some(at % 4), Some(at % 4), Some(at % 4)]).collect();
        let found = reliability(&same);
        assert_eq!((found.alpha, found.complete), (Ok(Decimal::new(1_000, 3)), 12));
        let contrary: Vec<Vec<Option<i64>>> = (0..12).map(|at| vec![Some(at % 4), Some(3 - at % 4)]).collect();
        assert_eq!(reliability(&contrary).alpha, Err(NoAlpha::AllEqual));
    }

    #[test]
    fn who_left_an_element_out_is_not_compared_but_named() {
        let mut rows: Vec<Vec<Option<i64>>> = (0..11).map(|at| vec![Some(at % 3), Some(at % 4), None]).collect();
        rows.push(vec![Some(1), None, None]);
        rows.push(vec![None, None, None]);
        let found = reliability(&rows);
        assert_eq!((found.elements, found.complete, found.left_out), (2, 11, 1));
        assert_eq!(reliability(&rows[..9]).alpha, Err(NoAlpha::TooFew));
        assert_eq!(reliability(&[]).alpha, Err(NoAlpha::TooFew));
    }

    #[test]
    fn every_number_of_items_divides_the_common_unit() {
        assert!((1..=MOST_ITEMS).all(|count| COMMON % count == 0));
    }
}
