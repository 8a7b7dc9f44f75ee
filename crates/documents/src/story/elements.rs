//! Chapter III: the indices and their elements.

use super::{Align, Printer, Table};
use domain::figures::{ElementResult, IndexResult};
use domain::report::{CityFigures, ReportDocument, adds_up, name_of};
use domain::{Decimal, Grade, IndexKind};
use texts::report::{self, TableText, label, row};
use texts::{fill, format};

pub(super) fn grades() -> Table {
    let text = report::GRADES;
    let columns = [(2, Align::Center), (3, Align::Center), (3, Align::Center), (2, Align::Center), (3, Align::Center)];
    let mut table = Table::new(text.caption, text.heads, &columns);
    table.rows = Grade::ALL
        .into_iter()
        .rev()
        .map(|grade| {
            let row = grade.row();
            let range = |(from, to): (&str, &str)| format!("{from} – {to}");
            vec![
                row.perception.to_string(),
                range(row.interval),
                range(row.converted),
                grade.letter().to_owned(),
                row.performance.to_owned(),
            ]
        })
        .collect();
    table
}

pub(super) fn indices(document: &ReportDocument) -> Option<Table> {
    let text = report::INDICES;
    let columns = [
        (6, Align::Left),
        (3, Align::Center),
        (2, Align::Center),
        (3, Align::Center),
        (2, Align::Center),
        (2, Align::Center),
        (3, Align::Center),
    ];
    let mut table = Table::new(text.caption, text.heads, &columns);
    table.rows = document
        .told_indices()
        .into_iter()
        .map(|index| {
            let summary = &index.summary;
            vec![
                format!("{} ({})", name_of(summary.index), summary.index.code().to_uppercase()),
                Printer::count(summary.n),
                Printer::decimal(&summary.value),
                Printer::decimal(&summary.converted),
                Printer::margin(&summary.margin),
                summary.grade.clone(),
                summary.performance.clone(),
            ]
        })
        .collect();
    table.note = document.city.as_ref().map(beside).unwrap_or_default();
    table.unless_empty()
}

/// The pooled values beside the city's headlines.
fn beside(city: &CityFigures) -> String {
    let pooled = city.recap.indices.iter().map(|index| {
        let (short, value) = (index.headline.index.code().to_uppercase(), Printer::decimal(&index.pooled.converted));
        fill(row::CITY_POOLED, &[("index", &short), ("value", &value)])
    });
    std::iter::once(label::CITY_METHOD.to_owned()).chain(pooled).collect::<Vec<_>>().join(" ")
}

pub(super) fn find(document: &ReportDocument, kind: IndexKind) -> Option<&IndexResult> {
    document.figures.indices.iter().find(|index| index.summary.index == kind)
}

/// The elements of an index, with the sum of the weighted means and the index below.
pub(super) fn table(document: &ReportDocument, kind: IndexKind) -> Option<Table> {
    let (text, index) = (report::ELEMENTS, find(document, kind)?);
    let short = kind.code().to_uppercase();
    let columns = [
        (2, Align::Center),
        (6, Align::Left),
        (2, Align::Center),
        (4, Align::Center),
        (3, Align::Center),
        (2, Align::Center),
        (4, Align::Center),
    ];
    let mut table = Table::new(fill(text.caption, &[("index", &short)]), text.heads, &columns);
    table.rows = index
        .elements
        .iter()
        .map(|element| {
            vec![
                element.code.clone(),
                Printer::element(&element.code),
                Printer::option(element.mean.as_ref()),
                Printer::option(element.weighted_mean.as_ref()),
                Printer::option(element.converted.as_ref()),
                Printer::text(element.grade.as_ref()),
                performance(element),
            ]
        })
        .collect();
    let foot = if document.city.is_some() { label::CITY_INDEX } else { label::UNIT_INDEX };
    table.rows.push(vec![
        String::new(),
        fill(foot, &[("index", &short)]).trim_start_matches(['*', ')', ' ']).to_owned(),
        String::new(),
        Printer::decimal(&index.summary.value),
        Printer::decimal(&index.summary.converted),
        index.summary.grade.clone(),
        index.summary.performance.clone(),
    ]);
    table.foot = 1;
    table.note = note(document, index);
    Some(table)
}

/// Why the printed index is not what the rows above come to, where it is not.
pub(super) fn note(document: &ReportDocument, index: &IndexResult) -> String {
    let short = index.summary.index.code().to_uppercase();
    match &index.pooled {
        Some(pooled) => {
            let (count, value) = (Printer::len(pooled.services), Printer::decimal(&pooled.converted));
            let note = if document.city.is_some() { row::CITY_NOTE } else { row::MEAN_NOTE };
            fill(note, &[("index", &short), ("count", &count), ("value", &value)])
        }
        None if adds_up(&document.figures.method.weight, index) => String::new(),
        None => fill(row::CHECKSUM_NOTE, &[("index", &short)]),
    }
}

