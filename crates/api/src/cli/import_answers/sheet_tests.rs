use super::*;
use domain::tally::{NOT_ASKED, SKIPPED};

fn read_as(code: &str, mode: ServiceMode, text: &str) -> Result<Sheet, Defects> {
    let questionnaires = domain::questionnaire::shipped().unwrap();
    let questionnaire = questionnaires.iter().find(|one| one.code.as_str() == code).unwrap();
    read(text.as_bytes(), questionnaire, mode)
}

fn skm(text: &str) -> Result<Sheet, Defects> {
    read_as("skm-2017", ServiceMode::Counter, text)
}

fn answers(text: &str) -> Vec<Vec<u8>> {
    skm(text).unwrap().responses.into_iter().map(|response| response.answers).collect()
}

fn defects(text: &str) -> Vec<String> {
    skm(text).unwrap_err().listed().to_vec()
}

#[test]
fn every_way_to_write_a_score_is_the_same_score() {
    let expected = vec![vec![3, 3, 3, 3, NOT_ASKED, NOT_ASKED, NOT_ASKED, NOT_ASKED, NOT_ASKED]];
    assert_eq!(answers("u1,u2,u3,u4\n3,3.0,\"3,0\", 3 \n"), expected);
    assert_eq!(answers("u1;u2;u3;u4\n3;3.0;3,0; 3 "), expected);
    assert_eq!(answers("\u{feff}u1\tu2\tu3\tu4\r\n3\t3.00\t3,0\t\u{a0}3\r\n"), expected);
}

#[test]
fn an_empty_cell_is_no_answer_and_an_absent_column_was_not_asked() {
    let sheet = skm("no,U9,u8,u1\n1,4,,2\n2,,,1\n").unwrap();
    let rest = [NOT_ASKED; 6];
    let row = |u1, u9| [[u1].as_slice(), &rest, &[u9, SKIPPED]].concat();
    assert_eq!(sheet.responses[0].answers, row(2, 4));
    assert_eq!(sheet.responses[1].answers, row(1, SKIPPED));
    assert_eq!(sheet.absent, ["u2", "u3", "u4", "u5", "u6", "u7"]);
}

#[test]
fn a_second_wording_is_asked_at_hybrid_services_alone() {
    let text = "t01,t11,t11d\n3,3,\n";
    let answer = |mode| read_as("terpadu-16", mode, text).unwrap().responses[0].answers[11];
    assert_eq!((answer(ServiceMode::Counter), answer(ServiceMode::Hybrid)), (NOT_ASKED, SKIPPED));
}

#[test]
fn every_bad_cell_is_named_by_row_and_column() {
    assert_eq!(
        defects("resp,u1,U2,u3\n1,5,3,0\n2,3,tiga,3\n3,3.5,3,-1\n4,3,33,\"3,\"\n"),
        [
            "row 2, column B (u1): \"5\" is not a score: 1, 2, 3, 4 or an empty cell",
            "row 2, column D (u3): \"0\" is not a score: 1, 2, 3, 4 or an empty cell",
            "row 3, column C (U2): \"tiga\" is not a score: 1, 2, 3, 4 or an empty cell",
            "row 4, column B (u1): \"3.5\" is not a score: 1, 2, 3, 4 or an empty cell",
            "row 4, column D (u3): \"-1\" is not a score: 1, 2, 3, 4 or an empty cell",
            "row 5, column C (U2): \"33\" is not a score: 1, 2, 3, 4 or an empty cell",
            "row 5, column D (u3): \"3,\" is not a score: 1, 2, 3, 4 or an empty cell",
        ]
    );
}

#[test]
fn rows_of_another_length_are_refused() {
    assert_eq!(
        defects("u1,u2\n3\n3,0,4,0\n"),
        [
            "row 2 has 1 cells, the first row has 2",
            "row 3 has 4 cells, the first row has 2; a decimal comma needs quotes where commas separate cells",
        ]
    );
}

#[test]
fn a_row_without_any_answer_is_refused() {
    assert_eq!(defects("resp,u1\n1,3\n2,\n3,3\n"), ["row 3 has no answer: delete the row"]);
    assert_eq!(defects("u1,u2\n3,3\n,\n3,3\n"), ["row 3 has no answer: delete the row"]);
    assert_eq!(answers("u1,u2\n3,3\n,\n\n,\n").len(), 1);
    assert_eq!(defects("u1,u2\n,\n"), ["the file has no response below its first row"]);
}

#[test]
fn rows_are_numbered_as_a_spreadsheet_shows_them() {
    let text = "no,u1\n\n\"satu\ndua\",3\n\n\nx,7\n";
    assert_eq!(defects(text), ["row 6, column B (u1): \"7\" is not a score: 1, 2, 3, 4 or an empty cell"]);
}

#[test]
fn a_column_without_a_name_must_be_empty() {
    assert_eq!(answers("u1;;\n3;;\n").len(), 1);
    assert_eq!(defects("u1;;\n3;;x\n"), ["row 2, column C: \"x\" stands in a column without a name"]);
}

#[test]
fn defects_of_header_and_cells_are_told_together() {
    let found = defects("u1,umur\n3,20\n9,30\n,40\n");
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("row 1, column B (\"umur\")") && found[1].starts_with("row 3, column A (u1)"));
}

#[test]
fn a_file_of_too_many_rows_is_refused() {
    let text = format!("u1\n{}", "3\n".repeat(MOST_ROWS + 1));
    assert_eq!(defects(&text), ["the file has more than 100000 rows: split it and import each part"]);
}
