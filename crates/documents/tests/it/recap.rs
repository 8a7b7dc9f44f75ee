//! The city's recap of the demonstration organisation's units.

use crate::packages::{cells, formulas, parts};
use crate::recap_sample::recap;
use documents::{Assets, Edition};

#[test]
fn the_recap_stores_the_citys_value_beside_its_formula() {
    let document = recap();
    let book = documents::recap_xlsx(&document).unwrap();
    assert!(book == documents::recap_xlsx(&document).unwrap(), "the same bytes");
    let sheet = cells(&book, "Unit");
    // 156 units from row 6, the city below.
    let headline: f64 = document.recap.indices[0].headline.converted.parse().unwrap();
    assert_eq!((sheet["B162"].as_str(), sheet["F162"].as_str()), ("Kota Banjarmasin", headline.to_string().as_str()));
    assert_eq!(sheet["D162"], document.recap.n.to_string());
    assert_eq!(sheet["A6"], "1");
    assert!(formulas(&book).contains(&"ROUND(AVERAGE(F6:F161),2)".to_owned()));
    assert!(parts(&book).len() > 5);
}

#[test]
fn the_recap_says_what_its_values_rest_on_and_how_they_went() {
    let document = recap();
    let (recap, ikm) = (&document.recap, &document.recap.indices[0]);
    let book = documents::recap_xlsx(&document).unwrap();
    let number = |text: &str| text.parse::<f64>().unwrap().to_string();
    let said = cells(&book, "Ringkasan");
    let of = |label: &str, column: &str| {
        let (cell, _) = said.iter().find(|(cell, text)| cell.starts_with('A') && *text == label).unwrap();
        said.get(&cell.replace('A', column)).cloned().unwrap_or_default()
    };
    assert_eq!(of("Nilai kota", "B"), number(&ikm.headline.converted));
    assert_eq!(of("Batas kesalahan ± (95%)", "B"), number(ikm.headline.margin.points.as_ref().unwrap()));
    assert_eq!(of("Gabungan seluruh responden", "C"), number(&recap.indices[1].pooled.converted));
    assert_eq!(of("Nilai kota tanpa unit dengan n < 30", "B"), number(ikm.converted_without_small.as_ref().unwrap()));
    assert_eq!(of("Keterangan", "B"), "Sementara");
    assert_eq!(
        of("Di antaranya belum memiliki jawaban", "B"),
        (recap.units_obliged - recap.units_with_answers).to_string()
    );
    assert_eq!(of("Bobot unsur", "B"), "1 dibagi jumlah unsur");
    let told = said.values().any(|text| text.contains("belum bermakna secara statistik"));
    assert!(told && said.values().any(|text| text.starts_with("Nilai kota adalah rata-rata")), "{said:?}");
    assert!(formulas(&book).contains(&"Unit!F162".to_owned()));
    let trend = cells(&book, "Tren");
    assert_eq!((trend["B6"].as_str(), trend["D6"].as_str(), trend["E6"].as_str()), ("Triwulan IV 2025", "83.1", "B"));
    assert!(parts(&book).iter().any(|part| part.starts_with("xl/charts/")), "a chart of its own");
}

#[test]
fn the_recap_as_pdf_is_archival_and_always_the_same() {
    let document = recap();
    let made = documents::recap_pdf(&document, &Edition::Submitted, &Assets::default()).unwrap();
    assert!(made == documents::recap_pdf(&document, &Edition::Submitted, &Assets::default()).unwrap());
    let text = String::from_utf8_lossy(&made);
    assert!(text.starts_with("%PDF-") && text.contains("pdfuaid:part") && text.contains("pdfaid:part"));
}

#[test]
fn a_city_without_an_answer_has_a_recap_too() {
    let mut document = recap();
    document.recap.units.iter_mut().for_each(|unit| {
        unit.n = 0;
        unit.rank = None;
        unit.indices.clear();
    });
    document.recap.indices.clear();
    document.recap.kinds.iter_mut().for_each(|kind| kind.indices.clear());
    document.recap.n = 0;
    documents::recap_pdf(&document, &Edition::Draft, &Assets::default()).unwrap();
    assert!(!formulas(&documents::recap_xlsx(&document).unwrap()).iter().any(|formula| formula.contains("AVERAGE")));
}
