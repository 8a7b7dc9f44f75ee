//! Word and Excel files by Microsoft's own validator: no error. `cargo xtask test` installs it.

use crate::tools::validator;
use crate::{recap_sample, sample};
use documents::{Assets, Edition};
use domain::report::{ReportDocument, shipped_outlines};
use serde_json::{Value, json};
use std::fs;

fn published() -> Edition {
    Edition::Published { address: "https://skm.contoh.go.id/l/k7m2p9qx".to_owned() }
}

fn assets() -> Assets {
    let mut assets = Assets::default();
    assets.insert("logo", include_bytes!("logo.png").to_vec());
    assets.insert("foto-1", include_bytes!("photo.png").to_vec());
    assets
}

fn assert_valid(name: &str, bytes: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(name);
    fs::write(&file, bytes).unwrap();
    let said = validator(&file).output().unwrap();
    let told: Value = serde_json::from_slice(&said.stdout).unwrap_or_else(|error| panic!("{name}: {error}, {said:?}"));
    assert_eq!((&told["ok"], &told["errors"]), (&json!(true), &json!([])), "{name}");
}

fn assert_report_is_valid(report: &ReportDocument, edition: &Edition) {
    assert_valid("laporan.docx", &documents::report_docx(report, edition, &assets()).unwrap());
    assert_valid("laporan.xlsx", &documents::report_xlsx(report, edition).unwrap());
}

#[test]
fn a_published_report_of_one_index_has_no_error() {
    assert_report_is_valid(&sample::full("skm-2017", 175), &published());
}

#[test]
fn a_draft_of_three_indices_in_four_chapters_has_no_error() {
    let mut report = sample::full("terpadu-16", 61);
    report.outline = shipped_outlines().remove(1);
    report.outline.approval_sheet = true;
    report.write_texts(&[]);
    assert_report_is_valid(&report, &Edition::Draft);
}

#[test]
fn an_empty_period_and_odd_texts_have_no_error() {
    let questionnaire = sample::questionnaire("skm-2017");
    let mut empty = sample::bare(&questionnaire, domain::Weight::Exact, &[], &[], None);
    assert_report_is_valid(&empty, &Edition::Draft);
    empty.identity.unit_name = "=1+1 <b> & # 👍 ".repeat(8);
    empty.comments =
        vec![domain::report::ChosenComment { month: "2026-08".to_owned(), text: "<w:p> & # = \"😀\" ".repeat(110) }];
    empty.write_texts(&[]);
    assert_report_is_valid(&empty, &Edition::Submitted);
}

#[test]
fn the_citys_recap_has_no_error() {
    assert_valid("rekap.xlsx", &documents::recap_xlsx(&recap_sample::recap()).unwrap());
}
