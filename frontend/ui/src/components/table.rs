//! Tables: numbers right, names left, a head that stays; on a narrow screen each row is a card.

use super::{Glyph, Icon};
use crate::language::tr_with;
use leptos::prelude::*;
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
pub type Row = Vec<AnyView>;

/// Which column sorts, and whether downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    /// The column, from 0.
    pub column: usize,
    /// From the largest to the smallest.
    pub down: bool,
}

/// A table. Sorting is the caller's: `sort` says by which head, the rows come sorted.
#[component]
pub fn Table(
    /// What the table shows, for readers.
    #[prop(into)]
    caption: String,
    /// The columns.
    columns: Vec<Column>,
    /// The rows.
    rows: impl Fn() -> Vec<Row> + Send + Sync + 'static,
    /// By which column it is sorted, where heads sort.
    #[prop(optional, into)]
    sort: Option<RwSignal<Sort>>,
    /// Keeps its shape on a narrow screen and scrolls sideways: for matrices alone.
    #[prop(optional)]
    matrix: bool,
    /// Keeps its columns on a narrow screen, where they fit.
    #[prop(optional)]
    slim: bool,
) -> impl IntoView {
    let heads = columns.clone().into_iter().enumerate().map(|(at, column)| head(at, column, sort)).collect_view();
    let cells = StoredValue::new(columns);
    let line = move |row: Row| {
        let mut columns = cells.get_value().into_iter();
        let mut row = row.into_iter();
        let first = columns.next().zip(row.next());
        let first = first.map(|(column, cell)| view! { <th scope="row" class:r=column.number>{cell}</th> });
        let rest = columns.zip(row).map(|(column, cell)| {
            view! { <td class:r=column.number data-label=column.label>{cell}</td> }
        });
        view! { <tr>{first}{rest.collect_view()}</tr> }
    };
    let region = matrix.then(|| caption.clone());
    view! {
        <div class="table" class:matrix=matrix class:slim=slim role=matrix.then_some("region") aria-label=region tabindex=matrix.then_some("0")>
            <table>
                <caption class="sr">{caption}</caption>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{move || rows().into_iter().map(line).collect_view()}</tbody>
            </table>
        </div>
    }
}

fn head(at: usize, column: Column, sort: Option<RwSignal<Sort>>) -> AnyView {
    let Some(sort) = sort.filter(|_| column.sorts) else {
        return view! { <th scope="col" class:r=column.number>{column.label}</th> }.into_any();
    };
    let state = move || match sort.get() {
        Sort { column, down } if column == at => {
            if down {
                "descending"
            } else {
                "ascending"
            }
        }
        _ => "none",
    };
    let press = move |_| {
        sort.update(|sort| {
            let down = if sort.column == at { !sort.down } else { column.number };
            *sort = Sort { column: at, down };
        });
    };
    let glyph = move || {
        let sort = sort.get();
        (sort.column == at).then(|| view! { <Icon glyph=if sort.down { Glyph::Down } else { Glyph::Up }/> })
    };
    let label = tr_with(UiText::SortBy, &[("column", &column.label)]);
    view! {
        <th scope="col" class:r=column.number aria-sort=state>
            <button type="button" class="sort" title=label on:click=press>{column.label}{glyph}</button>
        </th>
    }
    .into_any()
}
