//! What a story is made of.

use crate::brand::Brand;
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
    /// Made by [`Node::table`].
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

impl Node {
    /// A table, which stays on one page where it is small.
    pub(crate) fn table(table: Table) -> Self {
        Self::Table(Table { together: table.rows.len() <= MOST_ROWS && table.lines() <= MOST_LINES, ..table })
    }

    /// A chart in the city's colours.
    pub(crate) fn repaint(&mut self, brand: &Brand) {
        if let Self::Chart(chart) = self {
            brand.repaint(&mut chart.svg);
        }
    }
}

/// A table of at most so many rows and about so many lines is not split.
const MOST_ROWS: usize = 12;
const MOST_LINES: u32 = 30;

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
    /// Every row but heads and totals is one line: its height need not be measured, which is half the work of a long table.
    pub(crate) one_line: bool,
    /// Not to be split over two pages.
    pub(crate) together: bool,
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
            one_line: false,
            together: false,
            note: String::new(),
        }
    }

    /// About how many lines of a page its rows take.
    pub(crate) fn lines(&self) -> u32 {
        let all: u32 = self.columns.iter().map(|column| column.width).sum::<u32>().max(1);
        let of_row = |row: &Vec<String>| {
            let cells = row.iter().zip(&self.columns).map(|(text, column)| {
                let room = (95 * column.width / all).max(1);
                u32::try_from(text.chars().count()).unwrap_or(0).div_ceil(room).max(1)
            });
            cells.max().unwrap_or(1)
        };
        self.rows.iter().map(of_row).fold(0, u32::saturating_add)
    }

    /// How many rows a cell reaches over: those below it that are empty in its column. Only the columns that group rows have
    /// such cells; a cell that hangs on the one above reaches over none.
    pub(crate) fn reach(&self, row: usize, column: usize) -> usize {
        let body = self.rows.len() - self.foot.min(self.rows.len());
        let hangs = |row: usize| {
            row > 0
                && row < body
                && column < self.grouped
                && self.rows.get(row).and_then(|row| row.get(column)).is_some_and(String::is_empty)
        };
        if hangs(row) { 0 } else { 1 + (row + 1..body).take_while(|row| hangs(*row)).count() }
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
