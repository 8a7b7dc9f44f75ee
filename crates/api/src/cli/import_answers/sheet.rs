//! From the text of a file to responses, or everything that is wrong with it.

use super::columns::{Column, read_columns};
use crate::csv_file::defects::{Defects, column_letters, quoted};
use crate::csv_file::text;
use csv::StringRecord;
use domain::questionnaire::ServiceMode;
use domain::response::{Asked, FieldCode, RawAnswer, RawResponse};
use domain::{Questionnaire, Response};

/// The most responses in one file.
pub(super) const MOST_ROWS: usize = 100_000;

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sheet {
    /// One a row, in the order of rows.
    pub(super) responses: Vec<Response>,
    /// What stands in the columns that number the sheets, row by row; empty without one.
    pub(super) numbers: Vec<String>,
    /// Items that would be asked there and that no column answers.
    pub(super) absent: Vec<String>,
}

/// Reads a file of answers about a service of this mode.
///
/// # Errors
/// Every defect of the file.
pub(super) fn read(bytes: &[u8], questionnaire: &Questionnaire, mode: ServiceMode) -> Result<Sheet, Defects> {
    let text = text::decode(bytes)?;
    let mut rows = Rows::new(&text);
    let mut defects = Defects::default();
    let (_, header) = rows.next().unwrap_or_default();
    let columns = read_columns(header.iter(), questionnaire, &mut defects);
    let asked = items_asked(&columns, questionnaire, mode);
    let reader = Reader { questionnaire, asked: &asked, columns: &columns, header: &header };
    let is_header_sound = defects.total() == 0;
    let (mut responses, mut numbers) = (Vec::new(), Vec::new());
    let mut blank = Vec::new();
    for (row, cells) in rows {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            blank.push(row);
            continue;
        }
        // Blank rows at the end are what spreadsheets leave behind; before a filled one, an answer is missing.
        for row in blank.drain(..) {
            defects.push(|| format!("row {row} has no answer: delete the row"));
        }
        responses.extend(reader.response(row, &cells, is_header_sound, &mut defects));
        numbers.push(reader.number(&cells));
        if responses.len() > MOST_ROWS {
            return Err(Defects::one(format!(
                "the file has more than {MOST_ROWS} rows: split it and import each part"
            )));
        }
    }
    if responses.is_empty() && defects.total() == 0 {
        defects.push(|| "the file has no response below its first row".to_owned());
    }
    if defects.total() > 0 {
        return Err(defects);
    }
    let present = |position| columns.contains(&Column::Item(position));
    let items = questionnaire.items.iter().enumerate().zip(questionnaire.items_asked(mode, true));
    let absent = items.filter(|((position, _), asked)| *asked && !present(*position));
    Ok(Sheet { responses, numbers, absent: absent.map(|((_, item), _)| item.code.clone()).collect() })
}

/// What counts as asked: an item whose column is there; an empty cell of it was skipped.
fn items_asked(columns: &[Column], questionnaire: &Questionnaire, mode: ServiceMode) -> Vec<bool> {
    let at_service = questionnaire.items_asked(mode, true);
    let positions = at_service.into_iter().enumerate();
    positions.map(|(position, asked)| asked && columns.contains(&Column::Item(position))).collect()
}

/// Records with the row numbers a spreadsheet shows.
struct Rows<'a> {
    records: csv::Reader<&'a [u8]>,
    inner_lines: u64,
}

impl<'a> Rows<'a> {
    fn new(text: &'a str) -> Self {
        let mut builder = csv::ReaderBuilder::new();
        builder.has_headers(false).flexible(true).delimiter(text::separator(text));
        Self { records: builder.from_reader(text.as_bytes()), inner_lines: 0 }
    }
}

