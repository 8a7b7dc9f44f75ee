//! The shipped outlines have what the guideline asks of a report.

use domain::report::{AUTOMATIC_SLOTS, Block, TableKind, legal_basis, shipped_outlines};

#[test]
fn the_shipped_outlines_are_whole_and_every_part_of_them_is_known() {
    let outlines = shipped_outlines();
    assert_eq!(
        outlines.iter().map(|outline| outline.code.as_str()).collect::<Vec<_>>(),
        ["lima-bab", "empat-bab", "spkp-spak"]
    );
    assert_eq!(outlines.iter().map(|outline| outline.chapters.len()).collect::<Vec<_>>(), [5, 4, 4]);
    for outline in &outlines {
        for block in outline.blocks() {
            if let Block::Automatic(slot) = block {
                assert!(AUTOMATIC_SLOTS.contains(&slot.as_str()), "{}: {slot}", outline.code);
            }
        }
        assert!(outline.blocks().any(|block| *block == Block::Table(TableKind::CollectionQuality)), "{}", outline.code);
    }
    assert_eq!((legal_basis(false).len(), legal_basis(true).len()), (9, 10));
}

/// What every outline has, the first of each line where the IKM is meant, the others where another index or form is.
const EVERY_OUTLINE: [&[&str]; 21] = [
    &["list legal_basis"],
    &["table activities"],
    &["automatic sampel"],
    &["table sample"],
    &["table method"],
    &["table collection_quality"],
    &["automatic responden"],
    &["table characteristics"],
    &["table grades"],
    &["table indices"],
    &["table ikm_elements", "table ipkp_elements table ipak_elements"],
    &["chart ikm_elements", "chart ipkp_elements chart ipak_elements"],
    &["table distribution", "table ipkp_distribution table ipak_distribution"],
    &["table ranking", "table ipkp_ranking table ipak_ranking"],
    &["table services", "table ipkp_services table ipak_services"],
    &["automatic analisis-unsur"],
    &["table plan", "table plan_list"],
    &["automatic tindak-lanjut-lalu table last_plan"],
    &["table trend"],
    &["chart trend", "chart ipkp_trend chart ipak_trend"],
    &["list published_at"],
];
/// What every outline has as annex.
const EVERY_ANNEX: [&str; 5] = [
    "table questionnaire",
    "table processed",
    "list photos",
    "automatic forum",
    "automatic laporan-tindak-lanjut table follow_up_report",
];

/// "table grades", "list photos"; of a fixed text its slot.
fn named(block: &Block) -> String {
    let value = serde_json::to_value(block).unwrap();
    let (kind, what) = value.as_object().unwrap().iter().next().unwrap();
    format!("{kind} {}", what.as_str().or_else(|| what["slot"].as_str()).unwrap())
}

#[test]
fn every_shipped_outline_has_all_that_the_guideline_asks_of_a_report() {
    for outline in shipped_outlines() {
        let all: Vec<String> = outline.blocks().map(named).collect();
        let annexes: Vec<String> =
            outline.annexes.iter().map(|annex| annex.blocks.iter().map(named).collect::<Vec<_>>().join(" ")).collect();
        let has = |wanted: &str| {
            let words: Vec<&str> = wanted.split(' ').collect();
            words.chunks(2).all(|pair| all.contains(&pair.join(" ")))
        };
        for ways in EVERY_OUTLINE {
            assert!(ways.iter().any(|way| has(way)), "{}: {ways:?}", outline.code);
        }
        assert_eq!(annexes, EVERY_ANNEX, "{}", outline.code);
    }
    let four = shipped_outlines().remove(1);
    let sections: Vec<&str> =
        four.chapters.iter().flat_map(|chapter| &chapter.sections).map(|s| s.title.as_str()).collect();
    for title in ["Populasi dan Sampel", "Indeks Kepuasan Masyarakat per Layanan", "Tren Nilai SKM Lima Tahun"] {
        assert!(sections.contains(&title), "{title}");
    }
    assert_eq!(four.chapters[2].title, "Hasil Tindak Lanjut SKM Periode Sebelumnya");
    assert!(four.blocks().map(named).any(|block| block == "table service_elements"));
}
