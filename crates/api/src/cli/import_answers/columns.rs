//! Which column answers which item: named by the item, or by an element that one item alone feeds.

use crate::csv_file::defects::{Defects, column_letters, quoted};
use domain::Questionnaire;
use std::collections::BTreeSet;

/// Columns that number the sheets.
const NUMBERS: [&str; 4] = ["resp", "no", "no.", "nomor"];

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// Answers to the item at this position.
    Item(usize),
    /// Numbers of sheets.
    Number,
    /// What was refused already.
    Refused,
    /// Nothing, as spreadsheets leave at the right edge.
    Unnamed,
}

/// Reads the first row.
pub(super) fn read_columns<'a>(
    names: impl Iterator<Item = &'a str>,
    questionnaire: &Questionnaire,
    defects: &mut Defects,
) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for (position, received) in names.enumerate() {
        let name = received.trim().to_lowercase();
        let place = || format!("row 1, column {} ({})", column_letters(position), quoted(received.trim()));
        let column = match find_item(&name, questionnaire) {
            _ if name.is_empty() => Column::Unnamed,
            _ if NUMBERS.contains(&name.as_str()) => Column::Number,
            Ok(item) => match columns.iter().position(|column| *column == Column::Item(item)) {
                None => Column::Item(item),
                Some(first) => {
                    let code = questionnaire.items.get(item).map_or("", |item| item.code.as_str());
                    let first = column_letters(first);
                    defects.push(|| format!("{}: column {first} answers {code} already; keep one of them", place()));
                    Column::Refused
                }
            },
            Err(reason) => {
                defects.push(|| format!("{}: {reason}", place()));
                Column::Refused
            }
        };
        columns.push(column);
    }
    if !columns.iter().any(|column| matches!(column, Column::Item(_))) {
        let known = item_codes(questionnaire);
        defects.push(|| format!("row 1 must name the columns: no column is one of {known}"));
    }
    columns
}

fn item_codes(questionnaire: &Questionnaire) -> String {
    questionnaire.items.iter().map(|item| item.code.as_str()).collect::<Vec<_>>().join(", ")
}

/// The position of the item a column is named by, or why there is none.
fn find_item(name: &str, questionnaire: &Questionnaire) -> Result<usize, String> {
    if let Some(position) = questionnaire.items.iter().position(|item| item.code.eq_ignore_ascii_case(name)) {
        return Ok(position);
    }
    let elements =
        questionnaire.groupings.iter().flat_map(|grouping| &grouping.indices).flat_map(|index| &index.elements);
    // Over all groupings: a file must not change its meaning with the city's choice among them.
    let items: BTreeSet<&str> = elements
        .filter(|element| element.element.eq_ignore_ascii_case(name))
        .flat_map(|element| element.items.iter().map(String::as_str))
        .collect();
    let mut feeding = items.iter().filter_map(|item| questionnaire.item_position(item));
    match (feeding.next(), feeding.next()) {
        (Some(only), None) => Ok(only),
        (Some(_), Some(_)) => Err(format!(
            "several items feed the element {}: name the columns by item, {}",
            name.to_uppercase(),
            items.into_iter().collect::<Vec<_>>().join(", ")
        )),
        (None, _) => {
            let known = item_codes(questionnaire);
            Err(format!("unknown; accepted are {known}, an element that one item feeds, and resp or no for a number"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(code: &str, header: &str) -> (Vec<Column>, Defects) {
        let questionnaires = domain::questionnaire::shipped().unwrap();
        let questionnaire = questionnaires.iter().find(|one| one.code.as_str() == code).unwrap();
        let mut defects = Defects::default();
        (read_columns(header.split(','), questionnaire, &mut defects), defects)
    }

    #[test]
    fn columns_come_in_any_order_and_case() {
        let (columns, defects) = read("skm-2017", "Resp,U9, u8 ,u1,NO.,");
        assert_eq!(defects, Defects::default());
        let item = Column::Item;
        assert_eq!(columns, [Column::Number, item(7), item(8), item(0), Column::Number, Column::Unnamed]);
    }

    #[test]
    fn an_element_names_its_item_where_it_has_one_alone() {
        let (columns, defects) = read("terpadu-16", "U3,KP1,ak5,t02");
        assert_eq!(defects, Defects::default());
        assert_eq!(columns, [Column::Item(5), Column::Item(0), Column::Item(8), Column::Item(1)]);
        let (_, defects) = read("terpadu-16", "U2,t01");
        let expected =
            "row 1, column A (\"U2\"): several items feed the element U2: name the columns by item, t03, t04, t05";
        assert_eq!(defects.listed(), [expected]);
    }

    #[test]
    fn an_item_answered_by_two_columns_is_refused() {
        let (_, defects) = read("terpadu-16", "t01,T02,KP1,t02");
        assert_eq!(
            defects.listed(),
            [
                "row 1, column C (\"KP1\"): column A answers t01 already; keep one of them",
                "row 1, column D (\"t02\"): column B answers t02 already; keep one of them",
            ]
        );
    }

    #[test]
    fn an_unknown_column_is_named() {
        let (_, defects) = read("skm-2017", "u1,umur,u10");
        assert_eq!(defects.total(), 2);
        assert!(defects.listed()[0].starts_with("row 1, column B (\"umur\"): unknown; accepted are u1, u2"));
        let (_, defects) = read("skm-2017", "3,4");
        assert!(defects.listed()[2].starts_with("row 1 must name the columns"));
    }
}
