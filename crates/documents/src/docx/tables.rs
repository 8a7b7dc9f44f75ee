//! Tables with heads that are repeated on every page.

use super::xml::{TEXT_WIDTH, paragraph, run, styled};
use crate::story::{Align, Cell, Table};

/// About how many lines of a page a table takes.
pub(super) fn lines(table: &Table) -> u32 {
    let all: u32 = table.columns.iter().map(|column| column.width).sum::<u32>().max(1);
    let of_row = |row: &Vec<String>| {
        let cells = row.iter().zip(&table.columns).map(|(text, column)| {
            let room = (95 * column.width / all).max(1);
            u32::try_from(text.chars().count()).unwrap_or(0).div_ceil(room).max(1)
        });
        cells.max().unwrap_or(1)
    };
    let lines: u32 = table.rows.iter().map(of_row).sum();
    // Rows of cells are a little higher than lines of text, dense ones lower.
    if table.dense { lines * 3 / 4 + 2 } else { lines * 5 / 4 + 2 }
}

/// The table; its caption stands before it.
pub(super) fn table(table: &Table) -> String {
    let widths = widths(table);
    let grid: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    let heads = heads(table, &widths);
    let first_foot = table.rows.len().saturating_sub(table.foot);
    let rows: String =
        table.rows.iter().enumerate().map(|(at, row)| self::row(table, row, &widths, at >= first_foot)).collect();
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"{TEXT_WIDTH}\" w:type=\"dxa\"/><w:tblLayout \
         w:type=\"fixed\"/><w:tblLook w:val=\"0420\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" \
         w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{heads}{rows}</w:tbl>"
    )
}

/// Shares of the width of the text; the last column takes what rounding left.
fn widths(table: &Table) -> Vec<u32> {
    let all: u32 = table.columns.iter().map(|column| column.width).sum::<u32>().max(1);
    let mut widths: Vec<u32> = table.columns.iter().map(|column| TEXT_WIDTH * column.width / all).collect();
    let used: u32 = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        *last += TEXT_WIDTH.saturating_sub(used);
    }
    widths
}

/// One or two rows; a cell over both rows is continued in the second.
fn heads(table: &Table, widths: &[u32]) -> String {
    let Some(first) = table.head.first() else { return String::new() };
    let mut below = table.head.get(1).into_iter().flatten();
    let (mut column, mut upper, mut lower) = (0, String::new(), String::new());
    for cell in first {
        let width = |from: usize, count: usize| widths.iter().skip(from).take(count).sum::<u32>();
        let merge = if cell.rows > 1 { "<w:vMerge w:val=\"restart\"/>" } else { "" };
        upper.push_str(&head_cell(cell, width(column, cell.columns), merge));
        if cell.rows > 1 {
            lower.push_str(&head_cell(
                &Cell { text: String::new(), ..cell.clone() },
                width(column, cell.columns),
                "<w:vMerge/>",
            ));
        } else {
            for (at, cell) in (column..).zip(below.by_ref().take(cell.columns)) {
                lower.push_str(&head_cell(cell, width(at, 1), ""));
            }
        }
        column += cell.columns;
    }
    let row = |cells: &str| format!("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>");
    if table.head.len() > 1 { row(&upper) + &row(&lower) } else { row(&upper) }
}

fn head_cell(cell: &Cell, width: u32, merge: &str) -> String {
    let span = if cell.columns > 1 { format!("<w:gridSpan w:val=\"{}\"/>", cell.columns) } else { String::new() };
    format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{span}{merge}<w:shd w:val=\"clear\" w:color=\"auto\" \
         w:fill=\"0B6B5D\"/><w:vAlign w:val=\"center\"/></w:tcPr>{}</w:tc>",
        paragraph("TableHead", "", &run(&cell.text))
    )
}

fn row(table: &Table, row: &[String], widths: &[u32], is_foot: bool) -> String {
    let style = if table.dense { "TableDense" } else { "TableText" };
    let fill = if is_foot { "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E6F2EF\"/>" } else { "" };
    let cell = |begin: usize, columns: usize| {
        let align = match table.columns.get(begin).map(|column| column.align) {
            None | Some(Align::Left) => "",
            Some(Align::Center) => "<w:jc w:val=\"center\"/>",
            Some(Align::Right) => "<w:jc w:val=\"right\"/>",
        };
        let width: u32 = widths.iter().skip(begin).take(columns).sum();
        let span = if columns > 1 { format!("<w:gridSpan w:val=\"{columns}\"/>") } else { String::new() };
        let text = styled(if is_foot { "<w:b/>" } else { "" }, row.get(begin).map_or("", String::as_str));
        format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{span}{fill}<w:vAlign w:val=\"center\"/></w:tcPr>{}</w:tc>",
            paragraph(style, align, &text)
        )
    };
    let cells: String = if is_foot {
        table.foot_cells().into_iter().map(|(begin, columns)| cell(begin, columns)).collect()
    } else {
        (0..row.len()).map(|begin| cell(begin, 1)).collect()
    };
    format!("<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>")
}
