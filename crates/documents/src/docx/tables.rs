//! Tables with heads that are repeated on every page.

use super::pages::head_room;
use super::xml::{TEXT_WIDTH, paragraph, run, styled};
use crate::brand::Brand;
use crate::story::{Align, Cell, Table};

/// The table; its caption stands before it.
pub(super) fn table(table: &Table, brand: &Brand) -> String {
    let widths = widths(table);
    let grid: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    let heads = heads(table, &widths, brand);
    let first_foot = table.rows.len().saturating_sub(table.foot);
    let rows: String =
        (0..table.rows.len()).map(|at| self::row(table, at, &widths, (at >= first_foot).then_some(brand))).collect();
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"{TEXT_WIDTH}\" w:type=\"dxa\"/><w:tblLayout \
         w:type=\"fixed\"/><w:tblLook w:val=\"0420\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" \
         w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{heads}{rows}</w:tbl>"
    )
}

/// Shares of the width of the text; the last column takes what rounding left. No word of a head is broken, as long as there is
/// room for all of them.
pub(super) fn widths(table: &Table) -> Vec<u32> {
    let all: u32 = table.columns.iter().map(|column| column.width).sum::<u32>().max(1);
    let mut widths: Vec<u32> = table.columns.iter().map(|column| TEXT_WIDTH * column.width / all).collect();
    let used: u32 = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        *last += TEXT_WIDTH.saturating_sub(used);
    }
    let least = least_widths(table);
    let missing: u32 = widths.iter().zip(&least).map(|(width, least)| least.saturating_sub(*width)).sum();
    let spare: u32 = widths.iter().zip(&least).map(|(width, least)| width.saturating_sub(*least)).sum();
    if missing == 0 || spare < missing {
        return widths;
    }
    // Who has room gives of it in proportion; what rounding leaves is the widest column's.
    for (width, least) in widths.iter_mut().zip(&least) {
        *width = (*width).max(*least) - width.saturating_sub(*least) * missing / spare;
    }
    let over = widths.iter().sum::<u32>().saturating_sub(TEXT_WIDTH);
    if let Some(widest) = widths.iter_mut().max() {
        *widest -= over;
    }
    widths
}

/// What the longest word in the head of each column needs.
fn least_widths(table: &Table) -> Vec<u32> {
    let mut least = vec![0_u32; table.columns.len()];
    let mut need = |column: usize, cell: &Cell| {
        if let Some(least) = least.get_mut(column).filter(|_| cell.columns == 1) {
            *least = (*least).max(cell.text.split_whitespace().map(head_room).max().unwrap_or(0));
        }
    };
    let mut below = table.head.get(1).into_iter().flatten();
    let mut column = 0;
    for cell in table.head.first().into_iter().flatten() {
        need(column, cell);
        if cell.rows <= 1 {
            (column..).zip(below.by_ref().take(cell.columns)).for_each(|(column, cell)| need(column, cell));
        }
        column += cell.columns;
    }
    least
}

/// One or two rows; a cell over both rows is continued in the second.
fn heads(table: &Table, widths: &[u32], brand: &Brand) -> String {
    let Some(first) = table.head.first() else { return String::new() };
    let mut below = table.head.get(1).into_iter().flatten();
    let (mut column, mut upper, mut lower) = (0, String::new(), String::new());
    for cell in first {
        let width = |from: usize, count: usize| widths.iter().skip(from).take(count).sum::<u32>();
        let merge = if cell.rows > 1 { "<w:vMerge w:val=\"restart\"/>" } else { "" };
        upper.push_str(&head_cell(cell, width(column, cell.columns), merge, brand));
        if cell.rows > 1 {
            lower.push_str(&head_cell(
                &Cell { text: String::new(), ..cell.clone() },
                width(column, cell.columns),
                "<w:vMerge/>",
                brand,
            ));
        } else {
            for (at, cell) in (column..).zip(below.by_ref().take(cell.columns)) {
                lower.push_str(&head_cell(cell, width(at, 1), "", brand));
            }
        }
        column += cell.columns;
    }
    let row = |cells: &str| format!("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>");
    if table.head.len() > 1 { row(&upper) + &row(&lower) } else { row(&upper) }
}

fn head_cell(cell: &Cell, width: u32, merge: &str, brand: &Brand) -> String {
    let span = if cell.columns > 1 { format!("<w:gridSpan w:val=\"{}\"/>", cell.columns) } else { String::new() };
    format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{span}{merge}<w:shd w:val=\"clear\" w:color=\"auto\" \
         w:fill=\"{}\"/><w:vAlign w:val=\"center\"/></w:tcPr>{}</w:tc>",
        brand.main.to_uppercase(),
        paragraph("TableHead", "", &run(&cell.text))
    )
}

/// A row of the body, or one of the totals in the brand's pale.
fn row(table: &Table, at: usize, widths: &[u32], foot: Option<&Brand>) -> String {
    let is_foot = foot.is_some();
    let row = table.rows.get(at).map_or(&[][..], Vec::as_slice);
    let keep = if keeps_next(table, at) { "<w:keepNext/>" } else { "" };
    let style = if table.dense { "TableDense" } else { "TableText" };
    let fill = foot.map_or_else(String::new, |brand| {
        format!("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{}\"/>", brand.pale.to_uppercase())
    });
    let cell = |begin: usize, columns: usize| {
        let align = match table.columns.get(begin).map(|column| column.align) {
            None | Some(Align::Left) => "",
            Some(Align::Center) => "<w:jc w:val=\"center\"/>",
            Some(Align::Right) => "<w:jc w:val=\"right\"/>",
        };
        let width: u32 = widths.iter().skip(begin).take(columns).sum();
        let span = if columns > 1 { format!("<w:gridSpan w:val=\"{columns}\"/>") } else { String::new() };
        let merge = match table.reach(at, begin) {
            _ if is_foot || begin >= table.grouped => "",
            0 => "<w:vMerge/>",
            1 => "",
            _ => "<w:vMerge w:val=\"restart\"/>",
        };
        let text = styled(if is_foot { "<w:b/>" } else { "" }, row.get(begin).map_or("", String::as_str));
        format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{span}{merge}{fill}<w:vAlign w:val=\"center\"/></w:tcPr>{}</w:tc>",
            paragraph(style, &format!("{keep}{align}"), &text)
        )
    };
    let cells: String = if is_foot {
        table.foot_cells().into_iter().map(|(begin, columns)| cell(begin, columns)).collect()
    } else {
        (0..row.len()).map(|begin| cell(begin, 1)).collect()
    };
    format!("<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>")
}

/// Whether a row stays on the page of the one below: within a small table, a group of a few rows, and the totals.
pub(super) fn keeps_next(table: &Table, at: usize) -> bool {
    let last = table.rows.len().saturating_sub(1);
    let first_foot = table.rows.len().saturating_sub(table.foot);
    let group = (0..=at).rev().find(|row| table.reach(*row, table.grouped.saturating_sub(1)) > 0).unwrap_or(0);
    let rows = table.reach(group, table.grouped.saturating_sub(1));
    let in_group = table.grouped > 0 && rows <= MOST_GROUPED && at + 1 < group + rows;
    at < last && (table.together || in_group || at + 1 >= first_foot && table.foot > 0)
}

/// A longer group may be split.
const MOST_GROUPED: usize = 8;
