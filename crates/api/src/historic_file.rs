//! Historic points from a CSV file: one row a unit and period, all of a file or nothing.

use crate::csv_file::defects::{Defects, column_letters, quoted};
use crate::csv_file::text::{decode, separator};
use domain::preparation::HistoricPoint;
use domain::{Decimal, Grade, IndexKind, Month};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// The columns, of which `index`, `n` and `source` may be missing.
pub(crate) const COLUMNS: [&str; 7] = ["unit", "index", "period", "value", "grade", "n", "source"];
const NEEDED: [&str; 4] = ["unit", "period", "value", "grade"];
/// So many rows at most: all of a file is written at once, and answers wait meanwhile.
pub(crate) const MOST_ROWS: usize = 2_000;

/// A row of the file: the unit's code and the point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// Where it stands, counted as a spreadsheet does.
    pub number: usize,
    /// The code of the unit.
    pub unit: String,
    /// What was published.
    pub point: HistoricPoint,
}

/// Reads a file of periods that ended before the month that runs.
///
/// # Errors
/// Every cell that cannot be read, by row and column.
pub(crate) fn read(bytes: &[u8], running: Month) -> Result<Vec<Row>, Defects> {
    let text = decode(bytes)?;
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(separator(&text));
    let mut records = reader.from_reader(text.as_bytes()).into_records().zip(1..);
    let mut defects = Defects::default();
    let header = match records.next() {
        Some((Ok(header), _)) => header,
        _ => return Err(Defects::one("the first row cannot be read")),
    };
    let columns = columns(&header, &mut defects);
    if defects.total() > 0 {
        return Err(defects);
    }
    let mut rows: Vec<Row> = Vec::new();
    let mut numbers = HashMap::new();
    for (record, number) in records {
        let Ok(record) = record else {
            defects.push(|| format!("row {number} cannot be read"));
            continue;
        };
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if rows.len() >= MOST_ROWS {
            return Err(Defects::one(format!("the file has more than {MOST_ROWS} rows: make several files of it")));
        }
        let cells = Cells { columns: &columns, record: &record, number, running };
        if let Some(row) = cells.row(&mut defects) {
            match numbers.entry((row.unit.clone(), row.point.index, row.point.period)) {
                Entry::Occupied(known) => {
                    defects.push(|| format!("row {number}: row {} has the same period", known.get()));
                }
                Entry::Vacant(place) => {
                    place.insert(number);
                    rows.push(row);
                }
            }
        }
    }
    if rows.is_empty() && defects.total() == 0 {
        return Err(Defects::one("the file has no row below the first, which names the columns"));
    }
    if defects.total() > 0 { Err(defects) } else { Ok(rows) }
}

/// Which column of [`COLUMNS`] each column of the file is.
fn columns(header: &csv::StringRecord, defects: &mut Defects) -> Vec<Option<&'static str>> {
    let mut columns = Vec::new();
    for (at, name) in header.iter().enumerate() {
        let wanted = name.trim().to_lowercase();
        let column = COLUMNS.into_iter().find(|column| *column == wanted);
        let place = || format!("row 1, column {} ({})", column_letters(at), quoted(name));
        if column.is_none() && !wanted.is_empty() {
            defects.push(|| format!("{}: unknown; accepted are {}", place(), COLUMNS.join(", ")));
        } else if column.is_some() && columns.contains(&column) {
            defects.push(|| format!("{}: there is a column of this name before it", place()));
        }
        columns.push(column);
    }
    for needed in NEEDED {
        if !columns.contains(&Some(needed)) {
            defects.push(|| format!("row 1: the column {needed} is missing"));
        }
    }
    columns
}

struct Cells<'a> {
    columns: &'a [Option<&'static str>],
    record: &'a csv::StringRecord,
    number: usize,
    running: Month,
}

impl Cells<'_> {
    fn position(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|known| *known == Some(column))
    }

    fn text(&self, column: &str) -> &str {
        self.position(column).and_then(|at| self.record.get(at)).unwrap_or_default().trim()
    }

    fn place(&self, column: &str) -> String {
        let letters = self.position(column).map(column_letters).unwrap_or_default();
        format!("row {}, column {letters} ({column})", self.number)
    }

    /// Reads a cell, or says what would be accepted.
    fn cell<T>(
        &self,
        column: &str,
        accepted: &str,
        read: impl FnOnce(&str) -> Option<T>,
        defects: &mut Defects,
    ) -> Option<T> {
        let text = self.text(column);
        let value = read(text);
        if value.is_none() {
            defects.push(|| format!("{}: {} is not {accepted}", self.place(column), quoted(text)));
        }
        value
    }

    fn row(&self, defects: &mut Defects) -> Option<Row> {
        let unit = self.cell("unit", "the code of a unit", |text| domain::Code::parse(text).ok(), defects);
        let index = self.cell("index", "ikm, ipkp, ipak or empty for ikm", read_index, defects);
        let period =
            self.cell("period", "a period such as 2024, 2024-S2 or 2024-TW3", |text| text.parse().ok(), defects);
        let value = self.cell("value", "a value such as 82.41 or 82,41", read_decimal, defects);
        let grade = self.cell("grade", "A, B, C or D", read_grade, defects);
        let n = self.cell("n", "a number of respondents, or empty", read_count, defects);
        let point = HistoricPoint {
            index: index?,
            period: period?,
            value: value?,
            grade: grade?,
            n: n?,
            source: self.text("source").to_owned(),
        };
        let wrong = point.check(self.running);
        for defect in &wrong {
            let column = defect.pointer.trim_start_matches('/');
            defects.push(|| format!("{}: {} is not {}", self.place(column), quoted(&defect.received), defect.accepted));
        }
        Some(Row { number: self.number, unit: unit?.to_string(), point }).filter(|_| wrong.is_empty())
    }
}

