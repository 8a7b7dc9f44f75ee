//! What must not stop a document, nor get through it.

use crate::packages::{cells, formulas, parts, words};
use crate::sample::{self, Answer};
use documents::{Assets, DocumentError, Edition};
use domain::report::{ChosenComment, Paragraph, ReplacedReport, ReportDocument};
use domain::settings::UnitFromServices;
use domain::tally::NOT_ASKED;
use domain::{Channel, CitySettings, IndexKind, Weight};

struct Made {
    pdf: Vec<u8>,
    docx: Vec<u8>,
    xlsx: Vec<u8>,
    svg: String,
    poster: Vec<u8>,
}

fn assets() -> Assets {
    let mut assets = Assets::default();
    assets.insert("logo", include_bytes!("logo.png").to_vec());
    assets.insert("foto-1", include_bytes!("photo.png").to_vec());
    assets
}

fn make(report: &ReportDocument, edition: &Edition, assets: &Assets) -> Result<Made, DocumentError> {
    Ok(Made {
        pdf: documents::report_pdf(report, edition, assets)?,
        docx: documents::report_docx(report, edition, assets)?,
        xlsx: documents::report_xlsx(report, edition)?,
        svg: documents::poster_svg(report, IndexKind::Ikm, edition, assets),
        poster: documents::poster_pdf(report, IndexKind::Ikm, edition, assets)?,
    })
}

/// A report with everything but its annexes, which take most of the pages.
fn short(n: usize) -> ReportDocument {
    let mut report = sample::full("skm-2017", n);
    report.outline.annexes.truncate(1);
    report
}

/// Makes every format and opens what can be opened here.
fn opened(report: &ReportDocument, edition: &Edition, assets: &Assets) -> Made {
    let made = make(report, edition, assets).unwrap();
    for pdf in [&made.pdf, &made.poster] {
        let text = String::from_utf8_lossy(pdf);
        assert!(text.starts_with("%PDF-") && text.contains("pdfuaid:part") && text.contains("pdfaid:part"));
    }
    assert!(parts(&made.docx).contains(&"word/document.xml".to_owned()));
    assert!(parts(&made.xlsx).contains(&"xl/workbook.xml".to_owned()));
    assert!(roxmltree::Document::parse(&made.svg).is_ok());
    made
}

fn published() -> Edition {
    Edition::Published { address: "https://skm.contoh.go.id/l/k7m2p9qx".to_owned() }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let report = sample::full("skm-2017", 12);
    let (first, second) = (opened(&report, &published(), &assets()), opened(&report, &published(), &assets()));
    assert!(first.pdf == second.pdf, "pdf");
    assert!(first.docx == second.docx, "docx");
    assert!(first.xlsx == second.xlsx, "xlsx");
    assert!(first.svg == second.svg && first.poster == second.poster, "poster");
}

#[test]
fn pictures_that_are_missing_leave_their_place_to_words() {
    let mut report = short(30);
    report.outline.annexes = domain::report::shipped_outlines().remove(0).annexes.split_off(2);
    let made = opened(&report, &Edition::Submitted, &Assets::default());
    assert!(words(&made.docx).contains("(foto tidak tersedia)"));
    assert!(!parts(&made.docx).iter().any(|name| name.ends_with(".jpeg")));
}

#[test]
fn an_empty_period_says_that_there_is_no_index() {
    let skm = sample::questionnaire("skm-2017");
    let made = opened(&sample::bare(&skm, Weight::Exact, &[], &[], None), &Edition::Draft, &assets());
    assert!(words(&made.docx).contains("indeks tidak dapat dihitung"));
    assert!(made.svg.contains("Belum ada jawaban"));
    assert!(cells(&made.xlsx, "Ringkasan").values().any(|text| text.contains("Belum ada jawaban")));
}

#[test]
fn one_answer_is_printed_without_a_margin() {
    let skm = sample::questionnaire("skm-2017");
    let one = Answer { service: 0, answers: vec![4; 9], profile: vec![1, 2, 3, 4], channel: Channel::SelfFilled };
    let made = opened(&sample::bare(&skm, Weight::Hundredths, &[one], &[], Some(5)), &Edition::Draft, &assets());
    let text = words(&made.docx);
    assert!(text.contains("99,00") && text.contains("Responden terlalu sedikit") && !text.contains("± 0,00"), "{text}");
    // Nobody is singled out on what everybody sees.
    assert!(made.svg.contains("disamarkan") && !made.svg.contains("SMP"));
}

