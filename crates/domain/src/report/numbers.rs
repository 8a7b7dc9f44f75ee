//! Numbers typed by hand that are no figure of the report.

use super::{Facts, Paragraph, Piece};
use std::collections::BTreeSet;

/// A number in the words of a paragraph that equals no fact.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ForeignNumber {
    /// Which piece of the paragraph, from 0.
    #[cfg_attr(feature = "schema", schema(example = 2))]
    pub piece: usize,
    /// The number as it is written.
    #[cfg_attr(feature = "schema", schema(example = "84,71"))]
    pub number: String,
}

/// The hand-typed numbers of a paragraph that equal no figure and do not stand in what the slot says by itself either.
///
/// `84,17` and `84,170` are one number, `1.250` is a thousand two hundred and fifty, as Indonesian writes them. Letters
/// right before a number make it a name (`U3`, `TW2`).
pub fn foreign_numbers(paragraph: &Paragraph, own: &[Paragraph], facts: &Facts) -> Vec<ForeignNumber> {
    let own: Vec<String> = own.iter().map(Paragraph::plain).collect();
    let texts = facts.iter().map(|(_, shown)| shown).chain(own.iter().map(String::as_str));
    let known: BTreeSet<String> = texts.flat_map(numbers).map(|number| normal(&number)).collect();
    let mut found = Vec::new();
    for (at, piece) in paragraph.pieces.iter().enumerate() {
        let Piece::Text { text } = piece else { continue };
        let foreign = numbers(text).into_iter().filter(|number| !known.contains(&normal(number)));
        found.extend(foreign.map(|number| ForeignNumber { piece: at, number }));
    }
    found
}

fn numbers(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = chars.get(at).copied() {
        if !c.is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        let digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
        while digit(at) || (matches!(chars.get(at), Some('.' | ',')) && digit(at + 1)) {
            at += 1;
        }
        let in_a_name = start.checked_sub(1).and_then(|before| chars.get(before)).is_some_and(|c| c.is_alphabetic());
        if !in_a_name {
            found.push(chars.get(start..at).unwrap_or_default().iter().collect());
        }
    }
    found
}

/// Without signs of thousands, zeros before and zeros behind the comma.
fn normal(number: &str) -> String {
    let (whole, rest) = number.split_once(',').unwrap_or((number, ""));
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    let whole = whole.trim_start_matches('0');
    let rest = rest.trim_end_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if rest.is_empty() { whole.to_owned() } else { format!("{whole},{rest}") }
}
