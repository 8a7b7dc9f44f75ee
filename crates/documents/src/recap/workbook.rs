//! The recap as a workbook: the city's headline is a formula over the units' printed values.

use super::summary::{summary, trend};
use super::tables::{in_order, kind_name, marked};
use crate::brand::Brand;
use crate::edition::DocumentError;
use crate::frame;
use crate::story::Printer;
use crate::xlsx::{Looks, number_of, safe, set_print, set_properties};
use domain::IndexKind;
use domain::figures::{IndexSummary, RecapUnit};
use domain::report::{CityFigures, RecapDocument, ReportDocument};
use rust_xlsxwriter::{Formula, Workbook, Worksheet, utility::row_col_to_cell};
use texts::report::{RECAP, RECAP_KINDS, label};

pub(super) const HEAD: u32 = 4;
pub(super) const UNITS: &str = "Unit";

/// The recap as a workbook.
///
/// # Errors
/// Only for a fault of the program.
pub fn recap_xlsx(document: &RecapDocument) -> Result<Vec<u8>, DocumentError> {
    let mut workbook = Workbook::new();
    set_properties(&mut workbook, label::RECAP, &document.city_name, frame::date_parts(&document.dated))?;
    let looks = Looks::new(&Brand::of(document.brand_color.as_deref()));
    summary(workbook.add_worksheet(), document, &looks)?;
    units(workbook.add_worksheet(), document, &looks)?;
    kinds(workbook.add_worksheet(), document, &looks)?;
    elements(workbook.add_worksheet(), document, &looks)?;
    trend(workbook.add_worksheet(), document, &looks)?;
    Ok(workbook.save_to_buffer()?)
}

/// The units' sheets in the workbook of the city's report; its index sheets take their means from them.
pub(crate) fn city_sheets(
    workbook: &mut Workbook,
    document: &ReportDocument,
    city: &CityFigures,
    looks: &Looks,
) -> Result<(), DocumentError> {
    let recap = RecapDocument {
        id: document.identity.report_id.clone(),
        city_name: document.identity.city_name.clone(),
        profile: document.profile.clone(),
        dated: document.identity.dated.clone(),
        brand_color: document.brand_color.clone(),
        recap: city.recap.clone(),
        trends: Vec::new(),
        changes: city.changes.clone(),
    };
    units(workbook.add_worksheet(), &recap, looks)?;
    kinds(workbook.add_worksheet(), &recap, looks)?;
    elements(workbook.add_worksheet(), &recap, looks)
}

/// Where the sheet of units has the city's value of an index: below all units.
pub(super) fn city_value(document: &RecapDocument, kind: IndexKind) -> String {
    let foot = HEAD + 1 + u32::try_from(document.recap.units.len()).unwrap_or(0);
    format!("{UNITS}!{}", row_col_to_cell(foot, column_of(kind)))
}

const fn column_of(kind: IndexKind) -> u16 {
    match kind {
        IndexKind::Ikm => 5,
        IndexKind::Ipkp => 7,
        IndexKind::Ipak => 8,
    }
}

/// Where the sheet of units has their printed values of an index.
pub(crate) fn unit_values(city: &CityFigures, kind: IndexKind) -> String {
    let column = column_of(kind);
    let last = HEAD + u32::try_from(city.recap.units.len()).unwrap_or(0);
    format!("{UNITS}!{}:{}", row_col_to_cell(HEAD + 1, column), row_col_to_cell(last, column))
}

pub(super) fn title(sheet: &mut Worksheet, document: &RecapDocument, looks: &Looks) -> Result<(), DocumentError> {
    sheet.write_string_with_format(0, 0, label::RECAP, &looks.title)?;
    sheet.write_string(1, 0, safe(&document.city_name))?;
    sheet.write_string(2, 0, Printer::period(&document.recap.period))?;
    Ok(())
}

fn index(unit: &RecapUnit, kind: IndexKind) -> Option<&IndexSummary> {
    unit.indices.iter().find(|summary| summary.index == kind)
}

fn units(sheet: &mut Worksheet, document: &RecapDocument, looks: &Looks) -> Result<(), DocumentError> {
    sheet.set_name(UNITS)?;
    title(sheet, document, looks)?;
    for (column, head) in (0..).zip(RECAP.heads) {
        sheet.write_string_with_format(HEAD, column, *head, &looks.head)?;
    }
    let with = in_order(&document.recap);
    let without = document.recap.units.iter().filter(|unit| unit.n == 0);
    let mut at = HEAD;
    for unit in with.iter().copied().chain(without) {
        at += 1;
        match unit.rank {
            Some(rank) => sheet.write_number_with_format(at, 0, number_of(&rank.to_string()), &looks.whole)?,
            None => sheet.write_blank(at, 0, &looks.whole)?,
        };
        let name = if unit.n > 0 { marked(unit) } else { unit.name.clone() };
        sheet.write_string_with_format(at, 1, safe(&name), &looks.text)?;
        sheet.write_string_with_format(at, 2, kind_name(&unit.kind), &looks.text)?;
        sheet.write_number_with_format(at, 3, number_of(&unit.n.to_string()), &looks.whole)?;
        match unit.sample.required {
            Some(required) => sheet.write_number_with_format(at, 4, number_of(&required.to_string()), &looks.whole)?,
            None => sheet.write_blank(at, 4, &looks.whole)?,
        };
        for (column, kind) in [(5, IndexKind::Ikm), (7, IndexKind::Ipkp), (8, IndexKind::Ipak)] {
            match index(unit, kind) {
                Some(summary) => {
                    sheet.write_number_with_format(at, column, number_of(&summary.converted), &looks.two)?
                }
                None => sheet.write_blank(at, column, &looks.two)?,
            };
        }
        let grade = index(unit, IndexKind::Ikm).map_or("", |summary| summary.grade.as_str());
        sheet.write_string_with_format(at, 6, grade, &looks.middle)?;
    }
    feet(sheet, document, at, looks)?;
    sheet.set_column_width(0, 6)?.set_column_width(1, 52)?.set_column_width(2, 18)?.set_column_range_width(3, 8, 12)?;
    sheet.set_freeze_panes(HEAD + 1, 2)?;
    set_print(sheet, Some((HEAD, HEAD)))
}

