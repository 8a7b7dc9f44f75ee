//! One sheet an index: its elements from the processing sheets, the index, and a native chart.

use super::looks::Looks;
use super::processing::{Processing, weight_formula};
use super::{set_print, write_title};
use crate::DocumentError;
use crate::recap::unit_values;
use crate::story::{Printer, Story};
use domain::figures::{ElementResult, IndexResult};
use domain::report::{ReportDocument, name_of};
use domain::{Decimal, Grade, Weight};
use rust_xlsxwriter::{Chart, ChartDataLabel, ChartType, Format, Formula, Worksheet, utility::row_col_to_cell};
use texts::report::{chart, row};
use texts::{fill, format};

const HEAD: u32 = 4;
const FIRST: u32 = 5;
const HEADS: [&str; 13] = [
    "Kode",
    "Unsur Pelayanan",
    "Nilai 1",
    "Nilai 2",
    "Nilai 3",
    "Nilai 4",
    "Jawaban",
    "Σ Nilai",
    "NRR",
    "NRR Tertimbang",
    "Nilai Konversi",
    "Mutu",
    "Kinerja",
];

/// `=IF(B9>=88.31,"A",…)`, from the grades' own limits.
pub(super) fn grade_formula(cell: &str) -> String {
    by_grade(cell, Grade::letter)
}

pub(super) fn performance_formula(cell: &str) -> String {
    by_grade(cell, Grade::performance)
}

fn by_grade(cell: &str, text: fn(Grade) -> &'static str) -> String {
    let worst = format!("\"{}\"", text(Grade::D));
    let from = [Grade::C, Grade::B, Grade::A].into_iter();
    let nested = from.fold(worst, |rest, grade| format!("IF({cell}>={},\"{}\",{rest})", grade.lowest(), text(grade)));
    format!("=IF({cell}=\"{0}\",\"{0}\",{nested})", format::NONE)
}

