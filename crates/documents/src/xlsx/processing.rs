//! "Pengolahan data survei kepuasan masyarakat per responden dan per unsur pelayanan", one sheet an index and
//! questionnaire version: item columns under element heads, the guideline's foot rows as formulas.

use super::looks::Looks;
use super::{set_print, write_title};
use crate::DocumentError;
use domain::Weight;
use domain::figures::{ElementResult, IndexResult};
use domain::report::{ProcessedSheet, ReportDocument};
use rust_xlsxwriter::{Format, Formula, Worksheet, utility::row_col_to_cell};
use texts::fill;
use texts::format::NONE;
use texts::report::{PROCESSED, label};

const HEAD: u32 = 4;
const FIRST: u32 = 6;

/// A processing sheet and where things stand on it.
pub(super) struct Processing<'a> {
    pub(super) name: String,
    pub(super) index: &'a IndexResult,
    source: &'a ProcessedSheet,
    pub(super) elements: Vec<Columns>,
    /// Whether the unit's whole index stands on this sheet alone.
    alone: bool,
}

/// The columns of one element.
pub(super) struct Columns {
    pub(super) element: &'static str,
    items: Vec<usize>,
    first: u16,
    last: u16,
}

/// The sheets that a report needs.
pub(super) fn plan(document: &ReportDocument) -> Vec<Processing<'_>> {
    let mut sheets = Vec::new();
    for index in &document.figures.indices {
        let short = index.summary.index.code().to_uppercase();
        let sources = document.sheets.iter().filter(|sheet| !sheet.rows.is_empty());
        let with_columns: Vec<_> = sources
            .map(|source| (source, columns(source, index)))
            .filter(|(_, elements)| !elements.is_empty())
            .collect();
        let alone = with_columns.len() == 1;
        for (at, (source, elements)) in with_columns.into_iter().enumerate() {
            let name = if alone { format!("Pengolahan {short}") } else { format!("Pengolahan {short} ({})", at + 1) };
            sheets.push(Processing { name, index, source, elements, alone });
        }
    }
    sheets
}

fn columns(source: &ProcessedSheet, index: &IndexResult) -> Vec<Columns> {
    let mut next = 1_u16;
    let of = |(element, items): (&'static str, Vec<usize>)| {
        let first = next;
        next += u16::try_from(items.len()).unwrap_or(1);
        Columns { element, items, first, last: next - 1 }
    };
    source.columns(index.summary.index).into_iter().map(of).collect()
}

