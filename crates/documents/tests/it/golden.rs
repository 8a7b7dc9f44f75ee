//! Published figures in every format.

use crate::packages::{cells, words};
use crate::sample;
use documents::{Assets, Edition};
use domain::{IndexKind, Weight};

#[test]
fn sekadau_has_its_index_grade_and_lowest_elements_in_word_and_on_the_poster() {
    let report = sample::sekadau(Weight::Exact);
    let text = words(&documents::report_docx(&report, &Edition::Draft, &Assets::default()).unwrap());
    for told in ["78,89", "mutu pelayanan B", "kinerja unit pelayanan Baik", "U1 Persyaratan dan U2 Sistem"] {
        assert!(text.contains(told), "{told}");
    }
    let poster = documents::poster_svg(&report, IndexKind::Ikm, &Edition::Draft, &Assets::default());
    assert!(poster.contains(">78,89<") && poster.contains(">B · Baik<"));
    let few = domain::report::ReportDocument { public_minimum_n: Some(11), ..report.clone() };
    let poster = documents::poster_svg(&few, IndexKind::Ikm, &Edition::Draft, &Assets::default());
    assert!(poster.contains("Terlalu sedikit jawaban") && !poster.contains("78,89") && !poster.contains("Baik"));
}

#[test]
fn the_workbook_stores_the_index_of_every_weight_beside_its_formula() {
    for (weight, converted) in [(Weight::Exact, "78.89"), (Weight::Thousandths, "78.81"), (Weight::Hundredths, "78.1")]
    {
        let book = documents::report_xlsx(&sample::sekadau(weight), &Edition::Draft).unwrap();
        let sheet = cells(&book, "Pengolahan IKM");
        // Ten respondents from row 7: the index stands in row 22.
        assert_eq!((sheet["A22"].as_str(), sheet["B22"].as_str()), ("**) IKM unit pelayanan", converted));
        assert_eq!((sheet["B23"].as_str(), sheet["B24"].as_str()), ("B", "Baik"));
        assert_eq!(cells(&book, "IKM")["K15"], converted);
        assert_eq!(cells(&book, "Ringkasan")["D6"], converted);
        let sums: Vec<&str> =
            ["B", "C", "D", "E", "F", "G", "H", "I", "J"].iter().map(|c| sheet[&format!("{c}17")].as_str()).collect();
        assert_eq!(sums, ["28", "28", "29", "35", "33", "34", "33", "30", "34"]);
    }
}

#[test]
fn three_indices_have_a_processing_sheet_and_a_sheet_each() {
    let report = sample::full("terpadu-16", 40);
    let book = documents::report_xlsx(&report, &Edition::Draft).unwrap();
    for index in &report.figures.indices {
        let short = index.summary.index.code().to_uppercase();
        let number: f64 = index.summary.converted.parse().unwrap();
        let stored = cells(&book, &format!("Pengolahan {short}"));
        // 40 respondents from row 7 to 46, the index six rows below.
        assert_eq!(stored["B52"], number.to_string(), "{short}");
        assert_eq!(stored["B5"], index.elements[0].code, "{short}");
    }
}
