//! What LibreOffice and Poppler make of the documents. `cargo xtask test` installs both; without them these tests fail.

use crate::packages::{cells, sheets};
use crate::sample;
use crate::tools::program;
use documents::{Assets, Edition};
use domain::report::ReportDocument;
use domain::{IndexKind, Weight};
use std::fs;
use std::path::Path;

/// LibreOffice that computes everything anew when it opens a workbook.
const PROFILE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>"#;

fn office(folder: &Path, to: &str, file: &str) {
    let user = folder.join("profile/user");
    fs::create_dir_all(&user).unwrap();
    fs::write(user.join("registrymodifications.xcu"), PROFILE).unwrap();
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    // The fonts of the documents, whatever the machine has: with wider ones numbers break in narrow columns.
    let fonts = folder.join("fonts.conf");
    let (own, cache) = (concat!(env!("CARGO_MANIFEST_DIR"), "/fonts"), folder.join("fonts-cache"));
    let told = format!("<fontconfig><dir>{own}</dir><cachedir>{}</cachedir></fontconfig>", cache.display());
    fs::write(&fonts, told).unwrap();
    let made = program("soffice", "libreoffice-calc libreoffice-writer")
        .env("FONTCONFIG_FILE", &fonts)
        .args([&profile, "--headless", "--convert-to", to, "--outdir"])
        .arg(folder.join("out"))
        .arg(folder.join(file))
        .output()
        .unwrap();
    assert!(made.status.success(), "{made:?}");
}

fn text_of(pdf: &Path) -> String {
    let made = program("pdftotext", "poppler-utils").args(["-layout"]).arg(pdf).arg("-").output().unwrap();
    assert!(made.status.success(), "{made:?}");
    String::from_utf8(made.stdout).unwrap()
}

/// The workbook as LibreOffice computes it.
fn recomputed(book: &[u8]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("book.xlsx"), book).unwrap();
    office(folder.path(), "xlsx", "book.xlsx");
    fs::read(folder.path().join("out/book.xlsx")).unwrap()
}

/// Every number that the workbook stores is the one that LibreOffice computes, to nine decimals.
fn assert_computes(report: &ReportDocument) {
    let book = documents::report_xlsx(report, &Edition::Draft).unwrap();
    let computed = recomputed(&book);
    for sheet in sheets(&book) {
        let (stored, computed) = (cells(&book, &sheet), cells(&computed, &sheet));
        for (cell, stored) in &stored {
            let computed = computed.get(cell).map_or("", String::as_str);
            match (stored.parse::<f64>(), computed.parse::<f64>()) {
                // Means are stored as they are printed.
                (Ok(stored), Ok(computed)) => {
                    assert!((stored - computed).abs() < 0.000_51, "{sheet}!{cell}: {stored} {computed}");
                }
                _ => assert_eq!(stored, computed, "{sheet}!{cell}"),
            }
        }
    }
    for index in &report.figures.indices {
        let short = index.summary.index.code().to_uppercase();
        let row = 15 + index.elements.len() - 9;
        let converted: f64 = index.summary.converted.parse().unwrap();
        assert_eq!(cells(&computed, &short)[&format!("K{row}")], converted.to_string(), "{short}");
    }
}

#[test]
fn libreoffice_computes_the_figures_of_every_weight() {
    for weight in Weight::ALL {
        assert_computes(&sample::sekadau(weight));
        let skm = sample::questionnaire("skm-2017");
        let answers = sample::answers(&skm, 157, 23, 25);
        assert_computes(&sample::bare(&skm, weight, &answers, &[], Some(470)));
    }
}

#[test]
fn libreoffice_computes_elements_of_several_items_and_elements_without_answers() {
    assert_computes(&sample::full("terpadu-16", 61));
    let skm = sample::questionnaire("skm-2017");
    let mut answers = sample::answers(&skm, 25, 3, 30);
    let fee = skm.item_position("u4").unwrap();
    answers.iter_mut().for_each(|answer| answer.answers[fee] = domain::tally::NOT_ASKED);
    assert_computes(&sample::bare(&skm, Weight::Hundredths, &answers, &[], None));
}

