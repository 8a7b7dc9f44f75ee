//! Reports: frozen bytes, and text that writes itself.

use crate::direct::{by_element, questionnaire, tally};
use domain::figures::{FiguresInput, ServiceInput, VersionInput};
use domain::report::{
    Facts, FollowUpState, KnownNumbers, LastPlan, LastPlanRow, Paragraph, Piece, PlanQuarter, PlanRow, ProcessedSheet,
    ReportDocument, ReportIdentity, ReportScope, ReportTrend, ReportTrendPoint, SectionText, UnitProfile,
    shipped_outlines,
};
use domain::{CitySettings, IndexKind, Layout, Slices, UnitKind};
use std::collections::BTreeMap;

type Rows = Vec<Vec<Option<u8>>>;

fn identity() -> ReportIdentity {
    ReportIdentity {
        report_id: "019a1f60-7c31-7a55-8f3a-0d6f5a1c2b3d".to_owned(),
        revision: 1,
        scope: ReportScope::Unit,
        unit_code: "kel-kuin-utara".to_owned(),
        unit_name: "Kelurahan Kuin Utara".to_owned(),
        unit_kind: UnitKind::Kelurahan,
        city_name: "Kota Banjarmasin".to_owned(),
        dated: "2026-10-05".to_owned(),
        first_day: "2026-07-01".to_owned(),
        last_day: "2026-09-30".to_owned(),
        replaces: None,
        services_given: 3,
    }
}

/// A report of responses to `skm-2017` in the order of elements, with those of the period before.
fn report(rows: &Rows, before: &Rows, served: Option<i64>) -> ReportDocument {
    let skm = questionnaire("skm-2017");
    let layout = Layout::of(&skm);
    let settings = CitySettings::default();
    let answers = |rows: &Rows| -> Vec<Vec<u8>> { rows.iter().map(|row| by_element(&skm, row)).collect() };
    let services = |rows: &Rows| {
        let version = VersionInput {
            questionnaire: &skm,
            layout: &layout,
            tally: tally(&layout, &answers(rows)),
            slices: Slices::default(),
        };
        let (unit, code, name) = ("kel-kuin-utara".to_owned(), "umum".to_owned(), "Umum".to_owned());
        vec![ServiceInput { unit, code, name, versions: vec![version] }]
    };
    let input = FiguresInput {
        settings: &settings,
        period: "2026-TW3".parse().unwrap(),
        served,
        services: services(rows),
        previous: services(before),
        previous_settings: &settings,
        excluded: BTreeMap::new(),
        excluded_counted: false,
        whole_city: false,
    };
    let outline = shipped_outlines().remove(0);
    let mut document = ReportDocument::new(identity(), UnitProfile::default(), outline, input.figures());
    document.services = input.service_elements();
    let mut sheet = ProcessedSheet::empty(&skm, skm.grouping(None).unwrap());
    for answers in answers(rows) {
        sheet.add(&answers);
    }
    document.sheets = vec![sheet];
    document.write_texts(&[]);
    document
}

fn sekadau() -> Rows {
    let lines = include_str!("../golden/sekadau-2019-first10.csv").lines().skip(1);
    lines.map(|line| line.split(',').skip(1).map(|score| score.parse().ok()).collect()).collect()
}

fn times(scores: [u8; 9], times: usize) -> Rows {
    vec![scores.map(Some).to_vec(); times]
}

