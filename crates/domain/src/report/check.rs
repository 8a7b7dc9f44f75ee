//! What a reader with a calculator finds in the printed tables.

use crate::figures::IndexResult;
use crate::{Decimal, Exact, Weight};
use num_bigint::BigInt;

/// Whether the printed index follows from the printed means and from the printed weighted means; if not, a note says why.
pub fn adds_up(weight: &str, index: &IndexResult) -> bool {
    let weight = Weight::from_code(weight).unwrap_or_default().of(index.summary.index, index.elements_used);
    let twenty_five = Exact::from(BigInt::from(25));
    let printed = |text: &Option<String>| text.as_ref()?.parse::<Decimal>().ok().map(Decimal::to_exact);
    let means: Exact = index.elements.iter().filter_map(|element| printed(&element.mean)).sum();
    let weighted: Exact = index.elements.iter().filter_map(|element| printed(&element.weighted_mean)).sum();
    let rounded = |value: Exact| Decimal::round_half_up(&(value * &twenty_five), 2).to_string();
    rounded(means * weight) == index.summary.converted && rounded(weighted) == index.summary.converted
}

/// The mean of printed values, rounded to two decimals; `None` of none.
pub fn mean_of_printed_values<'a>(values: impl Iterator<Item = &'a str>) -> Option<String> {
    let values: Vec<Exact> = values.filter_map(|value| value.parse::<Decimal>().ok()).map(Decimal::to_exact).collect();
    let count = Exact::from(BigInt::from(values.len()));
    let sum = values.into_iter().reduce(|sum, value| sum + value)?;
    Some(Decimal::round_half_up(&(sum / count), 2).to_string())
}
