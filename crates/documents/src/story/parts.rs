//! What a story is made of.

use serde::Serialize;

/// A chapter, section or annex.
#[derive(Debug, Serialize)]
pub(crate) struct Part {
    pub(crate) title: String,
    pub(crate) nodes: Vec<Node>,
    pub(crate) sections: Vec<Part>,
}

/// One thing on a page.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Node {
    Paragraph {
        runs: Vec<Run>,
    },
    Table(Table),
    Chart(Chart),
    List {
        ordered: bool,
        items: Vec<String>,
    },
    Photo {
        sha256: String,
        caption: String,
        /// Where a renderer keeps it; `None` when its bytes are not there.
        path: Option<String>,
    },
}

/// Words of one look.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Run {
    pub(crate) text: String,
    pub(crate) strong: bool,
}

impl Run {
    pub(crate) fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), strong: false }
    }
}

/// How a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Align {
    Left,
    Center,
    Right,
}

/// A column and its share of the width.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Column {
    pub(crate) width: u32,
    pub(crate) align: Align,
}

/// A cell of a head that may span others.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Cell {
    pub(crate) text: String,
    pub(crate) columns: usize,
    pub(crate) rows: usize,
}

impl Cell {
    pub(crate) fn of(text: impl Into<String>) -> Self {
        Self { text: text.into(), columns: 1, rows: 1 }
    }
}

/// A table.
#[derive(Debug, Serialize)]
pub(crate) struct Table {
    pub(crate) caption: String,
    pub(crate) columns: Vec<Column>,
    /// One or two rows, repeated on every page.
    pub(crate) head: Vec<Vec<Cell>>,
    pub(crate) rows: Vec<Vec<String>>,
    /// How many of the last rows are totals.
    pub(crate) foot: usize,
    /// How many columns each cell of the totals takes; one each when empty.
    pub(crate) foot_spans: Vec<usize>,
    /// In so many leading columns an empty cell belongs to the one above.
    pub(crate) grouped: usize,
    /// Small type for many columns or rows.
    pub(crate) dense: bool,
    pub(crate) note: String,
}

impl Table {
    /// A table of plain heads; `columns` are widths and alignments.
    pub(crate) fn new(caption: impl Into<String>, heads: &[&str], columns: &[(u32, Align)]) -> Self {
        Self {
            caption: caption.into(),
            columns: columns.iter().map(|(width, align)| Column { width: *width, align: *align }).collect(),
            head: vec![heads.iter().map(|head| Cell::of(*head)).collect()],
            rows: Vec::new(),
            foot: 0,
            foot_spans: Vec::new(),
            grouped: 0,
            dense: false,
            note: String::new(),
        }
    }

    /// The cells of a row of totals: where each begins, and how many columns it takes.
    pub(crate) fn foot_cells(&self) -> Vec<(usize, usize)> {
        let ones = vec![1; self.columns.len()];
        let spans = if self.foot_spans.is_empty() { &ones } else { &self.foot_spans };
        let begin = spans.iter().scan(0, |next, span| {
            *next += span;
            Some(*next - span)
        });
        begin.zip(spans.iter().copied()).collect()
    }

    /// The table unless it has no row.
    pub(crate) fn unless_empty(self) -> Option<Self> {
        (!self.rows.is_empty()).then_some(self)
    }
}

/// A drawing.
#[derive(Debug, Serialize)]
pub(crate) struct Chart {
    pub(crate) caption: String,
    /// The figure in words.
    pub(crate) alt: String,
    pub(crate) svg: String,
}