#[test]
fn libreoffice_puts_the_versions_of_a_questionnaire_together_and_means_of_services() {
    let mut versions = sample::full("skm-2017", 61);
    let mut second = versions.sheets[0].clone();
    second.version = 2;
    second.rows = versions.sheets[0].rows.split_off(20);
    versions.sheets.push(second);
    assert_eq!(
        sheets(&documents::report_xlsx(&versions, &Edition::Draft).unwrap())[1..3],
        ["Pengolahan IKM (1)", "Pengolahan IKM (2)"]
    );
    assert_computes(&versions);
    let services = sample::mean_of_services(120);
    assert!(services.figures.indices[0].pooled.is_some());
    assert_computes(&services);
}

#[test]
fn libreoffice_computes_the_citys_value() {
    let document = crate::recap_sample::recap();
    let computed = cells(&recomputed(&documents::recap_xlsx(&document).unwrap()), "Unit");
    for (column, index) in ["F", "H", "I"].iter().zip(&document.recap.indices) {
        let headline: f64 = index.headline.converted.parse().unwrap();
        assert_eq!(computed[&format!("{column}162")], headline.to_string(), "{column}");
    }
}

#[test]
fn every_figure_can_be_read_from_the_pdf_and_from_word() {
    let report = sample::full("skm-2017", 175);
    let folder = tempfile::tempdir().unwrap();
    let pdf = folder.path().join("report.pdf");
    fs::write(&pdf, documents::report_pdf(&report, &Edition::Draft, &Assets::default()).unwrap()).unwrap();
    let docx = documents::report_docx(&report, &Edition::Draft, &Assets::default()).unwrap();
    fs::write(folder.path().join("report.docx"), docx).unwrap();
    office(folder.path(), "pdf", "report.docx");
    let poster = folder.path().join("poster.pdf");
    let made = documents::poster_pdf(&report, IndexKind::Ikm, &Edition::Draft, &Assets::default()).unwrap();
    fs::write(&poster, made).unwrap();
    let ikm = &report.figures.indices[0];
    let comma = |figure: &str| figure.replace('.', ",");
    for text in [text_of(&pdf), text_of(&folder.path().join("out/report.pdf"))] {
        assert!(text.contains(&comma(&ikm.summary.converted)) && text.contains(&comma(&ikm.summary.value)));
        for element in &ikm.elements {
            for figure in [&element.mean, &element.converted, &element.weighted_mean] {
                assert!(text.contains(&comma(figure.as_ref().unwrap())), "{} {figure:?}", element.code);
            }
        }
        for slice in report.figures.characteristics.iter().flat_map(|question| &question.options) {
            assert!(text.contains(&comma(&slice.percent)), "{}", slice.label.id);
        }
    }
    assert!(text_of(&poster).contains(&comma(&ikm.summary.converted)));
}

#[test]
fn sekadau_has_its_index_grade_and_lowest_elements_in_pdf_and_on_the_poster() {
    let report = sample::sekadau(Weight::Exact);
    let folder = tempfile::tempdir().unwrap();
    let read = |name: &str, pdf: Vec<u8>| {
        let path = folder.path().join(name);
        fs::write(&path, pdf).unwrap();
        text_of(&path).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let assets = Assets::default();
    let text = read("report.pdf", documents::report_pdf(&report, &Edition::Draft, &assets).unwrap());
    for told in ["78,89", "mutu pelayanan B", "kinerja unit pelayanan Baik", "U1 Persyaratan dan U2 Sistem"] {
        assert!(text.contains(told), "{told}: {text}");
    }
    let made = documents::poster_pdf(&report, IndexKind::Ikm, &Edition::Draft, &assets).unwrap();
    let text = read("poster.pdf", made);
    assert!(text.contains("78,89") && text.contains("B · Baik"), "{text}");
}

/// The pages of a Word document as LibreOffice sets them.
fn pages_of(docx: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("report.docx"), docx).unwrap();
    office(folder.path(), "pdf", "report.docx");
    text_of(&folder.path().join("out/report.pdf")).split('\u{c}').map(str::to_owned).collect()
}