pub(super) fn write(
    sheet: &mut Worksheet,
    document: &ReportDocument,
    index: &IndexResult,
    processed: &[Processing<'_>],
    looks: &Looks,
) -> Result<(), DocumentError> {
    let short = index.summary.index.code().to_uppercase();
    sheet.set_name(&short)?;
    write_title(sheet, document, &format!("{} ({short})", name_of(index.summary.index)), looks)?;
    for (column, head) in (0..).zip(HEADS) {
        sheet.write_string_with_format(HEAD, column, head, &looks.head)?;
    }
    let count = u32::try_from(index.elements.len()).unwrap_or(0);
    let last = FIRST + count.saturating_sub(1);
    let sources: Vec<&Processing<'_>> =
        processed.iter().filter(|sheet| sheet.index.summary.index == index.summary.index).collect();
    let weight = Weight::from_code(&document.figures.method.weight).unwrap_or_default();
    for (at, element) in (FIRST..).zip(&index.elements) {
        element_row(sheet, at, element, &sources, looks)?;
        let means = format!("$I${}:$I${}", FIRST + 1, last + 1);
        let weighted = weight_formula(weight, index, &row_col_to_cell(at, 8), &means);
        let n = row_col_to_cell(at, 6);
        let rest = [
            (8, none_or(&n, &format!("{}/{n}", row_col_to_cell(at, 7))), element.mean.as_ref(), &looks.four),
            (9, none_or(&n, &weighted), element.weighted_mean.as_ref(), &looks.three),
            (
                10,
                none_or(&n, &format!("ROUND({}*25,2)", row_col_to_cell(at, 8))),
                element.converted.as_ref(),
                &looks.two,
            ),
        ];
        for (column, formula, value, look) in rest {
            formula_cell(sheet, (at, column), formula, value.map_or(format::NONE, String::as_str), look)?;
        }
        let converted = row_col_to_cell(at, 10);
        let grade = element.grade.as_deref().unwrap_or(format::NONE);
        formula_cell(sheet, (at, 11), grade_formula(&converted), grade, &looks.middle)?;
        let performance =
            Grade::ALL.into_iter().find(|known| known.letter() == grade).map_or(format::NONE, Grade::performance);
        formula_cell(sheet, (at, 12), performance_formula(&converted), performance, &looks.middle)?;
    }
    feet(sheet, document, index, last, looks)?;
    sheet
        .set_column_width(0, 8)?
        .set_column_width(1, 40)?
        .set_column_range_width(2, 11, 11)?
        .set_column_width(12, 14)?;
    sheet.set_freeze_panes(FIRST, 2)?;
    let below = Printed::of(document, index).rows_below();
    insert_chart(sheet, &short, (FIRST, last), last + 4 + below, looks)?;
    set_print(sheet, Some((HEAD, HEAD)))?;
    // Table and chart on one page.
    sheet.set_print_fit_to_pages(1, 1);
    Ok(())
}

/// The formula where there are answers, a dash where there is none.
fn none_or(answers: &str, formula: &str) -> String {
    format!("=IF({answers}=0,\"{}\",{formula})", format::NONE)
}

/// How often each score was given, how many answers, their sum: counted on the processing sheets.
fn element_row(
    sheet: &mut Worksheet,
    at: u32,
    element: &ElementResult,
    sources: &[&Processing<'_>],
    looks: &Looks,
) -> Result<(), DocumentError> {
    sheet.write_string_with_format(at, 0, &element.code, &looks.text)?;
    sheet.write_string_with_format(at, 1, Printer::element(&element.code), &looks.text)?;
    let ranges: Vec<String> = sources.iter().filter_map(|source| source.range_from_outside(&element.code)).collect();
    let over = |of: &dyn Fn(&String) -> String| {
        if ranges.is_empty() {
            "=0".to_owned()
        } else {
            format!("={}", ranges.iter().map(of).collect::<Vec<_>>().join("+"))
        }
    };
    for ((column, score), n) in (2..).zip(1..).zip(element.scores) {
        let formula = over(&|range: &String| format!("COUNTIF({range},{score})"));
        counted(sheet, (at, column), formula, n, ranges.is_empty(), looks)?;
    }
    let formula = over(&|range: &String| format!("COUNT({range})"));
    counted(sheet, (at, 6), formula, element.answered, ranges.is_empty(), looks)?;
    let sum: i64 = element.scores.iter().zip(1..).map(|(n, score)| n * score).sum();
    let formula = over(&|range: &String| format!("SUM({range})"));
    counted(sheet, (at, 7), formula, sum, ranges.is_empty(), looks)
}

/// A formula over the answers; the number itself where the answers are not in the workbook.
fn counted(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    formula: String,
    number: i64,
    as_number: bool,
    looks: &Looks,
) -> Result<(), DocumentError> {
    if as_number {
        sheet.write_number_with_format(row, column, number_of(&number.to_string()), &looks.whole)?;
        return Ok(());
    }
    formula_cell(sheet, (row, column), formula, &number.to_string(), &looks.whole)
}

/// A printed number as a spreadsheet keeps numbers.
pub(crate) fn number_of(text: &str) -> f64 {
    text.parse().unwrap_or_default()
}

/// A printed percentage as a spreadsheet keeps it: `33.33` as `0.3333`.
pub(super) fn part_of_one(percent: &str) -> String {
    let decimal = percent.parse::<Decimal>().unwrap_or_else(|_| Decimal::new(0, 2));
    Decimal::new(decimal.units(), decimal.places() + 2).to_string()
}

fn formula_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    formula: String,
    value: &str,
    look: &Format,
) -> Result<(), DocumentError> {
    sheet.write_formula_with_format(row, column, Formula::new(formula).set_result(value), look)?;
    Ok(())
}

fn feet(
    sheet: &mut Worksheet,
    document: &ReportDocument,
    index: &IndexResult,
    last: u32,
    looks: &Looks,
) -> Result<(), DocumentError> {
    let (summary, foot) = (&index.summary, last + 1);
    let short = summary.index.code().to_uppercase();
    for column in 0..13 {
        sheet.write_blank(foot, column, &looks.foot)?;
    }
    sheet.write_string_with_format(foot, 1, short.as_str(), &looks.foot)?;
    match Printed::of(document, index) {
        Printed::MeanOfUnits(range) => {
            sheet.write_string(foot + 2, 1, Story::index_note(document, index))?;
            let mean = format!("=ROUND(AVERAGE({range}),2)");
            formula_cell(sheet, (foot, 10), mean, &summary.converted, &looks.foot_two)?;
        }
        // The unit's number is the mean of its services' printed ones.
        Printed::MeanOfServices(values) => {
            sheet.write_string(foot + 2, 1, row::MEAN_OF_SERVICES)?;
            for (at, (name, value)) in (foot + 3..).zip(&values) {
                sheet.write_string_with_format(at, 1, super::looks::safe(name), &looks.text)?;
                sheet.write_number_with_format(at, 10, number_of(value), &looks.two)?;
            }
            let end = foot + 2 + u32::try_from(values.len()).unwrap_or(1);
            let range = format!("{}:{}", row_col_to_cell(foot + 3, 10), row_col_to_cell(end, 10));
            formula_cell(
                sheet,
                (foot, 10),
                format!("=ROUND(AVERAGE({range}),2)"),
                &summary.converted,
                &looks.foot_two,
            )?;
        }
        Printed::Pooled => {
            let means = format!("{}:{}", row_col_to_cell(FIRST, 9), row_col_to_cell(last, 9));
            formula_cell(sheet, (foot, 9), format!("=SUM({means})"), &summary.value, &looks.foot_four)?;
            let sum = row_col_to_cell(foot, 9);
            formula_cell(sheet, (foot, 10), format!("=ROUND({sum}*25,2)"), &summary.converted, &looks.foot_two)?;
        }
    }
    let cell = row_col_to_cell(foot, 10);
    formula_cell(sheet, (foot, 11), grade_formula(&cell), &summary.grade, &looks.foot_middle)?;
    formula_cell(sheet, (foot, 12), performance_formula(&cell), &summary.performance, &looks.foot_middle)?;
    let margin =
        summary.margin.points.as_ref().map_or_else(|| format::NONE.to_owned(), |_| Printer::margin(&summary.margin));
    let weight = fill(row::WEIGHT, &[("index", &short)]);
    let note =
        format!("n = {} · {margin} (95%) · {weight}: {}", Printer::count(summary.n), Printer::decimal(&index.weight));
    sheet.write_string_with_format(3, 0, note, &looks.note)?;
    Ok(())
}

/// Where the printed index comes from.
enum Printed<'a> {
    /// From the rows above it.
    Pooled,
    /// Under `rata_rata_layanan`: from the services' printed values, each with its name.
    MeanOfServices(Vec<(&'a str, &'a str)>),
    /// Of the city: from the units' printed values, on the sheet of units.
    MeanOfUnits(String),
}

