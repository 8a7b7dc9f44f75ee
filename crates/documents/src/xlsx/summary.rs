//! The first sheet: the indices, which are those of the other sheets, and how they were made.

use super::index::{grade_formula, number_of, performance_formula};
use super::looks::{Looks, safe};
use super::processing::Processing;
use super::{set_print, write_title};
use crate::story::{Story, Table};
use crate::{DocumentError, Edition, qr, raster};
use domain::report::{ReportDocument, name_of};
use rust_xlsxwriter::{Formula, Image, Worksheet, utility::row_col_to_cell};
use texts::report::{INDICES, label};

const HEAD: u32 = 4;
/// How many characters fit into a line of the first columns.
const CHARACTERS: [usize; 3] = [54, 42, 15];

pub(super) fn write(
    sheet: &mut Worksheet,
    document: &ReportDocument,
    edition: &Edition,
    processed: &[Processing<'_>],
    looks: &Looks,
) -> Result<(), DocumentError> {
    sheet.set_name("Ringkasan")?;
    write_title(sheet, document, &crate::frame::title(document), looks)?;
    write_edition(sheet, edition, looks)?;
    for (column, head) in (0..).zip(INDICES.heads) {
        sheet.write_string_with_format(HEAD, column, *head, &looks.head)?;
    }
    let mut at = HEAD + 1;
    for index in &document.figures.indices {
        let (summary, short) = (&index.summary, index.summary.index.code().to_uppercase());
        sheet.write_string_with_format(at, 0, format!("{} ({short})", name_of(summary.index)), &looks.text)?;
        sheet.write_number_with_format(at, 1, number_of(&summary.n.to_string()), &looks.whole)?;
        sheet.write_number_with_format(at, 2, number_of(&summary.value), &looks.four)?;
        let of = processed.iter().find(|sheet| sheet.index.summary.index == summary.index);
        // From the index's own sheet, which has it in any case.
        let foot = u32::try_from(index.elements.len()).unwrap_or(0) + 5;
        let on_its_own = || format!("{short}!{}", row_col_to_cell(foot, 10));
        let source = of.and_then(Processing::index_cell).unwrap_or_else(on_its_own);
        let value = Formula::new(format!("={source}")).set_result(&summary.converted);
        sheet.write_formula_with_format(at, 3, value, &looks.foot_two)?;
        match &summary.margin.points {
            Some(points) => sheet.write_number_with_format(at, 4, number_of(points), &looks.two)?,
            None => sheet.write_string_with_format(at, 4, texts::format::NONE, &looks.middle)?,
        };
        let cell = row_col_to_cell(at, 3);
        let grade = Formula::new(grade_formula(&cell)).set_result(&summary.grade);
        sheet.write_formula_with_format(at, 5, grade, &looks.middle)?;
        let performance = Formula::new(performance_formula(&cell)).set_result(&summary.performance);
        sheet.write_formula_with_format(at, 6, performance, &looks.middle)?;
        at += 1;
    }
    if document.figures.indices.is_empty() {
        sheet.write_string(at, 0, texts::report::poster::NO_ANSWER)?;
        at += 1;
    }
    for table in [Story::sample(document), Story::method(document), Story::quality(document)] {
        at = write_table(sheet, at + 1, &table, looks)?;
    }
    sheet.set_column_width(0, 56)?.set_column_width(1, 44)?.set_column_range_width(2, 6, 16)?;
    set_print(sheet, None)
}

/// The word on a draft; on what is published its address, and the code beside the tables.
fn write_edition(sheet: &mut Worksheet, edition: &Edition, looks: &Looks) -> Result<(), DocumentError> {
    match edition {
        Edition::Draft => {
            sheet.write_string_with_format(3, 0, label::DRAFT, &looks.warning)?;
        }
        Edition::Submitted => {}
        Edition::Published { address } => {
            sheet.write_string_with_format(3, 0, safe(&format!("{} {address}", label::VERIFY)), &looks.note)?;
            if let Some(code) = qr::svg(address, label::QR) {
                let code = code.replacen("<svg ", "<svg width=\"120\" height=\"120\" ", 1);
                let mut picture = Image::new_from_buffer(&raster::png(&code, 2.0)?.bytes)?;
                picture = picture.set_alt_text(label::QR).set_scale_width(0.5).set_scale_height(0.5);
                sheet.insert_image(HEAD + 4, 3, &picture)?;
            }
        }
    }
    Ok(())
}

/// A table of words; returns the row after it.
pub(super) fn write_table(
    sheet: &mut Worksheet,
    first: u32,
    table: &Table,
    looks: &Looks,
) -> Result<u32, DocumentError> {
    sheet.write_string_with_format(first, 0, safe(&table.caption), &looks.title)?;
    let mut at = first + 1;
    for (column, cell) in (0..).zip(table.head.iter().flatten()) {
        sheet.write_string_with_format(at, column, safe(&cell.text), &looks.head)?;
    }
    for row in &table.rows {
        at += 1;
        let lines =
            row.iter().zip(CHARACTERS).map(|(text, room)| text.chars().count().div_ceil(room)).max().unwrap_or(1);
        sheet.set_row_height(at, 15 * u32::try_from(lines.max(1)).unwrap_or(1))?;
        for (column, text) in (0..).zip(row) {
            sheet.write_string_with_format(at, column, safe(text), &looks.text)?;
        }
    }
    Ok(at + 1)
}
