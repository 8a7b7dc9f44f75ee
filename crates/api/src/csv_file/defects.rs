//! What is wrong with a file, named as a spreadsheet names its cells.

use std::fmt;

/// More than this many are counted, not listed.
pub(crate) const MOST_LISTED: usize = 50;

/// Everything that is wrong with a file; while there is one, nothing of it is imported.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Defects {
    listed: Vec<String>,
    total: usize,
}

impl Defects {
    /// The one thing that keeps a file from being read at all.
    pub(crate) fn one(text: impl Into<String>) -> Self {
        Self { listed: vec![text.into()], total: 1 }
    }

    /// Adds one.
    pub(crate) fn push(&mut self, text: impl FnOnce() -> String) {
        self.total += 1;
        if self.listed.len() < MOST_LISTED {
            self.listed.push(text());
        }
    }

    /// How many there are.
    pub(crate) const fn total(&self) -> usize {
        self.total
    }

    /// The first of them.
    #[cfg(test)]
    pub(crate) fn listed(&self) -> &[String] {
        &self.listed
    }
}

impl fmt::Display for Defects {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for text in &self.listed {
            writeln!(f, "  {text}")?;
        }
        match self.total - self.listed.len() {
            0 => Ok(()),
            more => writeln!(f, "  … and {more} more"),
        }
    }
}

/// The letters of a column, counted from 0: A, B, …, Z, AA, …
pub(crate) fn column_letters(position: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = position + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

/// Text of a file inside a message: quoted and shortened.
pub(crate) fn quoted(text: &str) -> String {
    let short: String = text.chars().take(40).collect();
    format!("{short:?}{}", if short.len() < text.len() { "…" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_a_spreadsheet_does() {
        let letters = [0, 8, 25, 26, 51, 52, 701, 702].map(column_letters);
        assert_eq!(letters, ["A", "I", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn only_the_first_defects_are_listed() {
        let mut defects = Defects::default();
        for number in 0..60 {
            defects.push(|| format!("defect {number}"));
        }
        let text = defects.to_string();
        assert_eq!(text.lines().count(), 51);
        assert!(text.ends_with("  defect 49\n  … and 10 more\n"), "{text}");
    }
}