fn text(document: &ReportDocument, slot: &str) -> String {
    document.text_of(slot).iter().map(Paragraph::plain).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_sekadau_report_tells_its_index_and_its_lowest_elements() {
    let document = report(&sekadau(), &vec![], None);
    let levels = text(&document, "hasil-indeks");
    assert!(levels.contains("sebesar 78,89 (nilai indeks 3,1556) dengan mutu pelayanan B"), "{levels}");
    assert!(levels.contains("± 4,51 poin") && levels.contains("kurang dari 30 orang"), "{levels}");
    let analysis = text(&document, "analisis-unsur");
    let lowest = "Tiga unsur terendah IKM adalah U1 Persyaratan dan U2 Sistem, Mekanisme, dan Prosedur (masing-masing \
                  70,00) serta U3 Waktu Penyelesaian (72,50).";
    assert!(analysis.starts_with(lowest), "{analysis}");
    let highest = "Tiga unsur tertinggi adalah U4 Biaya/Tarif (87,50) serta U6 Kompetensi Pelaksana dan U9 Sarana dan \
                   Prasarana (masing-masing 85,00).";
    assert!(analysis.ends_with(highest), "{analysis}");
}

#[test]
fn elements_that_tie_are_named_together_even_beyond_three() {
    let document = report(&times([4, 4, 2, 2, 2, 2, 3, 3, 4], 12), &vec![], None);
    let analysis = text(&document, "analisis-unsur");
    assert!(analysis.starts_with("Empat unsur terendah IKM adalah U3"), "{analysis}");
    assert!(analysis.contains("masing-masing 50,00") && analysis.contains("Tiga unsur tertinggi"), "{analysis}");
    let equal = report(&times([3; 9], 12), &vec![], None);
    assert_eq!(text(&equal, "analisis-unsur"), "Seluruh unsur IKM memperoleh nilai yang sama, yaitu 75,00.");
    let most = report(&times([4, 4, 4, 4, 4, 4, 4, 4, 1], 12), &vec![], None);
    assert!(text(&most, "analisis-unsur").starts_with("Unsur terendah IKM adalah U9"), "{most:?}");
}

#[test]
fn a_change_is_that_of_the_printed_values_and_says_whether_it_is_more_than_chance() {
    let mixed = |high: usize, low: usize| [times([4; 9], high), times([2; 9], low)].concat();
    let rise = text(&report(&mixed(90, 10), &mixed(40, 60), None), "perubahan");
    assert!(rise.contains("IKM naik 25,00 poin, dari 70,00 pada Triwulan II 2026 menjadi 95,00"), "{rise}");
    assert!(rise.contains("Perubahan ini bermakna secara statistik"), "{rise}");
    let small = text(&report(&mixed(10, 11), &mixed(11, 10), None), "perubahan");
    assert!(small.contains("IKM turun 2,38 poin") && small.contains("belum bermakna"), "{small}");
    let same = text(&report(&mixed(10, 10), &mixed(10, 10), None), "perubahan");
    assert_eq!(same, "IKM Triwulan III 2026 sama dengan Triwulan II 2026, yaitu 75,00.");
    let few = text(&report(&mixed(10, 10), &mixed(2, 2), None), "perubahan");
    assert!(few.contains("tidak dapat dibandingkan karena responden salah satu periode terlalu sedikit"), "{few}");
    assert!(text(&report(&mixed(9, 9), &vec![], None), "perubahan").starts_with("Belum ada nilai periode sebelumnya"));
}

#[test]
fn the_sample_is_reached_or_not_and_said_plainly() {
    let sample = |served| text(&report(&sekadau(), &vec![], served), "sampel");
    assert!(sample(Some(470)).contains("Sampel tidak tercapai: 10 dari 212 responden, kurang 202."));
    assert!(sample(Some(10)).contains("sehingga sampel minimal tercapai"));
    assert!(sample(None).contains("tidak diketahui"));
    assert!(sample(Some(4)).contains("perlu diperiksa kembali"));
}

#[test]
fn an_element_without_an_answer_is_named_and_an_empty_period_has_no_index() {
    let without: Rows = sekadau()
        .into_iter()
        .map(|mut row| {
            row[3] = None;
            row
        })
        .collect();
    let levels = text(&report(&without, &vec![], None), "hasil-indeks");
    assert!(levels.contains("Indeks dihitung dari 8 unsur karena U4 Biaya/Tarif tidak memiliki jawaban."), "{levels}");
    let empty = report(&vec![], &vec![], None);
    assert!(text(&empty, "hasil-indeks").contains("belum ada jawaban"));
    assert_eq!(text(&empty, "responden"), "Pada Triwulan III 2026 belum ada responden.");
    let one = text(&report(&times([4; 9], 1), &vec![], None), "hasil-indeks");
    assert!(one.contains("Responden terlalu sedikit"), "{one}");
}

#[test]
fn an_edited_paragraph_keeps_true_figures_and_shows_a_number_that_is_none() {
    let first = report(&sekadau(), &vec![], None);
    let mut edited = first.text_of("hasil-indeks").to_vec();
    edited[0].pieces.push(Piece::Text { text: " Nilai 78,89 dan U3, bukan 79,00; 1.250 orang.".to_owned() });
    let by_hand = SectionText { slot: "hasil-indeks".to_owned(), paragraphs: edited, edited: true };

    let mut later = report(&[sekadau(), times([4; 9], 10)].concat(), &vec![], None);
    later.write_texts(std::slice::from_ref(&by_hand));
    let now = text(&later, "hasil-indeks");
    assert!(now.contains("sebesar 89,44") && now.contains("Nilai 78,89"), "{now}");
    assert!(later.texts.iter().any(|text| text.edited && text.slot == "hasil-indeks"));

    let foreign = |document: &ReportDocument| -> Vec<String> {
        let facts = Facts::of(document);
        let own = document.automatic_text("hasil-indeks", &facts);
        let found = KnownNumbers::of(document, &facts).foreign_in(&by_hand.paragraphs[0], &own);
        found.into_iter().map(|found| found.number).collect()
    };
    assert_eq!(foreign(&first), ["79,00", "1.250"]);
    assert_eq!(foreign(&later), ["78,89", "79,00", "1.250"]);
    later.write_texts(&[]);
    assert!(!text(&later, "hasil-indeks").contains("bukan"), "restored");
}

#[test]
fn a_number_that_stands_in_a_table_is_one_of_the_report() {
    let mut document = report(&sekadau(), &times([3; 9], 12), Some(470));
    let point = |period: &str, converted: &str, n| ReportTrendPoint {
        period: period.to_owned(),
        converted: Some(converted.to_owned()),
        grade: Some("B".to_owned()),
        n,
        band: None,
        comparable: false,
        imported: true,
    };
    let points = vec![point("2019", "71.35", Some(1_234)), point("2020", "72.46", None)];
    document.trends = vec![ReportTrend { index: IndexKind::Ikm, points }];
    let foreign = |text: &str| -> Vec<String> {
        let paragraph = Paragraph { pieces: vec![Piece::Text { text: text.to_owned() }] };
        let found = KnownNumbers::of(&document, &Facts::of(&document)).foreign_in(&paragraph, &[]);
        found.into_iter().map(|found| found.number).collect()
    };
    let index = &document.figures.indices[0];
    let (element, service) = (&index.elements[2], &document.services[0]);
    let of_element = [element.mean.as_ref().unwrap(), element.converted.as_ref().unwrap()];
    let margin = element.margin.points.as_ref().unwrap();
    let of_service = &service.ikm.as_ref().unwrap().converted;
    let figures = [of_element[0], of_element[1], margin, of_service].map(|figure| figure.replace('.', ","));
    let known = format!(
        "U3 {}; layanan {} orang; tahun 2019 71,35 dari 1.234 orang, 2020 72,460; 470 dilayani, minimal 212, ７１,３５",
        figures.join(" dan "),
        service.n
    );
    assert_eq!(foreign(&known), [""; 0], "{known}");
    assert_eq!(
        foreign("IKM79,53 dan ipak81, nilai64,31; 71,36 dari 1.235; U3 TW2 S2"),
        ["79,53", "81", "64,31", "71,36", "1.235"]
    );
    assert_eq!(foreign("IKM78,89"), [""; 0]);
}

#[test]
fn the_annexes_tell_the_forum_and_the_state_of_every_planned_row() {
    let mut document = report(&sekadau(), &vec![], None);
    assert_eq!(text(&document, "forum"), "Tanggal Forum Konsultasi Publik untuk Triwulan III 2026 belum dicatat.");
    assert_eq!(text(&document, "laporan-tindak-lanjut"), text(&document, "tindak-lanjut-lalu"));
    document.forum_on = Some("2026-09-18".to_owned());
    document.write_texts(&[]);
    assert!(text(&document, "forum").contains("dilaksanakan pada 18 September 2026"), "{}", text(&document, "forum"));
}

#[test]
fn texts_that_write_themselves_leave_no_place_unfilled_and_no_number_unknown() {
    for outline in shipped_outlines() {
        for mut document in [report(&sekadau(), &sekadau(), Some(470)), report(&vec![], &vec![], None)] {
            document.outline = outline.clone();
            document.write_texts(&[]);
            assert!(document.texts.len() >= 9, "{}", outline.code);
            for section in &document.texts {
                let plain: String = section.paragraphs.iter().map(Paragraph::plain).collect();
                assert!(!plain.contains(['{', '}']) && !plain.contains("  "), "{}: {plain}", section.slot);
            }
        }
    }
}

#[test]
fn the_last_plan_tells_how_much_of_it_was_done() {
    let mut document = report(&sekadau(), &vec![], None);
    assert_eq!(text(&document, "tindak-lanjut-lalu"), "Belum ada rencana tindak lanjut dari periode sebelumnya.");
    let row = |state| LastPlanRow {
        planned: PlanRow {
            element: "U3".to_owned(),
            programme: "Loket kedua".to_owned(),
            quarters: vec![PlanQuarter::Third],
            year: 2026,
            responsible: "Sekretaris".to_owned(),
        },
        state,
        description: String::new(),
        photos: vec![],
    };
    let rows = vec![row(FollowUpState::Done), row(FollowUpState::Running), row(FollowUpState::Done)];
    document.last_plan = Some(LastPlan { period: "2026-TW2".to_owned(), rows });
    document.write_texts(&[]);
    let told = "Dari 3 rencana tindak lanjut hasil survei Triwulan II 2026, 2 (66,67%) sudah dilaksanakan.";
    assert_eq!(text(&document, "tindak-lanjut-lalu"), told);
    let told = "Keadaan 3 rencana tindak lanjut hasil survei Triwulan II 2026: 2 sudah dilaksanakan (66,67%), 1 sedang \
                berjalan, dan 0 belum dilaksanakan.";
    assert_eq!(text(&document, "laporan-tindak-lanjut"), told);
    document.last_plan.as_mut().unwrap().rows[1].state = FollowUpState::NotReported;
    document.write_texts(&[]);
    assert!(
        text(&document, "tindak-lanjut-lalu").ends_with("sudah dilaksanakan. Sebanyak 1 rencana belum dilaporkan.")
    );
    let told = text(&document, "laporan-tindak-lanjut");
    assert!(told.ends_with("0 sedang berjalan, 0 belum dilaksanakan, dan 1 belum dilaporkan."), "{told}");
    assert_eq!(FollowUpState::NotReported.label(), "Belum dilaporkan");
}

#[test]
fn a_name_with_braces_is_no_place_to_fill() {
    let mut document = report(&sekadau(), &vec![], None);
    document.identity.unit_name = "Kelurahan {ikm.converted}".to_owned();
    document.write_texts(&[]);
    assert!(text(&document, "latar-belakang").contains("Kelurahan {ikm.converted}"));
}

#[test]
fn the_same_report_has_the_same_bytes_whatever_way_it_went() {
    let document = report(&sekadau(), &sekadau(), Some(470));
    let frozen = document.canonical().unwrap();
    let read: ReportDocument = serde_json::from_str(&frozen.json).unwrap();
    assert_eq!(read, document);
    assert_eq!(read.canonical().unwrap(), frozen);
    assert_eq!(frozen.sha256.len(), 64);
    assert!(frozen.json.starts_with("{\"activities\":[]"), "sorted keys, no spaces");
    let mut other = document.clone();
    other.identity.revision = 2;
    assert_ne!(other.canonical().unwrap().sha256, frozen.sha256);
}

#[test]
fn the_processed_rows_come_to_the_printed_means() {
    let document = report(&sekadau(), &vec![], None);
    let (sheet, ikm) = (&document.sheets[0], &document.figures.indices[0]);
    for ((element, items), printed) in sheet.columns(IndexKind::Ikm).into_iter().zip(&ikm.elements) {
        let (sum, count) = sheet.sum(&items);
        assert_eq!((element, count), (printed.code.as_str(), printed.answered));
        let scores = printed.scores.iter().zip(1..).map(|(n, score)| n * score).sum::<i64>();
        assert_eq!(sum, scores, "{element}");
    }
    assert_eq!(document.services[0].elements.len(), 9);
}
