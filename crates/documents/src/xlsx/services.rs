//! Services by element, and the trend.

use super::index::number_of;
use super::looks::{Looks, safe};
use super::{set_print, write_title};
use crate::DocumentError;
use crate::story::Printer;
use domain::IndexKind;
use domain::report::{ReportDocument, ReportTrend, mean_of_printed_values};
use rust_xlsxwriter::{Formula, Worksheet, utility::row_col_to_cell};
use texts::fill;
use texts::format::NONE;
use texts::report::{SERVICE_ELEMENTS, TREND, label};

const HEAD: u32 = 4;

pub(super) fn write(sheet: &mut Worksheet, document: &ReportDocument, looks: &Looks) -> Result<(), DocumentError> {
    sheet.set_name("Layanan")?;
    write_title(sheet, document, SERVICE_ELEMENTS.caption, looks)?;
    let elements = IndexKind::Ikm.elements();
    let short = IndexKind::Ikm.code().to_uppercase();
    let heads = SERVICE_ELEMENTS.heads.iter().chain(elements).copied().chain([short.as_str()]);
    for (column, head) in (0..).zip(heads) {
        sheet.write_string_with_format(HEAD, column, head, &looks.head)?;
    }
    for (at, service) in (HEAD + 1..).zip(&document.services) {
        sheet.write_number_with_format(at, 0, f64::from(at - HEAD), &looks.whole)?;
        sheet.write_string_with_format(at, 1, safe(&service.name), &looks.text)?;
        sheet.write_number_with_format(at, 2, number_of(&service.n.to_string()), &looks.whole)?;
        let value = |code: &str| service.elements.iter().find(|element| element.code == code).map(|e| &e.converted);
        let values = elements.iter().map(|code| value(code)).chain([service.ikm.as_ref().map(|ikm| &ikm.converted)]);
        for (column, value) in (3..).zip(values) {
            match value {
                Some(value) => sheet.write_number_with_format(at, column, number_of(value), &looks.two)?,
                None => sheet.write_blank(at, column, &looks.two)?,
            };
        }
    }
    if !document.services.is_empty() {
        means(sheet, document, looks)?;
    }
    sheet.set_column_width(0, 6)?.set_column_width(1, 46)?.set_column_width(2, 13)?;
    sheet.set_freeze_panes(HEAD + 1, 2)?;
    set_print(sheet, Some((HEAD, HEAD)))
}

/// "Rerata IKM per unsur": the mean of the printed values above.
fn means(sheet: &mut Worksheet, document: &ReportDocument, looks: &Looks) -> Result<(), DocumentError> {
    let foot = HEAD + 1 + u32::try_from(document.services.len()).unwrap_or(0);
    for column in [0, 2] {
        sheet.write_blank(foot, column, &looks.foot)?;
    }
    sheet.write_string_with_format(foot, 1, label::MEAN_PER_ELEMENT, &looks.foot)?;
    let elements = IndexKind::Ikm.elements();
    let of = |code: &str| {
        let all = document.services.iter().flat_map(|service| &service.elements);
        mean_of_printed_values(all.filter(|element| element.code == code).map(|element| element.converted.as_str()))
    };
    let whole = mean_of_printed_values(
        document.services.iter().filter_map(|service| Some(service.ikm.as_ref()?.converted.as_str())),
    );
    for (column, mean) in (3..).zip(elements.iter().map(|code| of(code)).chain([whole])) {
        let range = format!("{}:{}", row_col_to_cell(HEAD + 1, column), row_col_to_cell(foot - 1, column));
        let formula = format!("=IF(COUNT({range})=0,\"{NONE}\",ROUND(AVERAGE({range}),2))");
        let formula = Formula::new(formula).set_result(mean.unwrap_or_else(|| NONE.to_owned()));
        sheet.write_formula_with_format(foot, column, formula, &looks.foot_two)?;
    }
    Ok(())
}

pub(super) fn write_trends(sheet: &mut Worksheet, trends: &[ReportTrend], looks: &Looks) -> Result<(), DocumentError> {
    sheet.set_name("Tren")?;
    let mut at = 0;
    for trend in trends {
        let caption = fill(TREND.caption, &[("index", &trend.index.code().to_uppercase())]);
        sheet.write_string_with_format(at, 0, caption, &looks.title)?;
        at += 1;
        for (column, head) in (0..).zip(TREND.heads.iter().take(4)) {
            sheet.write_string_with_format(at, column, *head, &looks.head)?;
        }
        for point in &trend.points {
            at += 1;
            sheet.write_string_with_format(at, 0, Printer::period(&point.period), &looks.text)?;
            match point.n {
                Some(n) => sheet.write_number_with_format(at, 1, number_of(&n.to_string()), &looks.whole)?,
                None => sheet.write_blank(at, 1, &looks.whole)?,
            };
            match &point.converted {
                Some(value) => sheet.write_number_with_format(at, 2, number_of(value), &looks.two)?,
                None => sheet.write_blank(at, 2, &looks.two)?,
            };
            sheet.write_string_with_format(at, 3, point.grade.as_deref().unwrap_or(NONE), &looks.middle)?;
        }
        at += 2;
    }
    sheet.set_column_width(0, 30)?.set_column_range_width(1, 3, 14)?;
    set_print(sheet, None)
}
