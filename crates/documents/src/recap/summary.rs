//! Two sheets of the recap's workbook: what the city's values are and rest on, and how they went from period to period.

use super::workbook::{HEAD, city_value, title};
use super::{state, weight};
use crate::edition::DocumentError;
use crate::story::{Printer, trend_remark};
use crate::xlsx::{Looks, number_of, set_print};
use domain::figures::{CityIndex, IndexSummary};
use domain::report::{RecapDocument, ReportTrend};
use rust_xlsxwriter::{Chart, ChartDataLabel, ChartType, Format, Formula, Worksheet};
use texts::fill;
use texts::report::{RECAP_SUMMARY, RECAP_TREND, chart, label, row};

/// "± 1,90 (tingkat kepercayaan 95%)".
pub(super) fn margin(summary: &IndexSummary) -> String {
    match &summary.margin.points {
        Some(points) => fill(row::MARGIN, &[("margin", &Printer::decimal(points))]),
        None => row::NO_MARGIN.to_owned(),
    }
}

/// What an index has in a row.
enum Said {
    Number(Option<String>),
    Count(usize),
    Text(String),
}

/// A line of the table: its words, and what each index has there.
type Line = (&'static str, fn(&CityIndex) -> Said);

const LINES: [Line; 13] = [
    (row::GRADE, |index| Said::Text(index.headline.grade.clone())),
    (row::PERFORMANCE, |index| Said::Text(index.headline.performance.clone())),
    (row::STATE, |index| Said::Text(if index.sementara { row::IS_PROVISIONAL } else { row::FINAL }.to_owned())),
    (row::MARGIN_95, |index| Said::Number(index.headline.margin.points.clone())),
    (row::LOW_95, |index| Said::Number(index.headline.margin.low.clone())),
    (row::HIGH_95, |index| Said::Number(index.headline.margin.high.clone())),
    (row::UNITS_COUNTED, |index| Said::Count(index.units)),
    (row::UNITS_SUBMITTED, |index| Said::Count(index.submitted_units)),
    (row::UNITS_SMALL, |index| Said::Count(index.small_units)),
    (row::MEAN_WITHOUT_SMALL, |index| Said::Number(index.converted_without_small.clone())),
    (row::POOLED_OF_ALL, |index| Said::Number(Some(index.pooled.converted.clone()))),
    (row::POOLED_MARGIN, |index| Said::Number(index.pooled.margin.points.clone())),
    (row::BASIS, |index| Said::Text(state(index))),
];

/// The city's values beside what stands for them, completeness and method.
pub(super) fn summary(sheet: &mut Worksheet, document: &RecapDocument, looks: &Looks) -> Result<(), DocumentError> {
    let recap = &document.recap;
    sheet.set_name(RECAP_SUMMARY.caption)?;
    title(sheet, document, looks)?;
    for (column, head) in (0..).zip(RECAP_SUMMARY.heads) {
        sheet.write_string_with_format(HEAD, column, *head, &looks.head)?;
    }
    sheet.write_string_with_format(HEAD + 1, 0, row::CITY_VALUE, &looks.foot)?;
    for (at, (words, _)) in (HEAD + 2..).zip(&LINES) {
        sheet.write_string_with_format(at, 0, *words, &looks.text)?;
    }
    for (column, index) in (1..).zip(&recap.indices) {
        let kind = index.headline.index;
        sheet.write_string_with_format(HEAD, column, kind.code().to_uppercase(), &looks.head)?;
        let value = Formula::new(format!("={}", city_value(document, kind))).set_result(&index.headline.converted);
        sheet.write_formula_with_format(HEAD + 1, column, value, &looks.foot_two)?;
        for (at, (_, said)) in (HEAD + 2..).zip(&LINES) {
            write(sheet, (at, column), said(index), looks)?;
        }
    }
    let mut at = HEAD + 3 + u32::try_from(LINES.len()).unwrap_or(0);
    let without = recap.units_obliged.saturating_sub(recap.units_with_answers);
    for (words, number) in [
        (row::UNITS_OBLIGED, recap.units_obliged.to_string()),
        (row::UNITS_ANSWERED, recap.units_with_answers.to_string()),
        (row::UNITS_UNANSWERED, without.to_string()),
        (row::RESPONDENTS, recap.n.to_string()),
        (row::EXCLUDED_ANSWERS, recap.excluded.to_string()),
    ] {
        sheet.write_string_with_format(at, 0, words, &looks.text)?;
        sheet.write_number_with_format(at, 1, number_of(&number), &looks.whole)?;
        at += 1;
    }
    sheet.write_string_with_format(at, 0, row::WEIGHT_OF_ELEMENT, &looks.text)?;
    sheet.write_string_with_format(at, 1, weight(&recap.method.weight), &looks.middle)?;
    let told = document.changes_told();
    let notes = std::iter::once(label::CITY_METHOD.to_owned()).chain(told.iter().map(|paragraph| paragraph.plain()));
    for (at, note) in (at + 2..).zip(notes) {
        sheet.write_string_with_format(at, 0, note, &looks.note)?;
    }
    sheet.set_column_width(0, 44)?.set_column_range_width(1, 3, 24)?;
    set_print(sheet, Some((HEAD, HEAD)))
}

fn write(sheet: &mut Worksheet, (at, column): (u32, u16), said: Said, looks: &Looks) -> Result<(), DocumentError> {
    match said {
        Said::Number(Some(number)) => sheet.write_number_with_format(at, column, number_of(&number), &looks.two)?,
        Said::Number(None) => sheet.write_blank(at, column, &looks.two)?,
        Said::Count(count) => {
            sheet.write_number_with_format(at, column, number_of(&count.to_string()), &looks.whole)?
        }
        Said::Text(text) => sheet.write_string_with_format(at, column, text, &looks.text)?,
    };
    Ok(())
}

/// Each index from period to period, with a chart of its own.
pub(super) fn trend(sheet: &mut Worksheet, document: &RecapDocument, looks: &Looks) -> Result<(), DocumentError> {
    sheet.set_name(RECAP_TREND.caption)?;
    title(sheet, document, looks)?;
    for (column, head) in (0..).zip(RECAP_TREND.heads) {
        sheet.write_string_with_format(HEAD, column, *head, &looks.head)?;
    }
    let (mut at, mut drawn) = (HEAD + 1, Vec::new());
    for trend in &document.trends {
        let first = at;
        at = points(sheet, at, trend, looks)?;
        if at > first + 1 {
            drawn.push((first, at - 1, fill(chart::TREND, &[("index", &trend.index.code().to_uppercase())])));
        }
    }
    for (from, (first, last, title)) in (at + 1..).step_by(CHART_ROWS).zip(drawn) {
        let sheet_name = RECAP_TREND.caption;
        let mut chart = Chart::new(ChartType::Line);
        chart
            .add_series()
            .set_name(title.as_str())
            .set_categories((sheet_name, first, 1, last, 1))
            .set_values((sheet_name, first, 3, last, 3))
            .set_marker(rust_xlsxwriter::ChartMarker::new().set_automatic())
            .set_data_label(ChartDataLabel::new().show_value().set_num_format("0.00"))
            .set_format(
                rust_xlsxwriter::ChartFormat::new()
                    .set_line(rust_xlsxwriter::ChartLine::new().set_color(looks.brand.as_str())),
            );
        chart.title().set_name(title.as_str());
        chart.legend().set_hidden();
        chart.y_axis().set_min(25).set_max(100);
        chart.set_alt_text(title.as_str());
        chart.set_width(760).set_height(300);
        sheet.insert_chart(from, 0, &chart)?;
    }
    sheet
        .set_column_width(0, 10)?
        .set_column_width(1, 26)?
        .set_column_range_width(2, 6, 13)?
        .set_column_width(7, 44)?;
    sheet.set_freeze_panes(HEAD + 1, 0)?;
    set_print(sheet, Some((HEAD, HEAD)))
}

/// A chart is about as high as so many rows.
const CHART_ROWS: usize = 17;

/// The rows of an index; the row after them.
fn points(sheet: &mut Worksheet, mut at: u32, trend: &ReportTrend, looks: &Looks) -> Result<u32, DocumentError> {
    let number = |sheet: &mut Worksheet, at: u32, column: u16, value: Option<&String>, format: &Format| {
        match value {
            Some(value) => sheet.write_number_with_format(at, column, number_of(value), format),
            None => sheet.write_blank(at, column, format),
        }
        .map(|_| ())
    };
    let mut before = None;
    for point in &trend.points {
        sheet.write_string_with_format(at, 0, trend.index.code().to_uppercase(), &looks.middle)?;
        sheet.write_string_with_format(at, 1, Printer::period(&point.period), &looks.text)?;
        number(sheet, at, 2, point.n.map(|n| n.to_string()).as_ref(), &looks.whole)?;
        number(sheet, at, 3, point.converted.as_ref(), &looks.two)?;
        sheet.write_string_with_format(at, 4, point.grade.clone().unwrap_or_default(), &looks.middle)?;
        let (low, high) = point.band.as_ref().map(|(low, high)| (low, high)).unzip();
        number(sheet, at, 5, low, &looks.two)?;
        number(sheet, at, 6, high, &looks.two)?;
        sheet.write_string_with_format(at, 7, trend_remark(before, point), &looks.text)?;
        before = Some(point);
        at += 1;
    }
    Ok(at)
}
