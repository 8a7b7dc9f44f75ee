//! The annexes: the questionnaire, and respondents × elements.

use super::{Align, Cell, Column, Printer, Table};
use domain::IndexKind;
use domain::figures::IndexResult;
use domain::report::{MOST_PRINTED_ROWS, ProcessedSheet, ReportDocument};
use texts::fill;
use texts::report::{self, label};

pub(super) fn questionnaires(document: &ReportDocument) -> Vec<Table> {
    let columns =
        [(1, Align::Center), (8, Align::Left), (3, Align::Left), (3, Align::Left), (3, Align::Left), (3, Align::Left)];
    let text = report::QUESTIONNAIRE;
    let table = |sheet: &ProcessedSheet| {
        let mut table = Table::new(fill(text.caption, &[("title", &sheet.title)]), text.heads, &columns);
        table.rows = sheet
            .items
            .iter()
            .enumerate()
            .filter(|(at, _)| sheet.is_answered(*at))
            .zip(1_usize..)
            .map(|((_, item), no)| {
                let mut row = vec![no.to_string(), item.text.clone()];
                row.extend(item.options.iter().cloned());
                row.resize(6, String::new());
                row
            })
            .collect();
        table.note = sheet.profile_questions.join(" · ");
        table.unless_empty()
    };
    document.sheets.iter().filter_map(table).collect()
}

/// One table a questionnaire version and index that the report tells of; one that is too long says where the rows are. No answer
/// is printed twice: where all items of an index stand in an earlier table of the version, its own names that one above its totals.
pub(super) fn processed(document: &ReportDocument) -> Vec<Table> {
    let alone = document.sheets.len() == 1;
    let indices = document.told_indices();
    let of_sheet = |sheet: &ProcessedSheet, at: usize| {
        let items = |index: &IndexResult| -> Vec<usize> {
            sheet.columns(index.summary.index).into_iter().flat_map(|(_, items)| items).collect()
        };
        let index = *indices.get(at)?;
        let own = items(index);
        let earlier = indices.iter().take(at).find(|earlier| {
            let printed = items(earlier);
            own.iter().all(|item| printed.contains(item))
        });
        table(index, sheet, alone, earlier.map(|earlier| earlier.summary.index))
    };
    let of_index = |at: usize| document.sheets.iter().filter_map(move |sheet| of_sheet(sheet, at)).collect::<Vec<_>>();
    (0..indices.len()).flat_map(of_index).collect()
}

fn table(index: &IndexResult, sheet: &ProcessedSheet, alone: bool, earlier: Option<IndexKind>) -> Option<Table> {
    let (text, short) = (report::PROCESSED, index.summary.index.code().to_uppercase());
    let elements = sheet.columns(index.summary.index);
    let items: Vec<usize> = elements.iter().flat_map(|(_, items)| items).copied().collect();
    if items.is_empty() || sheet.rows.is_empty() || (earlier.is_some() && !alone) {
        return None;
    }
    let mut table = Table::new(format!("{} ({short})", text.caption), text.heads, &[(5, Align::Center)]);
    table.columns.extend(std::iter::repeat_n(Column { width: 2, align: Align::Center }, items.len()));
    table.dense = true;
    table.one_line = true;
    heads(&mut table, sheet, &elements);
    if sheet.rows.len() > MOST_PRINTED_ROWS {
        table.note = fill(label::TOO_LONG, &[("n", &Printer::len(sheet.rows.len()))]);
    } else if let Some(earlier) = earlier {
        table.note = fill(label::ROWS_ABOVE, &[("index", &earlier.code().to_uppercase())]);
    } else {
        table.rows = sheet
            .rows
            .iter()
            .zip(1_usize..)
            .map(|(row, no)| {
                let score =
                    |item: &usize| ProcessedSheet::score(row, *item).map_or_else(String::new, |s| s.to_string());
                std::iter::once(no.to_string()).chain(items.iter().map(score)).collect()
            })
            .collect();
    }
    if sheet.rows.len() <= MOST_PRINTED_ROWS {
        let names = elements.iter().map(|(element, _)| format!("{element} = {}", Printer::element(element)));
        let legend = names.collect::<Vec<_>>().join("; ");
        table.note = [std::mem::take(&mut table.note), legend].join(" ").trim_start().to_owned();
    }
    if alone {
        feet(&mut table, index, &elements, items.len());
    }
    Some(table)
}

/// Elements over their items where an element has several.
fn heads(table: &mut Table, sheet: &ProcessedSheet, elements: &[(&str, Vec<usize>)]) {
    let several = elements.iter().any(|(_, items)| items.len() > 1);
    let Some(first) = table.head.first_mut() else { return };
    if let Some(number) = first.first_mut().filter(|_| several) {
        number.rows = 2;
    }
    for (element, items) in elements {
        first.push(Cell { columns: items.len(), ..Cell::of(*element) });
    }
    if several {
        let codes = elements.iter().flat_map(|(_, items)| items).filter_map(|item| sheet.items.get(*item));
        table.head.push(codes.map(|item| Cell::of(item.code.as_str())).collect());
    }
}

/// Σ, NRR, NRR tertimbang, their sum and the index; an element of several items fills its first column.
fn feet(table: &mut Table, index: &IndexResult, elements: &[(&str, Vec<usize>)], width: usize) {
    let mut foot = |label: &str, value: &dyn Fn(&str) -> String| {
        let mut row = vec![label.to_owned()];
        for (element, items) in elements {
            row.push(value(element));
            row.extend(std::iter::repeat_n(String::new(), items.len() - 1));
        }
        table.rows.push(row);
    };
    table.foot_spans = std::iter::once(1).chain(elements.iter().map(|(_, items)| items.len())).collect();
    let of = |code: &str| index.elements.iter().find(|element| element.code == code);
    let sum = |code: &str| {
        of(code).map_or_else(String::new, |element| {
            Printer::count(element.scores.iter().zip(1..).map(|(n, score)| n * score).sum())
        })
    };
    foot(label::SUM_OF_SCORES, &sum);
    foot(label::MEAN, &|code| Printer::option(of(code).and_then(|element| element.mean.as_ref())));
    foot(label::WEIGHTED, &|code| Printer::option(of(code).and_then(|element| element.weighted_mean.as_ref())));
    table.foot = 3;
    if index.pooled.is_some() {
        // The mean of services does not follow from the rows.
        return;
    }
    let mut last = |label: String, value: String| {
        let mut row = vec![label, value];
        row.resize(width + 1, String::new());
        table.rows.push(row);
    };
    last(label::WEIGHTED_SUM.to_owned(), Printer::decimal(&index.summary.value));
    let short = index.summary.index.code().to_uppercase();
    last(fill(label::UNIT_INDEX, &[("index", &short)]), Printer::decimal(&index.summary.converted));
    table.foot = 5;
}