fn read_index(text: &str) -> Option<IndexKind> {
    let text = text.to_lowercase();
    if text.is_empty() { Some(IndexKind::Ikm) } else { IndexKind::ALL.into_iter().find(|kind| kind.code() == text) }
}

fn read_decimal(text: &str) -> Option<Decimal> {
    text.replace(',', ".").parse().ok()
}

fn read_grade(text: &str) -> Option<Grade> {
    Grade::ALL.into_iter().find(|grade| text.eq_ignore_ascii_case(grade.letter()))
}

fn read_count(text: &str) -> Option<Option<i64>> {
    if text.is_empty() { Some(None) } else { text.parse().ok().map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_now(text: &str) -> Result<Vec<Row>, Defects> {
        read(text.as_bytes(), "2026-08".parse().unwrap())
    }

    fn defects(text: &str) -> Vec<String> {
        read_now(text).unwrap_err().listed().to_vec()
    }

    #[test]
    fn a_file_as_an_office_makes_it_is_read() {
        let text =
            "\u{feff}Unit;Period;Value;Grade;n\r\nkel-kuin;2024-S2;82,41;b;150\r\n;;;;\r\nkel-kuin;2023;79,9;B;\r\n";
        let rows = read_now(text).unwrap();
        let shown: Vec<(usize, String, String, Option<i64>)> = rows
            .iter()
            .map(|row| (row.number, row.point.period.to_string(), row.point.value.to_string(), row.point.n))
            .collect();
        assert_eq!(
            shown,
            [(2, "2024-S2".to_owned(), "82.41".to_owned(), Some(150)), (4, "2023".to_owned(), "79.9".to_owned(), None)]
        );
        assert!(rows.iter().all(|row| row.point.grade == Grade::B && row.point.index == IndexKind::Ikm));
    }

    #[test]
    fn every_bad_cell_is_named_by_row_and_column() {
        let found = defects("unit,period,value,grade,n\nkel-kuin,2024,182.41,B,0\nkel-kuin,20x4,tinggi,E,x\n");
        assert_eq!(found.len(), 6);
        assert!(found[0].starts_with("row 2, column C (value): \"182.41\" is not 24.75 to 100.00"), "{found:?}");
        assert!(found[1].starts_with("row 2, column E (n): \"0\" is not 1 to "), "{found:?}");
        assert!(found[2].starts_with("row 3, column B (period): \"20x4\" is not a period"), "{found:?}");
        assert!(found[4].starts_with("row 3, column D (grade): \"E\" is not A, B, C or D"), "{found:?}");
        let twice = defects("unit,period,value,grade\nkel-kuin,2024,82.41,B\nkel-kuin,2024-01..2024-12,82.41,B\n");
        assert_eq!(twice, ["row 3: row 2 has the same period"]);
    }

    #[test]
    fn a_period_that_has_not_ended_is_refused() {
        let found = defects("unit,period,value,grade\nkel-kuin,2026-TW3,82.41,B\nkel-kuin,2026-07,82.41,B\n");
        assert_eq!(found, ["row 2, column B (period): \"2026-TW3\" is not a period that ended before 2026-08"]);
    }

    #[test]
    fn a_file_without_its_columns_is_refused() {
        assert_eq!(defects("unit,period,value\nkel-kuin,2024,82.41\n"), ["row 1: the column grade is missing"]);
        assert!(defects("unit,period,value,grade,warna\n")[0].contains("unknown; accepted are unit, index"));
        assert!(defects("unit,period,value,grade\n")[0].contains("no row below"));
        assert!(defects("unit,unit,period,value,grade\n")[0].contains("before it"));
        assert!(defects(" ")[0].contains("empty"));
    }

    #[test]
    fn a_file_of_too_many_rows_is_refused_with_the_number_that_is_taken() {
        let rows = |count: usize| -> String {
            let row = |at: usize| format!("kel-{},{},80.00,B\n", at / 50, 1970 + at % 50);
            "unit,period,value,grade\n".to_owned() + &(0..count).map(row).collect::<String>()
        };
        assert_eq!(read_now(&rows(MOST_ROWS)).unwrap().len(), MOST_ROWS);
        assert_eq!(defects(&rows(MOST_ROWS + 1)), ["the file has more than 2000 rows: make several files of it"]);
    }
}
