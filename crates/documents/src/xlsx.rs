//! Excel: live formulas from the raw answers down to the index, each with its value stored, so that a viewer that does not
//! compute shows the same.
//!
//! What a person wrote is written as a string and never as a formula.

mod characteristics;
mod index;
mod looks;
mod processing;
mod services;
mod summary;

use crate::brand::Brand;
use crate::{DocumentError, Edition, frame};
use domain::report::{ReportDocument, ReportTrend};
pub(crate) use index::number_of;
pub(crate) use looks::{Looks, safe};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet};

/// The workbook of a report.
///
/// # Errors
/// Only for a fault of the program.
pub fn report_xlsx(document: &ReportDocument, edition: &Edition) -> Result<Vec<u8>, DocumentError> {
    let mut workbook = Workbook::new();
    let [year, month, day] = frame::date_parts(&document.identity.dated);
    set_properties(&mut workbook, &frame::title(document), &document.identity.unit_name, [year, month, day])?;
    let looks = Looks::new(&Brand::of(document.brand_color.as_deref()));
    let processed = processing::plan(document);
    summary::write(workbook.add_worksheet(), document, edition, &processed, &looks)?;
    for sheet in &processed {
        sheet.write(workbook.add_worksheet(), document, &looks)?;
    }
    for result in &document.figures.indices {
        index::write(workbook.add_worksheet(), document, result, &processed, &looks)?;
    }
    match &document.city {
        Some(city) => crate::recap::city_sheets(&mut workbook, document, city, &looks)?,
        None => services::write(workbook.add_worksheet(), document, &looks)?,
    }
    characteristics::write(workbook.add_worksheet(), document, &looks)?;
    if document.trends.iter().any(|trend: &ReportTrend| !trend.points.is_empty()) {
        services::write_trends(workbook.add_worksheet(), &document.trends, &looks)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// Title, author and a date that comes with the model: the same workbook gives the same bytes.
pub(crate) fn set_properties(
    workbook: &mut Workbook,
    title: &str,
    author: &str,
    [year, month, day]: [u32; 3],
) -> Result<(), DocumentError> {
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    let date = ExcelDateTime::from_ymd(u16::try_from(year).unwrap_or(2000), part(month), part(day))?;
    let properties = DocProperties::new()
        .set_title(looks::safe(title))
        .set_author(looks::safe(author))
        .set_creation_datetime(&date.and_hms(0, 0, 0)?);
    workbook.set_properties(&properties);
    Ok(())
}

/// A4 across, as wide as the page, heads repeated.
pub(crate) fn set_print(sheet: &mut Worksheet, heads: Option<(u32, u32)>) -> Result<(), DocumentError> {
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_footer("&C&P / &N");
    if let Some((first, last)) = heads {
        sheet.set_repeat_rows(first, last)?;
        if first == last {
            // Room for heads of two lines.
            sheet.set_row_height(first, 31)?;
        }
    }
    Ok(())
}

/// Title, unit and period in the first rows.
pub(crate) fn write_title(
    sheet: &mut Worksheet,
    document: &ReportDocument,
    title: &str,
    looks: &Looks,
) -> Result<(), DocumentError> {
    sheet.write_string_with_format(0, 0, looks::safe(title), &looks.title)?;
    sheet.write_string(1, 0, looks::safe(&frame::subject(document)))?;
    sheet.write_string(2, 0, crate::story::Printer::period(&document.figures.period))?;
    Ok(())
}