/// "4.2" or "BAB IV" at the beginning of a heading, and "Tabel 3." of a caption.
fn number_of(line: &str) -> Option<String> {
    let mut words = line.split_whitespace();
    let first = words.next()?;
    let digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    match first {
        "BAB" | "Lampiran" | "LAMPIRAN" | "Tabel" | "Gambar" => {
            Some(format!("{first} {}", words.next()?).replace("LAMPIRAN", "Lampiran"))
        }
        _ if first.split_once('.').is_some_and(|(one, two)| digits(one) && digits(two)) => Some(first.to_owned()),
        _ => None,
    }
}

#[test]
fn the_contents_of_word_name_the_pages_that_libreoffice_finds() {
    for (outline, questionnaire, n) in [(0, "skm-2017", 61), (1, "terpadu-16", 175), (2, "terpadu-16", 120)] {
        let mut report = sample::full(questionnaire, n);
        report.outline = domain::report::shipped_outlines().remove(outline);
        report.write_texts(&[]);
        let docx = documents::report_docx(&report, &Edition::Submitted, &Assets::default()).unwrap();
        let pages = pages_of(&docx);
        let is_contents = |page: &&String| page.contains(".....");
        let told: Vec<(String, usize)> = pages
            .iter()
            .filter(is_contents)
            .flat_map(|page| page.lines())
            .filter(|line| line.contains("...."))
            .filter_map(|line| Some((number_of(line)?, line.rsplit(['.', ' ']).next()?.parse().ok()?)))
            .collect();
        let first = pages.iter().rposition(|page| page.contains(".....")).unwrap() + 1;
        let found = |number: &str| {
            let has = |page: &String| page.lines().any(|line| number_of(line).as_deref() == Some(number));
            pages.iter().skip(first).position(has).map(|at| at + 1)
        };
        assert!(told.len() > 25, "{told:?}");
        let placed: Vec<_> = told.iter().filter_map(|(number, page)| Some((number, *page, found(number)?))).collect();
        assert!(placed.len() + 3 > told.len(), "{placed:?} of {told:?}");
        for (number, told, found) in &placed {
            assert!(told.abs_diff(*found) <= 1, "{}: {number} on {told}, found on {found}", report.outline.code);
        }
    }
}

#[test]
fn the_totals_of_the_processed_answers_stand_below_each_other() {
    let mut report = sample::full("skm-2017", 12);
    report.outline.chapters.truncate(1);
    report.outline.annexes.retain(|annex| annex.title.starts_with("Pengolahan"));
    let folder = tempfile::tempdir().unwrap();
    let pdf = folder.path().join("report.pdf");
    fs::write(&pdf, documents::report_pdf(&report, &Edition::Draft, &Assets::default()).unwrap()).unwrap();
    let made = program("pdftotext", "poppler-utils").arg("-bbox").arg(&pdf).arg("-").output().unwrap();
    let words = String::from_utf8(made.stdout).unwrap();
    let edge = |line: &str, name: &str| -> f64 {
        line.split_once(&format!("{name}=\"")).unwrap().1.split('"').next().unwrap().parse().unwrap()
    };
    let last: Vec<&str> = words.lines().rev().skip_while(|line| !line.contains(">**)<")).collect();
    let below = edge(last[0], "yMin");
    let above = last.iter().find(|line| line.to_lowercase().contains(">tertimbang<")).unwrap();
    assert!(edge(above, "yMax") <= below, "{above} over {}", last[0]);
    let at = |word: &str| words.lines().position(|line| line.contains(&format!(">{word}<"))).unwrap();
    assert!(at("Persyaratan;") < at("**)"), "the legend stands above the rows");
}
