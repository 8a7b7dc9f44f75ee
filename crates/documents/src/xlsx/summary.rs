//! The first sheet: the indices, which are those of the other sheets, and how they were made.

use super::index::{grade_formula, number_of, part_of_one, performance_formula};
use super::looks::{Looks, safe};
use super::processing::Processing;
use super::{set_print, write_title};
use crate::story::{Amount, FactTable, Story};
use crate::{DocumentError, Edition, qr, raster};
use domain::figures::percent;
use domain::report::{ReportDocument, name_of};
use rust_xlsxwriter::utility::{row_col_to_cell, row_col_to_cell_absolute};
use rust_xlsxwriter::{Formula, Image, Worksheet};
use texts::format::NONE;
use texts::report::{INDICES, label};

const HEAD: u32 = 4;
/// How many characters fit into a line of the first columns.
const CHARACTERS: [usize; 3] = [50, 32, 13];

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
        let own = || processed.iter().filter(|sheet| sheet.index.summary.index == summary.index);
        respondents(sheet, (at, 1), own(), summary.n, looks)?;
        let of = own().next();
        // From the index's own sheet, which has it in any case.
        let foot = u32::try_from(index.elements.len()).unwrap_or(0) + 5;
        let on_its_own = || format!("{short}!{}", row_col_to_cell(foot, 10));
        match index.pooled {
            // The mean of services has no sum of weighted means.
            Some(_) => sheet.write_number_with_format(at, 2, number_of(&summary.value), &looks.four)?,
            None => {
                let sum = format!("={short}!{}", row_col_to_cell(foot, 9));
                sheet.write_formula_with_format(at, 2, Formula::new(sum).set_result(&summary.value), &looks.four)?
            }
        };
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
    let first = document.figures.indices.first().map(|index| index.summary.index);
    let sources: Vec<_> = processed.iter().filter(|sheet| Some(sheet.index.summary.index) == first).collect();
    let mut facts = Facts { sources, respondents: None, n: document.figures.n };
    for table in [Story::sample(document), Story::method(document), Story::quality(document)] {
        at = facts.write(sheet, at + 1, &table, looks)?;
    }
    sheet.set_column_width(0, 52)?.set_column_width(1, 34)?.set_column_range_width(2, 6, 14)?;
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

/// How many answered: counted on the processing sheets where these hold every one of them.
fn respondents<'a>(
    sheet: &mut Worksheet,
    (at, column): (u32, u16),
    sources: impl Iterator<Item = &'a Processing<'a>>,
    n: i64,
    looks: &Looks,
) -> Result<(), DocumentError> {
    let counted: Vec<(String, i64)> = sources.map(Processing::numbers_from_outside).collect();
    if counted.is_empty() || counted.iter().map(|(_, rows)| rows).sum::<i64>() != n {
        sheet.write_number_with_format(at, column, number_of(&n.to_string()), &looks.whole)?;
        return Ok(());
    }
    let counts: Vec<String> = counted.iter().map(|(range, _)| format!("COUNT({range})")).collect();
    let formula = Formula::new(format!("={}", counts.join("+"))).set_result(n.to_string());
    sheet.write_formula_with_format(at, column, formula, &looks.whole)?;
    Ok(())
}

/// Writes tables of facts: numbers as numbers, what follows from others as formulas.
struct Facts<'a> {
    /// The processing sheets of the first index.
    sources: Vec<&'a Processing<'a>>,
    /// Where the number of respondents stands, once it is written.
    respondents: Option<String>,
    n: i64,
}

impl Facts<'_> {
    /// Returns the row after the table.
    fn write(
        &mut self,
        sheet: &mut Worksheet,
        first: u32,
        FactTable { table, facts }: &FactTable,
        looks: &Looks,
    ) -> Result<u32, DocumentError> {
        sheet.write_string_with_format(first, 0, safe(&table.caption), &looks.title)?;
        let mut at = first + 1;
        for (column, cell) in (0..).zip(table.head.iter().flatten()) {
            sheet.write_string_with_format(at, column, safe(&cell.text), &looks.head)?;
        }
        for (fact, row) in facts.iter().zip(&table.rows) {
            at += 1;
            let lines = row.iter().zip(CHARACTERS).map(|(text, room)| text.chars().count().div_ceil(room));
            sheet.set_row_height(at, 15 * u32::try_from(lines.max().unwrap_or(1).max(1)).unwrap_or(1))?;
            sheet.write_string_with_format(at, 0, safe(&fact.label), &looks.text)?;
            for (column, amount) in (1..).zip(&fact.amounts) {
                self.amount(sheet, (at, column), amount, looks)?;
            }
        }
        Ok(at + 1)
    }

    fn amount(
        &mut self,
        sheet: &mut Worksheet,
        (at, column): (u32, u16),
        amount: &Amount,
        looks: &Looks,
    ) -> Result<(), DocumentError> {
        match amount {
            Amount::Text(text) => sheet.write_string_with_format(at, column, safe(text), &looks.text)?,
            Amount::Nothing => sheet.write_string_with_format(at, column, NONE, &looks.middle)?,
            Amount::Count(n) => sheet.write_number_with_format(at, column, number_of(&n.to_string()), &looks.whole)?,
            Amount::Respondents(n) => {
                respondents(sheet, (at, column), self.sources.iter().copied(), *n, looks)?;
                self.respondents = Some(row_col_to_cell_absolute(at, column));
                sheet
            }
            Amount::Required(required) => {
                // Krejcie and Morgan, of the population in the row above.
                let people = row_col_to_cell(at - 1, column);
                let formula = format!("=ROUND(3.841*{people}*0.25/(0.0025*({people}-1)+3.841*0.25),0)");
                let formula = Formula::new(formula).set_result(required.to_string());
                sheet.write_formula_with_format(at, column, formula, &looks.whole)?
            }
            Amount::Decimal(figure) => {
                let look = if figure.split_once('.').is_some_and(|(_, places)| places.len() > 2) {
                    &looks.three
                } else {
                    &looks.two
                };
                sheet.write_number_with_format(at, column, number_of(figure), look)?
            }
            Amount::Fraction(fraction) => {
                let value = fraction.split_once('/').map_or(0.0, |(one, of)| number_of(one) / number_of(of).max(1.0));
                let formula = Formula::new(format!("={fraction}")).set_result(value.to_string());
                sheet.write_formula_with_format(at, column, formula, &looks.fraction)?
            }
            Amount::Told { value, rest } => {
                sheet.write_number_with_format(at, column, number_of(value), &looks.three)?;
                sheet.write_string_with_format(at, column + 1, safe(rest), &looks.note)?
            }
            Amount::Share { part, whole } => match percent(*part, *whole) {
                Some(percent) => {
                    let of = self.respondents.clone().filter(|_| *whole == self.n).unwrap_or_else(|| whole.to_string());
                    let formula = format!("=ROUND({}/{of},4)", row_col_to_cell(at, column - 1));
                    let formula = Formula::new(formula).set_result(part_of_one(&percent));
                    sheet.write_formula_with_format(at, column, formula, &looks.percent)?
                }
                None => sheet.write_string_with_format(at, column, NONE, &looks.middle)?,
            },
        };
        Ok(())
    }
}