impl Processing<'_> {
    fn last_row(&self) -> u32 {
        FIRST + u32::try_from(self.source.rows.len()).unwrap_or(u32::MAX - FIRST).saturating_sub(1)
    }

    /// The rows of Σ, count, NRR, NRR tertimbang, their sum, the index, grade and performance.
    fn foot(&self, at: u32) -> u32 {
        self.last_row() + 1 + at
    }

    /// The answers of an element: `B7:C181`.
    fn range(&self, columns: &Columns) -> String {
        format!("{}:{}", row_col_to_cell(FIRST, columns.first), row_col_to_cell(self.last_row(), columns.last))
    }

    fn columns_of(&self, element: &str) -> Option<&Columns> {
        self.elements.iter().find(|columns| columns.element == element)
    }

    /// The answers of an element as another sheet names them; `None` where this sheet has none.
    pub(super) fn range_from_outside(&self, element: &str) -> Option<String> {
        Some(format!("'{}'!{}", self.name, self.range(self.columns_of(element)?)))
    }

    /// The numbers of the respondents as another sheet names them, and how many there are.
    pub(super) fn numbers_from_outside(&self) -> (String, i64) {
        let (first, last) = (row_col_to_cell(FIRST, 0), row_col_to_cell(self.last_row(), 0));
        (format!("'{}'!{first}:{last}", self.name), i64::try_from(self.source.rows.len()).unwrap_or(i64::MAX))
    }

    /// The cell of the unit's index as another sheet names it; `None` where it does not stand on this sheet.
    pub(super) fn index_cell(&self) -> Option<String> {
        let cell = row_col_to_cell(self.foot(5), 1);
        (self.foot_rows() > 5).then(|| format!("'{}'!{cell}", self.name))
    }

    /// How far the foot goes. Of several versions each sheet has a part of the answers, and a mean of services does not
    /// follow from them: the index's own sheet has the rest.
    fn foot_rows(&self) -> usize {
        match (self.alone, &self.index.pooled) {
            (true, None) => 8,
            (true, Some(_)) => 4,
            (false, _) => 2,
        }
    }

    pub(super) fn write(
        &self,
        sheet: &mut Worksheet,
        document: &ReportDocument,
        looks: &Looks,
    ) -> Result<(), DocumentError> {
        sheet.set_name(&self.name)?;
        write_title(sheet, document, label::PROCESSING, looks)?;
        let number = PROCESSED.heads.first().copied().unwrap_or_default();
        sheet.merge_range(HEAD, 0, HEAD + 1, 0, number, &looks.head)?;
        for columns in &self.elements {
            span(sheet, HEAD, columns, &looks.head)?;
            sheet.write_string_with_format(HEAD, columns.first, columns.element, &looks.head)?;
            for (column, item) in (columns.first..).zip(&columns.items) {
                let code = self.source.items.get(*item).map_or("", |item| item.code.as_str());
                sheet.write_string_with_format(HEAD + 1, column, code, &looks.head)?;
            }
        }
        for (at, row) in (FIRST..).zip(&self.source.rows) {
            sheet.write_number_with_format(at, 0, f64::from(at - FIRST + 1), &looks.whole)?;
            for columns in &self.elements {
                for (column, item) in (columns.first..).zip(&columns.items) {
                    // An unanswered cell stays empty: SUM and COUNT then do the right thing.
                    match ProcessedSheet::score(row, *item) {
                        Some(score) => sheet.write_number_with_format(at, column, f64::from(score), &looks.whole)?,
                        None => sheet.write_blank(at, column, &looks.whole)?,
                    };
                }
            }
        }
        self.feet(sheet, document, looks)?;
        self.legend(sheet, looks)?;
        sheet.set_freeze_panes(FIRST, 1)?;
        sheet.set_column_width(0, 26)?;
        set_print(sheet, Some((HEAD, HEAD + 1)))
    }

    fn feet(&self, sheet: &mut Worksheet, document: &ReportDocument, looks: &Looks) -> Result<(), DocumentError> {
        let rows = [
            label::SUM_OF_SCORES.to_owned(),
            label::ANSWERED.to_owned(),
            label::MEAN.to_owned(),
            label::WEIGHTED.to_owned(),
            label::WEIGHTED_SUM.to_owned(),
            fill(label::UNIT_INDEX, &[("index", &self.index.summary.index.code().to_uppercase())]),
            label::GRADE.to_owned(),
            label::PERFORMANCE.to_owned(),
        ];
        for (at, text) in (0..).zip(rows.iter().take(self.foot_rows())) {
            sheet.write_string_with_format(self.foot(at), 0, text, &looks.foot)?;
        }
        let weight = Weight::from_code(&document.figures.method.weight).unwrap_or_default();
        for columns in &self.elements {
            self.element_feet(sheet, columns, weight, looks)?;
        }
        let row = |at: u32| -> String {
            let (first, last) =
                (self.elements.first().map_or(1, |c| c.first), self.elements.last().map_or(1, |c| c.last));
            format!("{}:{}", row_col_to_cell(self.foot(at), first), row_col_to_cell(self.foot(at), last))
        };
        if self.foot_rows() < rows.len() {
            return Ok(());
        }
        let summary = &self.index.summary;
        // Words such as "Sangat Baik" need more than a column of scores.
        let last = self.elements.last().map_or(1, |columns| columns.last).min(3);
        for (at, look) in (4..).zip([&looks.foot_four, &looks.foot_two, &looks.foot_middle, &looks.foot_middle]) {
            if last > 1 {
                sheet.merge_range(self.foot(at), 1, self.foot(at), last, "", look)?;
            }
        }
        let stored = |formula: String, result: &str| Formula::new(formula).set_result(result);
        let sum = stored(format!("=SUM({})", row(3)), &summary.value);
        sheet.write_formula_with_format(self.foot(4), 1, sum, &looks.foot_four)?;
        let sum_cell = row_col_to_cell(self.foot(4), 1);
        let index = stored(format!("=ROUND({sum_cell}*25,2)"), &summary.converted);
        sheet.write_formula_with_format(self.foot(5), 1, index, &looks.foot_two)?;
        let cell = row_col_to_cell(self.foot(5), 1);
        let grade = stored(super::index::grade_formula(&cell), &summary.grade);
        sheet.write_formula_with_format(self.foot(6), 1, grade, &looks.foot_middle)?;
        let performance = stored(super::index::performance_formula(&cell), &summary.performance);
        sheet.write_formula_with_format(self.foot(7), 1, performance, &looks.foot_middle)?;
        Ok(())
    }

    fn element_feet(
        &self,
        sheet: &mut Worksheet,
        columns: &Columns,
        weight: Weight,
        looks: &Looks,
    ) -> Result<(), DocumentError> {
        let cell = |at: u32| row_col_to_cell(self.foot(at), columns.first);
        let range = self.range(columns);
        let (sum, count) = self.source.sum(&columns.items);
        let element = self.index.elements.iter().find(|element| element.code == columns.element);
        let means = format!(
            "{}:{}",
            rust_xlsxwriter::utility::row_col_to_cell_absolute(self.foot(2), 1),
            rust_xlsxwriter::utility::row_col_to_cell_absolute(
                self.foot(2),
                self.elements.last().map_or(1, |columns| columns.last)
            )
        );
        let stored = |of: fn(&ElementResult) -> Option<&String>| {
            element.and_then(of).cloned().unwrap_or_else(|| NONE.to_owned())
        };
        let nothing = |formula: String| format!("=IF({}=0,\"{NONE}\",{formula})", cell(1));
        let weighted = weight_formula(weight, self.index, &cell(2), &means);
        let rows = [
            (format!("=SUM({range})"), sum.to_string(), &looks.whole),
            (format!("=COUNT({range})"), count.to_string(), &looks.whole),
            (nothing(format!("{}/{}", cell(0), cell(1))), stored(|element| element.mean.as_ref()), &looks.four),
            (nothing(weighted), stored(|element| element.weighted_mean.as_ref()), &looks.three),
        ];
        for (at, (formula, result, look)) in (0..).zip(rows.into_iter().take(self.foot_rows())) {
            span(sheet, self.foot(at), columns, look)?;
            sheet.write_formula_with_format(
                self.foot(at),
                columns.first,
                Formula::new(formula).set_result(result),
                look,
            )?;
        }
        Ok(())
    }

    fn legend(&self, sheet: &mut Worksheet, looks: &Looks) -> Result<(), DocumentError> {
        for (at, columns) in (9..).zip(&self.elements) {
            let name = crate::story::Printer::element(columns.element);
            sheet.write_string_with_format(self.foot(at), 0, format!("{} = {name}", columns.element), &looks.note)?;
        }
        Ok(())
    }
}

/// The weighted mean: × 0.111 or 0.11 for nine answered elements of the IKM, else ÷ the number of answered elements.
pub(super) fn weight_formula(weight: Weight, index: &IndexResult, mean: &str, means: &str) -> String {
    let exact = format!("{mean}/COUNT({means})");
    let is_ikm = index.summary.index == domain::IndexKind::Ikm;
    match weight {
        Weight::Thousandths | Weight::Hundredths if is_ikm => {
            format!("IF(COUNT({means})=9,{mean}*{},{exact})", weight.code())
        }
        _ => exact,
    }
}

/// Merges the columns of an element of several items.
fn span(sheet: &mut Worksheet, row: u32, columns: &Columns, look: &Format) -> Result<(), DocumentError> {
    if columns.last > columns.first {
        sheet.merge_range(row, columns.first, row, columns.last, "", look)?;
    }
    Ok(())
}
