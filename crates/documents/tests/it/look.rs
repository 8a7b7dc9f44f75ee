//! How documents look: the city's colour, numbers that are numbers, what stays together on a page.

use crate::packages::{formulas, part, words};
use crate::sample;
use calamine::{Data, Reader, Xlsx};
use documents::{Assets, Edition};
use domain::IndexKind;
use domain::report::CityFigures;
use std::io::Cursor;

#[test]
fn the_citys_colour_is_that_of_heads_charts_and_posters() {
    let mut report = sample::full("skm-2017", 40);
    report.outline.annexes.clear();
    let made = |report: &domain::report::ReportDocument| {
        let docx = documents::report_docx(report, &Edition::Draft, &Assets::default()).unwrap();
        let xlsx = documents::report_xlsx(report, &Edition::Draft).unwrap();
        [
            part(&docx, "word/document.xml"),
            part(&docx, "word/styles.xml"),
            part(&xlsx, "xl/styles.xml"),
            part(&xlsx, "xl/charts/chart1.xml"),
            documents::poster_svg(report, IndexKind::Ikm, &Edition::Draft, &Assets::default()),
            documents::report_pages(report, &Edition::Draft, &Assets::default()).unwrap().pages.remove(0).svg,
        ]
    };
    let has = |text: &str, colour: &str| text.to_lowercase().contains(colour);
    for text in made(&report) {
        assert!(has(&text, "0b6b5d"), "{text}");
    }
    report.brand_color = Some("#1d4ed8".to_owned());
    for text in made(&report) {
        assert!(has(&text, "1d4ed8") && !has(&text, "0b6b5d") && !has(&text, "e6f2ef"), "{text}");
    }
    // White would not be read on it: the colour is darkened until it is.
    report.brand_color = Some("#ffe600".to_owned());
    for text in made(&report) {
        assert!(!has(&text, "ffe600") && !has(&text, "0b6b5d"), "{text}");
    }
}

#[test]
fn the_poster_bears_the_name_and_value_of_its_index() {
    let report = sample::full("terpadu-16", 61);
    for (kind, title) in [
        (IndexKind::Ikm, "INDEKS KEPUASAN MASYARAKAT (IKM)"),
        (IndexKind::Ipkp, "INDEKS PERSEPSI KUALITAS PELAYANAN (IPKP)"),
        (IndexKind::Ipak, "INDEKS PERSEPSI ANTI KORUPSI (IPAK)"),
    ] {
        let index = report.figures.indices.iter().find(|index| index.summary.index == kind).unwrap();
        let svg = documents::poster_svg(&report, kind, &Edition::Submitted, &Assets::default());
        assert!(svg.contains(title) && svg.contains(&index.summary.converted.replace('.', ",")), "{title}: {svg}");
    }
}

/// What a cell shows that should be a number: digits with separators, perhaps a sign of percent.
fn reads_as_number(text: &str) -> bool {
    let text = text.trim_end_matches('%');
    text.starts_with(|c: char| c.is_ascii_digit()) && text.chars().all(|c| c.is_ascii_digit() || ".,/".contains(c))
}

#[test]
fn numbers_of_the_workbook_are_numbers_and_shares_are_percentages() {
    for report in [sample::full("terpadu-16", 61), sample::mean_of_services(40)] {
        let book = documents::report_xlsx(&report, &Edition::Submitted).unwrap();
        let mut opened: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(book.clone())).unwrap();
        for sheet in ["Ringkasan", "Karakteristik"] {
            let range = opened.worksheet_range(sheet).unwrap();
            let texts = range.used_cells().filter_map(|(row, _, data)| match data {
                Data::String(text) => Some((row, text)),
                _ => None,
            });
            for (row, text) in texts {
                assert!(!reads_as_number(text), "{sheet}, row {}: {text}", row + 1);
            }
        }
        let formulas = formulas(&book);
        let sample = report.figures.sample.required.map(|_| "3.841*");
        for live in ["COUNT('Pengolahan IKM'!A7:A", "/$B$"].into_iter().chain(sample) {
            assert!(formulas.iter().any(|formula| formula.contains(live)), "{live}");
        }
    }
}

#[test]
fn the_report_of_the_city_has_every_trend_and_no_empty_column() {
    let mut report = sample::full("terpadu-16", 61);
    let has = |report: &domain::report::ReportDocument, text: &str| {
        words(&documents::report_docx(report, &Edition::Draft, &Assets::default()).unwrap()).contains(text)
    };
    assert!(has(&report, "Jawaban") && !has(&report, "Tren IPKP"));
    report.stand_on_units(CityFigures { recap: crate::recap_sample::recap().recap, changes: Vec::new() });
    report.sheets.clear();
    let mut trend = report.trends[0].clone();
    for index in [IndexKind::Ipkp, IndexKind::Ipak] {
        trend.index = index;
        report.trends.retain(|known| known.index != index);
        report.trends.push(trend.clone());
    }
    for caption in ["Tren IKM", "Tren IPKP", "Tren IPAK"] {
        assert!(has(&report, caption), "{caption}");
    }
    let docx = documents::report_docx(&report, &Edition::Draft, &Assets::default()).unwrap();
    let xml = part(&docx, "word/document.xml");
    let (_, table) = xml.split_once(". Sebaran jawaban per unsur</w:t></w:r><w:bookmarkEnd").unwrap();
    let (head, _) = table.split_once("</w:tr>").unwrap();
    assert!(head.contains("Jumlah") && !head.contains("Jawaban"), "{head}");
}

#[test]
fn word_keeps_small_tables_whole_and_the_signature_with_what_it_signs() {
    let report = sample::full("skm-2017", 40);
    let docx = documents::report_docx(&report, &Edition::Draft, &Assets::default()).unwrap();
    let xml = part(&docx, "word/document.xml");
    let (table, _) = xml.split_once("Nilai Interval Konversi (NIK)").unwrap().1.split_once("</w:tbl>").unwrap();
    let rows: Vec<&str> = table.split("<w:tr>").skip(1).collect();
    assert_eq!(rows.iter().map(|row| row.contains("<w:keepNext/>")).collect::<Vec<_>>(), [true, true, true, false]);
    let before = xml.split_once("Laman survei Kota Banjarmasin").unwrap().0;
    assert!(before.rsplit_once("<w:p>").unwrap().1.contains("<w:keepNext/>"));
    assert!(words(&docx).contains("Lurah Kuin Utara"));
}

#[test]
fn no_word_of_a_table_head_is_broken_in_word() {
    for code in ["skm-2017", "skm-spkp-spak"] {
        let docx = documents::report_docx(&sample::full(code, 12), &Edition::Draft, &Assets::default()).unwrap();
        let xml = part(&docx, "word/document.xml");
        let tables: Vec<&str> = xml.split("<w:tblGrid>").skip(1).collect();
        let mut numbered = 0;
        for table in tables {
            let (grid, rest) = table.split_once("</w:tblGrid>").unwrap();
            let (head, _) = rest.split_once("</w:tr>").unwrap();
            let widths: Vec<u32> = grid.split('"').filter_map(|part| part.parse().ok()).collect();
            assert_eq!(widths.iter().sum::<u32>(), 8_788, "{grid}");
            if head.contains("<w:t xml:space=\"preserve\">No</w:t>") {
                numbered += 1;
                assert!(widths[0] >= 500, "{grid}");
            }
        }
        assert!(numbered >= 5, "{numbered}");
    }
}
