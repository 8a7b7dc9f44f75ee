//! Which elements are lowest and highest.

use super::{capital, joined, word};
use crate::Decimal;
use crate::figures::{ElementResult, IndexResult};
use crate::report::ReportDocument;

/// How many are named on each side, where there are enough.
const NAMED: usize = 3;

/// Lowest and highest elements of every index.
pub(super) fn analysis(document: &ReportDocument) -> Vec<String> {
    let mut paragraphs: Vec<String> = document.told_indices().into_iter().filter_map(of_index).collect();
    if document.city.is_some() && !paragraphs.is_empty() {
        paragraphs.insert(0, "Nilai unsur kota dihitung dari gabungan jawaban seluruh unit.".to_owned());
    }
    paragraphs
}

/// One paragraph; `None` for an index of a single element.
pub(super) fn of_index(index: &IndexResult) -> Option<String> {
    let (short, ranked) = (index.summary.index.code().to_uppercase(), ranked(index));
    let (first, last) = (ranked.first()?, ranked.last()?);
    if ranked.len() < 2 {
        return None;
    }
    if first.0 == last.0 {
        return Some(format!(
            "Seluruh unsur {short} memperoleh nilai yang sama, yaitu {{{}.converted}}.",
            key(first.1)
        ));
    }
    let lowest = extreme(&ranked);
    let mut from_the_top = ranked.clone();
    from_the_top.sort_by_key(|(value, _)| std::cmp::Reverse(*value));
    let highest = extreme(&from_the_top);
    let one = |count: usize, adjective: &str| match count {
        1 => format!("Unsur {adjective}"),
        count => capital(&format!("{} unsur {adjective}", word(count))),
    };
    Some(format!(
        "{} {short} adalah {}. {} adalah {}.",
        one(lowest.len(), "terendah"),
        named(&lowest),
        one(highest.len(), "tertinggi"),
        named(&highest),
    ))
}

/// From the lowest to the highest printed value; ties in the official order.
fn ranked(index: &IndexResult) -> Vec<(Decimal, &ElementResult)> {
    let value = |element: &ElementResult| element.converted.as_ref()?.parse::<Decimal>().ok();
    let mut ranked: Vec<_> = index.elements.iter().filter_map(|element| Some((value(element)?, element))).collect();
    ranked.sort_by_key(|(value, _)| *value);
    ranked
}

/// The first three, or fewer of a short index, with all that tie with the last of them; but never more than half of the
/// elements unless they tie with the very first.
fn extreme<'a>(ranked: &[(Decimal, &'a ElementResult)]) -> Vec<(Decimal, &'a ElementResult)> {
    let half = ranked.len() / 2;
    let mut count = NAMED.min(half).max(1);
    let tied = |count: usize| {
        let limit = ranked.get(count - 1).map(|(value, _)| *value);
        ranked.iter().rposition(|(value, _)| Some(*value) == limit).map_or(0, |last| last + 1)
    };
    while count > 1 && tied(count) > half.max(count) {
        count -= 1;
    }
    ranked.iter().take(tied(count)).copied().collect()
}

/// Names with values; those of one value together: "U2 … dan U8 … (masing-masing 78,20)".
fn named(elements: &[(Decimal, &ElementResult)]) -> String {
    let mut groups: Vec<Vec<&ElementResult>> = Vec::new();
    let mut before = None;
    for (value, element) in elements {
        match groups.last_mut() {
            Some(group) if before == Some(*value) => group.push(element),
            _ => groups.push(vec![element]),
        }
        before = Some(*value);
    }
    let name = |element: &&ElementResult| format!("{} {{{}.nama}}", element.code, key(element));
    let text = |group: &Vec<&ElementResult>| {
        let names: Vec<String> = group.iter().map(name).collect();
        let value = group.first().map_or_else(String::new, |element| format!("{{{}.converted}}", key(element)));
        let each = if group.len() > 1 { "masing-masing " } else { "" };
        format!("{} ({each}{value})", joined(&names))
    };
    let together = groups.iter().any(|group| group.len() > 1);
    let told: Vec<String> = groups.iter().map(text).collect();
    match told.as_slice() {
        [before @ .., last] if together && !before.is_empty() => format!("{} serta {last}", before.join(", ")),
        _ => joined(&told),
    }
}

fn key(element: &ElementResult) -> String {
    element.code.to_lowercase()
}
