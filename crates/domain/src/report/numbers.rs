//! Numbers typed by hand that are no figure of the report.

use super::{Facts, Paragraph, Piece, ReportDocument};
use crate::figures::percent;
use crate::{Decimal, IndexKind};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeSet;

/// A number in the words of a paragraph that is none of the report.
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

/// Every number that stands in a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownNumbers(BTreeSet<String>);

impl KnownNumbers {
    /// The facts and whatever the report's tables hold: figures, services, trend, units and how the answers came.
    pub fn of(document: &ReportDocument, facts: &Facts) -> Self {
        let mut known = Self::default();
        for (_, shown) in facts.iter() {
            known.text(shown);
        }
        known.part(&document.figures);
        known.part(&document.services);
        known.part(&document.trends);
        known.part(&document.alphas);
        known.part(&document.city);
        known.part(&document.quality);
        for element in document.figures.indices.iter().flat_map(|index| &index.elements) {
            for percent in element.scores.iter().filter_map(|n| percent(*n, element.answered)) {
                known.figure(&percent);
            }
        }
        known
    }

    /// The hand-typed numbers of a paragraph that are none of these and do not stand in what the slot says by itself either.
    ///
    /// `84,17` and `84,170` are one number, `1.250` is a thousand two hundred and fifty, as Indonesian writes them. Letters
    /// right before a number make it a name (`U3`, `TW2`), but for those of an index (`IKM79,53`).
    pub fn foreign_in(&self, paragraph: &Paragraph, own: &[Paragraph]) -> Vec<ForeignNumber> {
        let mut of_slot = Self::default();
        for paragraph in own {
            of_slot.text(&paragraph.plain());
        }
        let mut found = Vec::new();
        for (at, piece) in paragraph.pieces.iter().enumerate() {
            let Piece::Text { text } = piece else { continue };
            let foreign = numbers(text).into_iter().filter(|number| {
                let number = normal(number);
                !self.0.contains(&number) && !of_slot.0.contains(&number)
            });
            found.extend(foreign.map(|number| ForeignNumber { piece: at, number }));
        }
        found
    }

    fn text(&mut self, text: &str) {
        self.0.extend(numbers(text).iter().map(|number| normal(number)));
    }

    /// A figure as a document keeps it: `84.17`.
    fn figure(&mut self, figure: &str) {
        self.0.insert(normal(&figure.trim_start_matches('-').replace('.', ",")));
    }

    fn part(&mut self, part: &impl Serialize) {
        if let Ok(part) = serde_json::to_value(part) {
            self.value(&part);
        }
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Number(number) => self.figure(&number.to_string()),
            Value::String(text) if text.parse::<Decimal>().is_ok() => self.figure(text),
            Value::String(text) => self.text(text),
            Value::Array(values) => values.iter().for_each(|value| self.value(value)),
            Value::Object(fields) => fields.values().for_each(|value| self.value(value)),
            Value::Null | Value::Bool(_) => {}
        }
    }
}

fn numbers(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = chars.get(at).copied() {
        if !is_digit(c) {
            at += 1;
            continue;
        }
        let start = at;
        let digit = |at: usize| chars.get(at).is_some_and(|c| is_digit(*c));
        while digit(at) || (matches!(chars.get(at), Some('.' | ',')) && digit(at + 1)) {
            at += 1;
        }
        let (before, number) = (chars.get(..start).unwrap_or_default(), chars.get(start..at).unwrap_or_default());
        if !is_name(before, number) {
            found.push(number.iter().collect());
        }
    }
    found
}

/// Whether the letters right before a number make it a name; those of an index, or of a word before a decimal, do not.
fn is_name(before: &[char], number: &[char]) -> bool {
    let letters: String = before.iter().rev().take_while(|c| c.is_alphabetic()).collect();
    let is_index =
        IndexKind::ALL.iter().any(|index| index.code().chars().rev().eq(letters.to_ascii_lowercase().chars()));
    let is_decimal = letters.chars().count() > 2 && number.contains(&',');
    !(letters.is_empty() || is_index || is_decimal)
}

/// Also of the full width that some keyboards write.
fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || FULL_WIDTH.contains(&c)
}

const FULL_WIDTH: [char; 10] = ['０', '１', '２', '３', '４', '５', '６', '７', '８', '９'];

/// Without signs of thousands, zeros before and zeros behind the comma.
fn normal(number: &str) -> String {
    let plain = |c: char| FULL_WIDTH.iter().zip('0'..='9').find(|(wide, _)| **wide == c).map_or(c, |(_, digit)| digit);
    let number: String = number.chars().map(plain).collect();
    let (whole, rest) = number.split_once(',').unwrap_or((&number, ""));
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    let whole = whole.trim_start_matches('0');
    let rest = rest.trim_end_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if rest.is_empty() { whole.to_owned() } else { format!("{whole},{rest}") }
}