#[test]
fn an_element_without_an_answer_drops_out_of_tables_and_formulas() {
    let skm = sample::questionnaire("skm-2017");
    let mut answers = sample::answers(&skm, 25, 3, 30);
    let fee = skm.item_position("u4").unwrap();
    answers.iter_mut().for_each(|answer| answer.answers[fee] = NOT_ASKED);
    let report = sample::bare(&skm, Weight::Hundredths, &answers, &[], None);
    assert_eq!(report.figures.indices[0].weight, "1/8");
    let made = opened(&report, &Edition::Draft, &assets());
    assert!(words(&made.docx).contains("Indeks dihitung dari 8 unsur karena U4 Biaya/Tarif"));
    assert!(formulas(&made.xlsx).iter().any(|formula| formula.contains("COUNT(") && formula.contains("=9,")));
}

#[test]
fn a_hostile_comment_is_printed_as_it_was_written() {
    let attack = "=1+1 <w:p> #panic(\"x\") *tebal* $x$ @SUM(A1) & 'a' \u{1}\u{b} 👍🏽 ]]> +62 \\ ";
    let mut comment = attack.repeat(2_000 / attack.chars().count() + 1);
    comment = comment.chars().take(2_000).collect();
    let mut report = short(30);
    report.comments = vec![ChosenComment { month: "2026-08".to_owned(), text: comment }];
    report.plan[0].programme = attack.to_owned();
    report.plan[0].responsible = "=HYPERLINK(\"http://x\",\"klik\")".to_owned();
    report.identity.unit_name = "=cmd|'/c calc'!A1".to_owned();
    report.write_texts(&[]);
    let made = opened(&report, &published(), &assets());
    let text = words(&made.docx);
    assert!(text.contains("=1+1 <w:p> #panic(\"x\") *tebal* $x$ @SUM(A1) & 'a'") && text.contains('👍'), "{text}");
    let formulas = formulas(&made.xlsx);
    assert!(
        formulas.len() > 50 && !formulas.iter().any(|formula| formula.contains("cmd") || formula.contains("HYPER"))
    );
    assert_eq!(cells(&made.xlsx, "IKM")["A2"], "=cmd|'/c calc'!A1");
}

#[test]
fn a_unit_with_a_name_of_120_characters_fits() {
    let mut report = short(30);
    let name = "Unit Pelaksana Teknis Daerah Pengelolaan Laboratorium Lingkungan Hidup, Persampahan, dan Air Limbah Domestik Kota Kita ";
    report.identity.unit_name = name.chars().cycle().take(120).collect();
    report.write_texts(&[]);
    opened(&report, &published(), &assets());
}

#[test]
fn only_a_published_document_has_a_code_and_only_a_draft_the_word() {
    let report = short(12);
    let poster = |edition: &Edition| documents::poster_svg(&report, IndexKind::Ikm, edition, &assets());
    let word = |edition: &Edition| words(&documents::report_docx(&report, edition, &assets()).unwrap());
    let (draft, out) = (poster(&Edition::Draft), poster(&published()));
    assert!(draft.contains("DRAF") && !draft.contains("k7m2p9qx"));
    assert!(!out.contains("DRAF") && out.contains("skm.contoh.go.id/l/k7m2p9qx"));
    assert!(word(&published()).contains("https://skm.contoh.go.id/l/k7m2p9qx"));
    assert!(!word(&Edition::Draft).contains("k7m2p9qx"));
    let before_title = |edition: &Edition| word(edition).split_once("LAPORAN PELAKSANAAN").unwrap().0.contains("DRAF");
    assert!(before_title(&Edition::Draft) && !before_title(&Edition::Submitted), "on the cover");
    let book = |edition: &Edition| documents::report_xlsx(&report, edition).unwrap();
    assert_eq!(cells(&book(&Edition::Draft), "Ringkasan")["A4"], "DRAF");
    assert!(cells(&book(&published()), "Ringkasan")["A4"].ends_with("/l/k7m2p9qx"));
    assert!(parts(&book(&published())).iter().any(|name| name.starts_with("xl/media/")));
}