fn performance(element: &ElementResult) -> String {
    let value: Option<Decimal> = element.converted.as_ref().and_then(|value| value.parse().ok());
    value.map_or_else(|| format::NONE.to_owned(), |value| Grade::of(value).performance().to_owned())
}

/// The words of a table that the IKM has under a name of its own.
pub(super) fn table_of(kind: IndexKind, ikm: TableText, other: TableText, columns: &[(u32, Align)]) -> Table {
    if kind == IndexKind::Ikm {
        return Table::new(ikm.caption, ikm.heads, columns);
    }
    let short = kind.code().to_uppercase();
    let filled = |text: &str| fill(text, &[("index", &short)]);
    let mut table = Table::new(filled(other.caption), other.heads, columns);
    table.head.iter_mut().flatten().for_each(|cell| cell.text = filled(&cell.text));
    table
}

/// Every score of every element of an index with its number and share.
pub(super) fn distribution(document: &ReportDocument, kind: IndexKind) -> Option<Table> {
    let index = find(document, kind)?;
    let columns = [
        (2, Align::Center),
        (6, Align::Left),
        (2, Align::Center),
        (6, Align::Left),
        (2, Align::Right),
        (2, Align::Right),
    ];
    let mut table = table_of(kind, report::DISTRIBUTION, report::INDEX_DISTRIBUTION, &columns);
    for element in &index.elements {
        let labels = labels(document, &element.code);
        for (at, n) in element.scores.iter().enumerate() {
            let first = |text: String| if at == 0 { text } else { String::new() };
            table.rows.push(vec![
                first(element.code.clone()),
                first(Printer::element(&element.code)),
                (at + 1).to_string(),
                labels.get(at).cloned().unwrap_or_default(),
                Printer::count(*n),
                Printer::share(*n, element.answered),
            ]);
        }
    }
    if table.rows.iter().all(|row| row.get(ANSWER).is_none_or(String::is_empty)) {
        // The units of the city ask by different questionnaires: what a score is called stands in theirs.
        table.columns.remove(ANSWER);
        table.head.iter_mut().for_each(|head| drop(head.remove(ANSWER)));
        table.rows.iter_mut().for_each(|row| drop(row.remove(ANSWER)));
    }
    table.dense = true;
    table.grouped = 2;
    table.unless_empty()
}

/// The column of what a score is called.
const ANSWER: usize = 3;

/// What the scores of an element are called: as its items call them, where they agree, else as the guideline does.
fn labels(document: &ReportDocument, element: &str) -> Vec<String> {
    let items = document.sheets.iter().flat_map(|sheet| &sheet.items);
    let mut feeding = items.filter(|item| item.elements.iter().any(|fed| fed.element == element));
    let Some(first) = feeding.next() else { return Vec::new() };
    if feeding.all(|item| item.options == first.options) {
        first.options.clone()
    } else {
        Grade::ALL.iter().rev().map(|grade| grade.performance().to_owned()).collect()
    }
}

/// Elements of an index from the lowest, with what the index would gain.
pub(super) fn ranking(document: &ReportDocument, kind: IndexKind) -> Option<Table> {
    let index = find(document, kind)?;
    let columns = [
        (1, Align::Center),
        (6, Align::Left),
        (3, Align::Center),
        (2, Align::Center),
        (3, Align::Center),
        (2, Align::Center),
        (4, Align::Center),
    ];
    let mut table = table_of(kind, report::RANKING, report::INDEX_RANKING, &columns);
    let value = |element: &ElementResult| element.converted.as_ref()?.parse::<Decimal>().ok();
    let mut ranked: Vec<_> = index.elements.iter().filter_map(|element| Some((value(element)?, element))).collect();
    ranked.sort_by_key(|(value, _)| *value);
    for (value, element) in &ranked {
        // Equal printed values share a place.
        let place = 1 + ranked.iter().filter(|(other, _)| other < value).count();
        table.rows.push(vec![
            place.to_string(),
            format!("{} {}", element.code, Printer::element(&element.code)),
            Printer::count(element.answered),
            Printer::option(element.converted.as_ref()),
            Printer::margin(&element.margin),
            Printer::text(element.grade.as_ref()),
            gain(element),
        ]);
    }
    table.unless_empty()
}

/// Only an element below the mean of the others has a gain to offer.
fn gain(element: &ElementResult) -> String {
    match &element.possible_gain {
        Some(gain) if !gain.starts_with('-') => Printer::decimal(gain),
        _ => format::NONE.to_owned(),
    }
}