impl Iterator for Rows<'_> {
    type Item = (u64, StringRecord);

    fn next(&mut self) -> Option<Self::Item> {
        let mut record = StringRecord::new();
        // Reading from memory, of text that is UTF-8, in rows of any length: nothing is left that could fail.
        if !self.records.read_record(&mut record).unwrap_or(false) {
            return None;
        }
        // A line break inside a cell makes a new line and no new row. Blank lines before the record are counted, as a
        // spreadsheet shows them.
        let inner = record.iter().map(|cell| cell.matches('\n').count()).sum::<usize>();
        self.inner_lines += u64::try_from(inner).unwrap_or(0);
        let lines_before_next = self.records.position().line().saturating_sub(1);
        Some((lines_before_next.saturating_sub(self.inner_lines), record))
    }
}

struct Reader<'a> {
    questionnaire: &'a Questionnaire,
    asked: &'a [bool],
    columns: &'a [Column],
    header: &'a StringRecord,
}

impl Reader<'_> {
    fn response(
        &self,
        row: u64,
        cells: &StringRecord,
        is_header_sound: bool,
        defects: &mut Defects,
    ) -> Option<Response> {
        let (has, needs) = (cells.len(), self.columns.len());
        if has != needs {
            let hint = if has > needs { "; a decimal comma needs quotes where commas separate cells" } else { "" };
            defects.push(|| format!("row {row} has {has} cells, the first row has {needs}{hint}"));
            return None;
        }
        let mut raw = RawResponse::default();
        for (position, (column, cell)) in self.columns.iter().zip(cells).enumerate() {
            match column {
                Column::Item(item) => {
                    let code = self.questionnaire.items.get(*item).map_or("", |item| item.code.as_str());
                    raw.answers.push((code.to_owned(), score(cell)));
                }
                Column::Unnamed if !cell.trim().is_empty() => {
                    let letters = column_letters(position);
                    defects.push(|| {
                        format!("row {row}, column {letters}: {} stands in a column without a name", quoted(cell))
                    });
                }
                Column::Unnamed | Column::Number | Column::Refused => (),
            }
        }
        let asked = Asked { questionnaire: self.questionnaire, items: self.asked, services: &[], minimum_age: 0 };
        let errors = match raw.parse(asked) {
            Ok(response) => return Some(response),
            Err(errors) => errors,
        };
        for error in errors {
            match (error.code, self.column_of(&error.pointer)) {
                (FieldCode::NoAnswer, _) if is_header_sound => {
                    defects.push(|| format!("row {row} has no answer: delete the row"))
                }
                (FieldCode::NoAnswer, _) => (),
                (_, Some(position)) => {
                    let (letters, name) =
                        (column_letters(position), self.header.get(position).unwrap_or_default().trim());
                    let received = quoted(cells.get(position).unwrap_or_default());
                    defects.push(|| format!("row {row}, column {letters} ({name}): {received} is not a score: 1, 2, 3, 4 or an empty cell"));
                }
                (_, None) => defects
                    .push(|| format!("row {row}: {} {}; accepted: {}", error.pointer, error.received, error.accepted)),
            }
        }
        None
    }

    fn number(&self, cells: &StringRecord) -> String {
        let columns = self.columns.iter().zip(cells).filter(|(column, _)| **column == Column::Number);
        columns.map(|(_, cell)| cell.trim()).collect::<Vec<_>>().join(" ")
    }

    fn column_of(&self, pointer: &str) -> Option<usize> {
        let item = self.questionnaire.item_position(pointer.strip_prefix("/answers/")?)?;
        self.columns.iter().position(|column| *column == Column::Item(item))
    }
}

/// A cell as an answer: `3`, `3.0`, `3,0` and ` 3 ` are the same score.
fn score(cell: &str) -> RawAnswer {
    let cell = cell.trim();
    let (whole, zeros) = cell.split_once(['.', ',']).unwrap_or((cell, "0"));
    match whole.as_bytes() {
        [] if cell.is_empty() => RawAnswer::Skipped,
        [digit @ b'0'..=b'9'] if !zeros.is_empty() && zeros.bytes().all(|zero| zero == b'0') => {
            RawAnswer::Score(i64::from(digit - b'0'))
        }
        _ => RawAnswer::Other(cell.to_owned()),
    }
}

#[cfg(test)]
#[path = "sheet_tests.rs"]
mod tests;
