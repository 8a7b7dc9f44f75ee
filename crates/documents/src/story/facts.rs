//! Rows of a label and its figures: printed as words in PDF and Word, kept as numbers in the workbook.

use super::{Printer, Table};
use texts::format;

/// A figure, or the words in its place.
#[derive(Clone, Debug)]
pub(crate) enum Amount {
    Text(String),
    Count(i64),
    /// The respondents of the report.
    Respondents(i64),
    /// The least sample, which follows from the population in the row above.
    Required(i64),
    /// As it is printed, with a point.
    Decimal(String),
    /// "1/9".
    Fraction(String),
    /// A part of a whole; the part stands before it.
    Share {
        part: i64,
        whole: i64,
    },
    /// A decimal and what is told of it behind a comma.
    Told {
        value: String,
        rest: String,
    },
    /// A dash.
    Nothing,
}

impl Amount {
    pub(crate) fn known(number: Option<i64>, amount: fn(i64) -> Self, otherwise: &str) -> Self {
        number.map_or_else(|| Self::Text(otherwise.to_owned()), amount)
    }

    fn printed(&self) -> String {
        match self {
            Self::Text(text) | Self::Fraction(text) => text.clone(),
            Self::Count(number) | Self::Respondents(number) | Self::Required(number) => Printer::count(*number),
            Self::Decimal(figure) => Printer::decimal(figure),
            Self::Share { part, whole } => Printer::share(*part, *whole),
            Self::Told { value, rest } => format!("{}, {rest}", Printer::decimal(value)),
            Self::Nothing => format::NONE.to_owned(),
        }
    }
}

/// A label with its figures.
#[derive(Clone, Debug)]
pub(crate) struct Fact {
    pub(crate) label: String,
    pub(crate) amounts: Vec<Amount>,
}

impl Fact {
    pub(crate) fn of(label: impl Into<String>, amounts: impl Into<Vec<Amount>>) -> Self {
        Self { label: label.into(), amounts: amounts.into() }
    }
}

/// A table of facts.
#[derive(Debug)]
pub(crate) struct FactTable {
    /// Caption, head and columns; its rows are those of the facts.
    pub(crate) table: Table,
    pub(crate) facts: Vec<Fact>,
}

impl FactTable {
    pub(crate) fn new(mut table: Table, facts: Vec<Fact>) -> Self {
        let row =
            |fact: &Fact| std::iter::once(fact.label.clone()).chain(fact.amounts.iter().map(Amount::printed)).collect();
        table.rows = facts.iter().map(row).collect();
        Self { table, facts }
    }
}