#[test]
fn a_revision_says_which_report_it_takes_the_place_of() {
    let mut report = short(12);
    let word = |report: &ReportDocument| words(&documents::report_docx(report, &published(), &assets()).unwrap());
    assert!(!word(&report).contains("Revisi"), "the first document is no revision");
    report.identity.revision = 2;
    report.identity.replaces = Some(ReplacedReport { code: "h4t8w2mz".to_owned(), dated: "2026-10-05".to_owned() });
    let told = word(&report);
    for words in ["Revisi 1", "menggantikan laporan tertanggal 5 Oktober 2026 (kode h4t8w2mz)"] {
        assert!(told.contains(words), "{words}: {told}");
    }
}

#[test]
fn more_respondents_than_can_be_printed_are_in_the_workbook() {
    let skm = sample::questionnaire("skm-2017");
    let answers = sample::answers(&skm, 2_001, 5, 30);
    let report = sample::bare(&skm, Weight::Exact, &answers, &[], None);
    let docx = documents::report_docx(&report, &Edition::Draft, &Assets::default()).unwrap();
    assert!(words(&docx).contains("Data 2.001 responden melebihi batas cetak"));
    let book = documents::report_xlsx(&report, &Edition::Draft).unwrap();
    assert_eq!(cells(&book, "Pengolahan IKM")["A2007"], "2001");
}

#[test]
fn every_shipped_outline_comes_out_with_all_its_tables() {
    let own: [&[&str]; 3] = [
        &["Sebaran jawaban per unsur", "Urutan unsur dari nilai terendah", "Indeks Kepuasan Masyarakat per layanan"],
        &[
            "Rerata IKM per unsur",
            "Urutan unsur dari nilai terendah",
            "Indeks Kepuasan Masyarakat per layanan",
            "TW IV 2026",
        ],
        &[
            "Sebaran jawaban IPAK per unsur",
            "Urutan unsur IPKP dari nilai terendah",
            "IPAK per layanan",
            "Tren IPKP",
            "Survei dilaksanakan berdasarkan:",
        ],
    ];
    for (outline, own) in domain::report::shipped_outlines().into_iter().zip(own) {
        let mut report = sample::full("terpadu-16", 10);
        report.outline = outline;
        report.write_texts(&[]);
        let text = words(&opened(&report, &published(), &assets()).docx);
        let all = [
            "Kualitas pengumpulan data",
            "Karakteristik responden",
            "Nilai Interval Konversi (NIK)",
            "Nilai IPAK per unsur",
            "Rencana tindak lanjut",
            "(50,00%) sudah dilaksanakan",
            "Papan pengumuman kantor kelurahan",
            "Forum Konsultasi Publik Kelurahan Kuin Utara mengenai hasil survei Triwulan III 2026 dilaksanakan pada 18 September 2026",
            "Laporan tindak lanjut Triwulan II 2026",
        ];
        for told in all.iter().chain(own) {
            assert!(text.contains(told), "{}: {told}", report.outline.code);
        }
        report.published_at.clear();
        let text = words(&documents::report_docx(&report, &published(), &assets()).unwrap());
        assert!(text.contains("Tempat publikasi hasil survei belum dicatat."), "{}", report.outline.code);
    }
}

#[test]
fn the_plan_starts_from_the_indices_that_the_outline_ranks() {
    let document = sample::full("terpadu-16", 61);
    let in_outline = |code: &str| {
        let mut document = document.clone();
        document.outline = domain::report::shipped_outlines().into_iter().find(|outline| outline.code == code).unwrap();
        document.write_texts(&[]);
        document
    };
    let of = |code: &str| {
        let document = in_outline(code);
        let elements: Vec<String> = document.priority_elements().into_iter().map(str::to_owned).collect();
        (elements, document.text_of("saran").iter().map(Paragraph::plain).collect::<String>())
    };
    let (elements, advice) = of("lima-bab");
    assert!(elements.len() >= 3 && elements.iter().all(|element| element.starts_with('U')), "{elements:?}");
    assert!(advice.contains("U") && !advice.contains("KP") && !advice.contains("AK"), "{advice}");
    let (elements, advice) = of("spkp-spak");
    let count = |start: &str| elements.iter().filter(|element| element.starts_with(start)).count();
    assert!(count("KP") >= 2 && count("AK") >= 2 && count("U") == 0, "{elements:?}");
    assert!(advice.contains("KP") && advice.contains("AK"), "{advice}");
    // A report of IPKP and IPAK concludes nothing about the IKM, and its cover shows none.
    let document = in_outline("spkp-spak");
    let concluded: String = document.text_of("kesimpulan").iter().map(Paragraph::plain).collect();
    let (quality, integrity) = ("Indeks Persepsi Kualitas Pelayanan", "Indeks Persepsi Anti Korupsi");
    assert!(concluded.contains(quality) && concluded.contains(integrity), "{concluded}");
    assert!(!concluded.contains("Indeks Kepuasan Masyarakat"), "{concluded}");
    let text = words(&documents::report_docx(&document, &published(), &assets()).unwrap());
    let cover = text.split("Pendahuluan").next().unwrap();
    assert!(cover.contains("IPKP") && cover.contains("IPAK") && !cover.contains("IKM"), "{cover}");
}