/// The mean of the units' printed values: the city's headline.
fn feet(sheet: &mut Worksheet, document: &RecapDocument, last: u32, looks: &Looks) -> Result<(), DocumentError> {
    let foot = last + 1;
    for column in 0..9 {
        sheet.write_blank(foot, column, &looks.foot)?;
    }
    sheet.write_string_with_format(foot, 1, safe(&document.city_name), &looks.foot)?;
    if last > HEAD {
        let range = format!("{}:{}", row_col_to_cell(HEAD + 1, 3), row_col_to_cell(last, 3));
        let n = Formula::new(format!("=SUM({range})")).set_result(document.recap.n.to_string());
        sheet.write_formula_with_format(foot, 3, n, &looks.foot)?;
    }
    for (column, kind) in [(5, IndexKind::Ikm), (7, IndexKind::Ipkp), (8, IndexKind::Ipak)] {
        let headline = document.recap.indices.iter().find(|index| index.headline.index == kind);
        if let Some(city) = headline {
            let range = format!("{}:{}", row_col_to_cell(HEAD + 1, column), row_col_to_cell(last, column));
            let mean = Formula::new(format!("=ROUND(AVERAGE({range}),2)")).set_result(&city.headline.converted);
            sheet.write_formula_with_format(foot, column, mean, &looks.foot_two)?;
            if kind == IndexKind::Ikm {
                sheet.write_string_with_format(foot, 6, city.headline.grade.as_str(), &looks.foot_middle)?;
            }
        }
    }
    sheet.write_string_with_format(foot + 2, 0, label::CITY_METHOD, &looks.note)?;
    Ok(())
}

fn kinds(sheet: &mut Worksheet, document: &RecapDocument, looks: &Looks) -> Result<(), DocumentError> {
    sheet.set_name("Jenis Unit")?;
    title(sheet, document, looks)?;
    for (column, head) in (0..).zip(RECAP_KINDS.heads) {
        sheet.write_string_with_format(HEAD, column, *head, &looks.head)?;
    }
    for (at, kind) in (HEAD + 1..).zip(&document.recap.kinds) {
        sheet.write_string_with_format(at, 0, kind_name(&kind.kind), &looks.text)?;
        for (column, number) in
            [(1, kind.units_obliged.to_string()), (2, kind.units_with_answers.to_string()), (3, kind.n.to_string())]
        {
            sheet.write_number_with_format(at, column, number_of(&number), &looks.whole)?;
        }
        let ikm = kind.indices.iter().find(|index| index.headline.index == IndexKind::Ikm);
        match ikm {
            Some(ikm) => sheet.write_number_with_format(at, 4, number_of(&ikm.headline.converted), &looks.two)?,
            None => sheet.write_blank(at, 4, &looks.two)?,
        };
        let grade = ikm.map_or("", |ikm| ikm.headline.grade.as_str());
        sheet.write_string_with_format(at, 5, grade, &looks.middle)?;
    }
    sheet.set_column_width(0, 24)?.set_column_range_width(1, 5, 14)?;
    set_print(sheet, Some((HEAD, HEAD)))
}

/// Units × elements of the IKM.
fn elements(sheet: &mut Worksheet, document: &RecapDocument, looks: &Looks) -> Result<(), DocumentError> {
    sheet.set_name("Unsur")?;
    title(sheet, document, looks)?;
    let heads = RECAP.heads.iter().skip(1).take(1).chain(IndexKind::Ikm.elements());
    for (column, head) in (0..).zip(heads) {
        sheet.write_string_with_format(HEAD, column, *head, &looks.head)?;
    }
    for (at, unit) in (HEAD + 1..).zip(in_order(&document.recap)) {
        sheet.write_string_with_format(at, 0, safe(&unit.name), &looks.text)?;
        for (column, code) in (1..).zip(IndexKind::Ikm.elements()) {
            match unit.elements.iter().find(|element| element.code == *code) {
                Some(element) => {
                    sheet.write_number_with_format(at, column, number_of(&element.converted), &looks.two)?
                }
                None => sheet.write_blank(at, column, &looks.two)?,
            };
        }
    }
    sheet.set_column_width(0, 52)?;
    sheet.set_freeze_panes(HEAD + 1, 1)?;
    set_print(sheet, Some((HEAD, HEAD)))
}
