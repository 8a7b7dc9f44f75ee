//! The recap of characteristics, sums and shares as formulas.

use super::index::{number_of, part_of_one};
use super::looks::{Looks, safe};
use super::{set_print, write_title};
use crate::DocumentError;
use domain::report::ReportDocument;
use rust_xlsxwriter::{Formula, Worksheet, utility::row_col_to_cell};
use texts::report::{CHARACTERISTICS, label, row};

const HEAD: u32 = 4;

pub(super) fn write(sheet: &mut Worksheet, document: &ReportDocument, looks: &Looks) -> Result<(), DocumentError> {
    sheet.set_name("Karakteristik")?;
    write_title(sheet, document, CHARACTERISTICS.caption, looks)?;
    for (column, head) in (0..).zip(CHARACTERISTICS.heads) {
        sheet.write_string_with_format(HEAD, column, *head, &looks.head)?;
    }
    let figures = &document.figures;
    let mut at = HEAD + 1;
    let mut no = 0;
    let groups = figures
        .characteristics
        .iter()
        .map(|question| (question.label.id.as_str(), of_slices(&question.options)))
        .chain([
            (
                row::CHARACTERISTIC_SERVICE,
                figures.services.iter().map(|s| (s.name.as_str(), s.n, s.percent.as_str())).collect(),
            ),
            (row::CHARACTERISTIC_TIME, of_slices(&figures.time_slots)),
        ])
        .filter(|(_, parts)| !parts.is_empty());
    for (name, parts) in groups {
        no += 1;
        let first = at;
        let last = first + u32::try_from(parts.len()).unwrap_or(0);
        let range = format!("{}:{}", row_col_to_cell(first, 3), row_col_to_cell(last - 1, 3));
        for (option, n, percent) in &parts {
            sheet.write_number_with_format(at, 0, f64::from(no), &looks.whole)?;
            sheet.write_string_with_format(at, 1, safe(name), &looks.text)?;
            sheet.write_string_with_format(at, 2, safe(option), &looks.text)?;
            sheet.write_number_with_format(at, 3, number_of(&n.to_string()), &looks.whole)?;
            let formula = format!("=ROUND({}/{},4)", row_col_to_cell(at, 3), row_col_to_cell(last, 3));
            sheet.write_formula_with_format(
                at,
                4,
                Formula::new(formula).set_result(part_of_one(percent)),
                &looks.percent,
            )?;
            at += 1;
        }
        let all: i64 = parts.iter().map(|(_, n, _)| n).sum();
        sheet.write_blank(at, 0, &looks.foot)?;
        sheet.write_blank(at, 1, &looks.foot)?;
        sheet.write_string_with_format(at, 2, label::SUM, &looks.foot)?;
        let sum = Formula::new(format!("=SUM({range})")).set_result(all.to_string());
        sheet.write_formula_with_format(at, 3, sum, &looks.foot_whole)?;
        sheet.write_number_with_format(at, 4, 1.0, &looks.foot_percent)?;
        at += 1;
    }
    sheet.set_column_width(0, 6)?.set_column_width(1, 26)?.set_column_width(2, 42)?.set_column_range_width(3, 4, 14)?;
    sheet.set_freeze_panes(HEAD + 1, 0)?;
    set_print(sheet, Some((HEAD, HEAD)))
}

fn of_slices(slices: &[domain::figures::SliceResult]) -> Vec<(&str, i64, &str)> {
    slices.iter().map(|slice| (slice.label.id.as_str(), slice.n, slice.percent.as_str())).collect()
}