impl<'a> Printed<'a> {
    fn of(document: &'a ReportDocument, index: &IndexResult) -> Self {
        if let Some(city) = &document.city {
            return Self::MeanOfUnits(unit_values(city, index.summary.index));
        }
        if index.pooled.is_none() {
            return Self::Pooled;
        }
        let of = |service: &'a domain::figures::ServiceResult| {
            let own = service.indices.iter().find(|summary| summary.index == index.summary.index)?;
            Some((service.name.as_str(), own.converted.as_str()))
        };
        Self::MeanOfServices(document.figures.services.iter().filter_map(of).collect())
    }

    /// What stands below the row of the index.
    fn rows_below(&self) -> u32 {
        match self {
            Self::Pooled => 0,
            Self::MeanOfServices(values) => u32::try_from(values.len()).unwrap_or(0) + 2,
            Self::MeanOfUnits(_) => 2,
        }
    }
}

fn insert_chart(
    sheet: &mut Worksheet,
    short: &str,
    (first, last): (u32, u32),
    at: u32,
    looks: &Looks,
) -> Result<(), DocumentError> {
    let title = fill(chart::ELEMENTS, &[("index", short)]);
    let mut drawn = Chart::new(ChartType::Bar);
    drawn
        .add_series()
        .set_name(title.as_str())
        .set_categories((short, first, 0, last, 0))
        .set_values((short, first, 10, last, 10))
        .set_data_label(ChartDataLabel::new().show_value().set_num_format("0.00"))
        .set_format(
            rust_xlsxwriter::ChartFormat::new()
                .set_solid_fill(rust_xlsxwriter::ChartSolidFill::new().set_color(looks.brand.as_str())),
        );
    drawn.title().set_name(title.as_str());
    drawn.legend().set_hidden();
    // Of lying bars the horizontal axis is that of the values.
    drawn.y_axis().set_reverse();
    drawn.x_axis().set_min(25).set_max(100);
    drawn.set_alt_text(title.as_str());
    drawn.set_width(760).set_height(360);
    sheet.insert_chart(at, 1, &drawn)?;
    Ok(())
}