#[test]
fn an_answer_that_feeds_several_indices_is_printed_once() {
    // What stands below the caption of an index: how many numbered rows, and whether its totals.
    let tables = |code: &str| {
        let mut report = sample::full(code, 30);
        report.outline.chapters.clear();
        report.outline.annexes.retain(|annex| annex.title.starts_with("Pengolahan"));
        let printed = words(&documents::report_docx(&report, &Edition::Draft, &Assets::default()).unwrap());
        let printed = printed
            .rsplit_once("Pengolahan data survei kepuasan masyarakat per responden dan per unsur pelayanan (IKM)");
        let (ikm, rest) = printed.unwrap().1.split_once("(IPKP)").unwrap();
        let (ipkp, ipak) = rest.split_once("(IPAK)").unwrap();
        let row = |table: &str, number: &str| table.lines().any(|line| line == number);
        let table = |of: &str, short: &str| (row(of, "30"), of.contains(&format!("{short} unit pelayanan")));
        (table(ikm, "IKM"), table(ipkp, "IPKP"), table(ipak, "IPAK"), ipak.contains("tercantum pada tabel IKM"))
    };
    assert_eq!(tables("skm-spkp-spak"), ((true, true), (true, true), (true, true), false), "items of their own");
    assert_eq!(tables("terpadu-16"), ((true, true), (false, true), (false, true), true), "the items of the IKM");
}

#[test]
fn a_report_of_other_indices_annexes_their_answers_and_none_of_the_ikm() {
    let mut report = sample::full("terpadu-16", 30);
    report.outline =
        domain::report::shipped_outlines().into_iter().find(|outline| outline.code == "spkp-spak").unwrap();
    report.write_texts(&[]);
    let printed = words(&documents::report_docx(&report, &Edition::Draft, &Assets::default()).unwrap());
    assert!(!printed.contains("per unsur pelayanan (IKM)") && !printed.contains("IKM unit pelayanan"));
    assert!(!printed.contains("tercantum pada tabel IKM"));
    let (_, ipkp) = printed.rsplit_once("per unsur pelayanan (IPKP)").unwrap();
    let (ipkp, ipak) = ipkp.split_once("per unsur pelayanan (IPAK)").unwrap();
    for (table, short) in [(ipkp, "IPKP"), (ipak, "IPAK")] {
        assert!(
            table.lines().any(|line| line == "30") && table.contains(&format!("{short} unit pelayanan")),
            "{short}"
        );
    }
    // The questionnaire is annexed as it was asked, the question of the product among it, which feeds the IKM alone.
    assert!(printed.contains(&report.sheets[0].items[9].text));
}

#[test]
fn a_change_of_a_pooled_value_tells_the_part_of_the_largest_service() {
    let told = |unit_dari_layanan: UnitFromServices| {
        let settings = CitySettings { unit_dari_layanan, ..CitySettings::default() };
        let document = documents::sample::full("skm-2017", 61, &settings).unwrap();
        let text: Vec<String> = document.text_of("perubahan").iter().map(Paragraph::plain).collect();
        (document, text.join("\n"))
    };
    let (document, pooled) = told(UnitFromServices::Gabungan);
    let largest = document.figures.services.iter().max_by_key(|service| service.n).unwrap();
    let percent = |figure: &str| format!("{}%", figure.replace('.', ","));
    let (now, before) = (percent(&largest.percent), percent(largest.previous_percent.as_ref().unwrap()));
    let parts: Vec<&Option<String>> =
        document.figures.services.iter().map(|service| &service.previous_percent).collect();
    assert!(parts.iter().all(|part| part.is_some()), "{parts:?}");
    assert!(pooled.contains(&format!("{} {now} (periode sebelumnya {before})", largest.name)), "{pooled}");
    let (_, mean) = told(UnitFromServices::RataRataLayanan);
    assert!(!mean.contains("Bagian layanan"), "{mean}");
}
