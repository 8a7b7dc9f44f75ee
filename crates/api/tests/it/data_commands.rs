//! `init`, `demo`, `verify` and `exclude`.

use crate::binary::on_both_databases;

on_both_databases! {
    a_city_is_founded_as_a_whole_or_not_at_all
    a_demonstration_loaded_again_changes_nothing
    verify_finds_a_planted_difference
    excluded_responses_count_again_after_the_undo
}

mod cases {
    use crate::binary::Binary;
    use crate::support::Database;
    use std::sync::Arc;

    pub(super) fn a_city_is_founded_as_a_whole_or_not_at_all(database: Database) {
        let binary = Binary::install(database);
        let init = |zone: &str, password| {
            let arguments = ["init", "--city", "Kota Contoh", "--time-zone", zone];
            binary.run_with(&arguments, &[("SUMBERDAYA_ADMIN_PASSWORD", password)])
        };
        let short = init("Asia/Jakarta", "kurz");
        assert!(!short.is_success && short.err.contains("SUMBERDAYA_ADMIN_PASSWORD must have"), "{short:?}");
        assert!(init("Asia/Makassar", "a long test password").is_success);
        let city = binary.db().read_blocking(store::city::find_city).unwrap().unwrap();
        assert_eq!(city.time_zone.name(), "Asia/Makassar");
        assert!(binary.run(&["init"]).is_success);
        let other = init("Asia/Jakarta", "a long test password");
        assert!(!other.is_success && other.err.contains("time zone Asia/Makassar stays for ever"), "{other:?}");
    }

    pub(super) fn a_demonstration_loaded_again_changes_nothing(database: Database) {
        let binary = Binary::with_organisation(database);
        let again = binary.succeed(&["init", "--demo"]);
        assert!(!again.contains("units") && !again.contains("password"), "{again}");
        let demo = ["demo", "--responses", "1500", "--seed", "7", "--as-of", "2026-09-30"];
        assert!(binary.succeed(&demo).starts_with("1500 new answers of 1500 (seed 7, as of 2026-09-30)\n"));
        assert!(binary.succeed(&demo).starts_with("0 new answers of 1500"));
        assert!(binary.succeed(&["verify"]).starts_with("1500 responses, "));
    }

    pub(super) fn verify_finds_a_planted_difference(database: Database) {
        let binary = Binary::with_organisation(database);
        binary.succeed(&["demo", "--responses", "50", "--as-of", "2026-09-30"]);
        assert!(binary.succeed(&["verify"]).ends_with(", 0 differences\n"));
        let db = binary.db();
        let versions = Arc::clone(db.versions());
        db.write_blocking(move |conn| store::testing::spoil_a_tally(conn, &versions)).unwrap();
        let done = binary.run(&["verify"]);
        assert!(!done.is_success);
        assert!(done.out.contains(": counts: stored n ") && done.out.ends_with(", 1 differences\n"), "{}", done.out);
        assert!(done.err.contains("1 tallies are not the sum of their responses"), "{}", done.err);
    }

    pub(super) fn excluded_responses_count_again_after_the_undo(database: Database) {
        let binary = Binary::with_organisation(database);
        let file = binary.file("a.csv", "u1,u2\n3,4\n4,4\n");
        binary.succeed(&["import-answers", "--unit", "dukcapil", "--questionnaire", "skm-2017", &file]);
        let out = binary.succeed(&["exclude", "--batch", "1"]);
        assert!(out.starts_with("exclusion 1: 2 responses no longer count\n"), "{out}");
        assert!(binary.fail(&["exclude", "--batch", "1"]).contains("nothing changed"));
        let out = binary.succeed(&["exclude", "--undo", "1"]);
        assert_eq!(out, "exclusion 1 undone: 2 responses count again\n");
        assert!(binary.fail(&["exclude", "--undo", "1"]).contains("taken back before"));
        assert!(binary.succeed(&["verify"]).starts_with("2 responses, "));
    }
}

#[test]
fn an_exclusion_needs_to_know_which_and_why() {
    use crate::binary::Binary;
    let binary = Binary::install(crate::support::Database::Sqlite);
    binary.succeed(&["init"]);
    let id = "0190b6a0-1f5e-7cc2-8a4b-2f1d3c4b5a69";
    let (from, to) = ("2026-09-30T08:00:00+08:00", "2026-09-30T09:00:00+08:00");
    for (arguments, expected) in [
        (vec!["--reason", "test"], "required"),
        (vec!["--id", id], "say why with --reason, one of test, duplicate"),
        (vec!["--id", id, "--reason", "bored"], "choose one of test"),
        (vec!["--id", id, "--reason", "other"], "needs a --note"),
        (vec!["--id", id, "--reason", "test"], "no response that counts matches"),
        (vec!["--link", "00000000", "--reason", "test"], "--from"),
        (vec!["--link", "00000000", "--from", from, "--to", to, "--reason", "test"], "no survey link 00000000"),
        (vec!["--link", "00000000", "--from", to, "--to", from, "--reason", "test"], "--from is after --to"),
        (vec!["--batch", "9"], "there is no batch 9"),
        (vec!["--undo", "9"], "there is no exclusion 9"),
    ] {
        let err = binary.fail(&[&["exclude"], arguments.as_slice()].concat());
        assert!(err.contains(expected), "{arguments:?}: {err}");
    }
}
