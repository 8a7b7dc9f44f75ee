//! Tables: numbers right, names left, a head that stays; on a narrow screen each row is a card.

use super::{Glyph, icon};
use crate::language::{tr, tr_with};
use dom::{Node, el, live};
use signals::RwSignal;
use texts::ui::UiText;

/// A column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// Its head, which also labels the value on a narrow screen.
    pub label: String,
    /// Numbers stand right.
    pub number: bool,
    /// Whether the head sorts by it.
    pub sorts: bool,
}

impl Column {
    /// A column of words.
    pub fn words(label: impl Into<String>) -> Self {
        Self { label: label.into(), ..Self::default() }
    }

    /// A column of numbers.
    pub fn numbers(label: impl Into<String>) -> Self {
        Self { label: label.into(), number: true, sorts: false }
    }

    /// Its head sorts by it.
    #[must_use]
    pub fn sorting(self) -> Self {
        Self { sorts: true, ..self }
    }
}

/// A row: one cell a column; the first names it.
pub type Row = Vec<Node>;

/// Which column sorts, and whether downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    /// The column, from 0.
    pub column: usize,
    /// From the largest to the smallest.
    pub down: bool,
}

/// A table. Sorting is the caller's: `sort` says by which head, the rows come sorted.
#[must_use]
pub struct Table {
    caption: String,
    columns: Vec<Column>,
    rows: Box<dyn Fn() -> Vec<Row>>,
    sort: Option<RwSignal<Sort>>,
    class: &'static str,
}

impl Table {
    /// A table: what it shows (for readers), its columns, its rows, which follow their signals.
    pub fn new(caption: impl Into<String>, columns: Vec<Column>, rows: impl Fn() -> Vec<Row> + 'static) -> Self {
        Self { caption: caption.into(), columns, rows: Box::new(rows), sort: None, class: "" }
    }

    /// By which column it is sorted, where heads sort.
    pub fn sort(self, sort: RwSignal<Sort>) -> Self {
        Self { sort: Some(sort), ..self }
    }

    /// Keeps its shape on a narrow screen and scrolls sideways: for matrices alone.
    pub fn matrix(self) -> Self {
        Self { class: "matrix", ..self }
    }

    /// Keeps its columns on a narrow screen, where they fit.
    pub fn slim(self) -> Self {
        Self { class: "slim", ..self }
    }

    /// As a node.
    pub fn node(self) -> Node {
        let Self { caption, columns, rows, sort, class } = self;
        let heads = columns.iter().enumerate().map(|(at, column)| head(at, column, sort));
        let head = el("thead", "").child(el("tr", "").all(heads));
        let table = el("table", "").child(el("caption", "sr").text(&caption)).child(head);
        let lines = move || rows().into_iter().map(|row| line(&columns, row)).collect::<Vec<_>>();
        let table = table.child(el("tbody", "").child(live(lines)));
        let place = match class {
            "matrix" => {
                let place = el("div", "table matrix").attr("role", "region").attr("aria-label", &caption);
                place.attr("tabindex", "0")
            }
            "slim" => el("div", "table slim"),
            _ => el("div", "table"),
        };
        place.child(table)
    }
}

impl From<Table> for Node {
    fn from(table: Table) -> Self {
        table.node()
    }
}

fn line(columns: &[Column], row: Row) -> Node {
    let cells = columns.iter().zip(row).enumerate().map(|(at, (column, cell))| {
        let class = if column.number { "r" } else { "" };
        let place = match at {
            0 => el("th", class).attr("scope", "row"),
            _ => el("td", class).attr("data-label", &column.label),
        };
        place.child(cell)
    });
    el("tr", "").all(cells)
}

fn head(at: usize, column: &Column, sort: Option<RwSignal<Sort>>) -> Node {
    let place = el("th", if column.number { "r" } else { "" }).attr("scope", "col");
    if column.label.is_empty() {
        // What can be done with a row; readers hear it.
        return place.child(el("span", "sr").text(tr(UiText::Actions)));
    }
    let Some(sort) = sort.filter(|_| column.sorts) else { return place.text(&column.label) };
    let state = move || match sort.get() {
        Sort { column, .. } if column != at => "none",
        Sort { down: true, .. } => "descending",
        Sort { .. } => "ascending",
    };
    let number = column.number;
    let press = move |_| {
        sort.update(|sort| {
            let down = if sort.column == at { !sort.down } else { number };
            *sort = Sort { column: at, down };
        });
    };
    let glyph = move || {
        let sort = sort.get();
        (sort.column == at).then(|| icon(if sort.down { Glyph::Down } else { Glyph::Up }))
    };
    let label = tr_with(UiText::SortBy, &[("column", &column.label)]);
    let button = el("button", "sort").attr("type", "button").attr("title", &label).on("click", press);
    place.bind("aria-sort", state).child(button.text(&column.label).child(live(glyph)))
}
