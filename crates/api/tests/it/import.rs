//! `import-answers`: paper forms from a spreadsheet.

use crate::binary::{Binary, on_both_databases};
use crate::support::Database;

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../domain/tests/golden/sekadau-2019-first10.csv");

on_both_databases! {
    the_same_file_again_changes_nothing
}

mod cases {
    use super::*;

    pub(super) fn the_same_file_again_changes_nothing(database: Database) {
        let binary = Binary::with_organisation(database);
        let import = import(&["--month", "2026-09", GOLDEN]);
        let out = binary.succeed(&import);
        assert!(out.starts_with("imported 10 responses (unit dukcapil, service umum, 2026-09, skm-2017) as batch 1\n"));
        let results = ["results", "--unit", "dukcapil", "--from", "2026-07", "--to", "2026-09", "--json"];
        let figures = binary.succeed(&results);
        for expected in ["\"78.89\"", "\"4.51\"", "\"B\""] {
            assert!(figures.contains(expected), "{expected}: {figures}");
        }
        let again = binary.succeed(&import);
        assert!(again.contains("as batch 1; nothing changed\n"), "{again}");
        assert_eq!(binary.succeed(&results), figures);

        binary.succeed(&["exclude", "--batch", "1"]);
        let excluded = binary.succeed(&import);
        let advice = "10 of its 10 responses were excluded since: `sumberdaya exclude --undo 1` counts them again";
        assert!(excluded.contains(advice), "{excluded}");
        binary.succeed(&["exclude", "--undo", "1"]);
        assert_eq!(binary.succeed(&results), figures);
        assert!(binary.succeed(&["verify"]).starts_with("10 responses, "));
    }
}

fn import<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["import-answers", "--unit", "dukcapil", "--questionnaire", "skm-2017"], more].concat()
}

#[test]
fn however_its_cells_are_written_it_is_the_same_file() {
    let binary = Binary::with_organisation(Database::Sqlite);
    let commas = binary.file("commas.csv", "u1,u2,u9\n3,4,\n2,1,4\n");
    assert!(binary.succeed(&import(&[&commas])).contains("imported 2 responses"));
    let semicolons = binary.file("semicolons.csv", "\u{feff}no;U9;u2;U1\r\n1;;4,0; 3 \r\n2;4.0;1;2\r\n;;;\r\n");
    assert!(binary.succeed(&import(&[&semicolons])).contains("nothing changed"));
    let tabs = binary.file("tabs.tsv", "u9\tu1\tu2\n\t3\t4\n4\t2\t1\n");
    assert!(binary.succeed(&import(&[&tabs])).contains("nothing changed"));
    // About another service or of another month it is another file.
    let past = ["--month", "2026-01", commas.as_str()];
    assert!(binary.succeed(&import(&past)).contains("as batch 2"));
    assert!(binary.succeed(&["verify"]).starts_with("4 responses, "));
}

#[test]
fn other_sheets_with_the_same_answers_are_another_file() {
    let binary = Binary::with_organisation(Database::Sqlite);
    let first = binary.file("first.csv", "no,u1,u2\n1,3,3\n2,3,3\n");
    assert!(binary.succeed(&import(&[&first])).contains("imported 2 responses"));
    let unnumbered = binary.file("unnumbered.csv", "u1,u2\n3,3\n3,3\n");
    let again = binary.succeed(&import(&[&unnumbered]));
    assert!(again.contains("nothing changed") && again.contains("number them on in a column `no`"), "{again}");
    let next = binary.file("next.csv", "no,u1,u2\n3,3,3\n4,3,3\n");
    assert!(binary.succeed(&import(&[&next])).contains("imported 2 responses"));
    let resaved = binary.file("resaved.csv", "\u{feff}u2;u1;No\r\n3,0;3; 3 \r\n3;3;4\r\n");
    assert!(binary.succeed(&import(&[&resaved])).contains("as batch 2; nothing changed"));
    assert!(binary.succeed(&["verify"]).starts_with("4 responses, "));
}

#[test]
fn one_bad_cell_keeps_the_whole_file_out() {
    let binary = Binary::with_organisation(Database::Sqlite);
    let file = binary.file("bad.csv", "resp,u1,U2,u3\n1,5,3,3\n2,3,tiga,3\n3,3\n4,,,\n5,3,3,3\n6,3,3,2.5\n");
    let err = binary.fail(&import(&[&file]));
    let expected = [
        "bad.csv has 5 mistakes; nothing was imported",
        "row 2, column B (u1): \"5\" is not a score: 1, 2, 3, 4 or an empty cell",
        "row 3, column C (U2): \"tiga\" is not a score: 1, 2, 3, 4 or an empty cell",
        "row 4 has 2 cells, the first row has 4",
        "row 5 has no answer: delete the row",
        "row 7, column D (u3): \"2.5\" is not a score: 1, 2, 3, 4 or an empty cell",
    ];
    for line in expected {
        assert!(err.contains(line), "{line}: {err}");
    }
    let file = binary.file("bad.csv", "u1,umur,U1\n3,20,3\n");
    let err = binary.fail(&import(&[&file]));
    assert!(
        err.contains("column B (\"umur\"): unknown") && err.contains("column C (\"U1\"): column A answers u1"),
        "{err}"
    );
    assert!(binary.succeed(&["verify"]).starts_with("0 responses, "));
}

#[test]
fn what_cannot_be_read_is_said_in_one_sentence() {
    let binary = Binary::with_organisation(Database::Sqlite);
    let latin = binary.file("latin.csv", b"u1,u2\n3,\xE9\n");
    assert!(binary.fail(&import(&[&latin])).contains("line 2 is not UTF-8 text"));
    let good = binary.file("good.csv", "u1\n3\n");
    assert!(binary.fail(&import(&["missing.csv"])).contains("cannot read missing.csv"));
    assert!(binary.fail(&import(&["--month", "2999-01", &good])).contains("2999-01 has not begun"));
    assert!(binary.fail(&import(&["--month", "2026-9", &good])).contains("is not a month"));
    assert!(
        binary
            .fail(&import(&["--service", "none", &good]))
            .contains("dukcapil offers no service \"none\"; it offers umum, ")
    );
    let elsewhere = ["import-answers", "--unit", "none", "--questionnaire", "skm-2017", &good];
    assert!(binary.fail(&elsewhere).contains("there is no unit \"none\""));
    let otherwise = ["import-answers", "--unit", "dukcapil", "--questionnaire", "none", &good];
    assert!(binary.fail(&otherwise).contains("there is no questionnaire \"none\"; there are skm-2017, "));
}
