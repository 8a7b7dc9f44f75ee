//! Level, margin and change of each index.

use super::joined;
use crate::Decimal;
use crate::figures::{CityChange, IndexResult, SeriesChange};
use crate::report::ReportDocument;
use crate::settings::UnitFromServices;

/// Level and grade of every index, how sure it is, and of how many elements it is made.
pub(super) fn levels(document: &ReportDocument) -> Vec<String> {
    if document.figures.indices.is_empty() {
        return vec![
            "Pada {periode} belum ada jawaban untuk {subjek}, sehingga indeks tidak dapat dihitung.".to_owned(),
        ];
    }
    document.told_indices().into_iter().map(|index| level(document, index)).collect()
}

fn level(document: &ReportDocument, index: &IndexResult) -> String {
    let code = index.summary.index.code();
    if let Some(city) = document.city.as_ref().and_then(|city| city.index(index.summary.index)) {
        return super::city::level(index, city) + &margin(index) + &super::city::beside(city);
    }
    let mut text = format!(
        "{{{code}.nama}} {{subjek}} pada {{periode}} sebesar {{{code}.converted}} (nilai indeks {{{code}.value}}) dengan \
         mutu pelayanan {{{code}.grade}} dan kinerja unit pelayanan {{{code}.performance}}, dari {{{code}.n}} responden."
    );
    text.push_str(&margin(index));
    let all = index.summary.index.elements().len();
    if index.elements_used < all {
        let without: Vec<String> = index
            .elements
            .iter()
            .filter(|element| element.answered == 0)
            .map(|element| format!("{} {{{}.nama}}", element.code, element.code.to_lowercase()))
            .collect();
        text.push_str(&format!(
            " Indeks dihitung dari {{{code}.unsur}} unsur karena {} tidak memiliki jawaban.",
            joined(&without)
        ));
    }
    text
}

fn margin(index: &IndexResult) -> String {
    let (margin, code) = (&index.summary.margin, index.summary.index.code());
    match margin.status.as_str() {
        "value" => {
            let careful = if margin.small_sample {
                " Karena responden kurang dari 30 orang, nilai ini perlu dibaca dengan hati-hati."
            } else {
                ""
            };
            format!(
                " Dengan tingkat kepercayaan 95%, batas kesalahannya ± {{{code}.margin}} poin ({{{code}.low}} sampai \
                 {{{code}.high}}), apabila responden dipilih secara acak.{careful}"
            )
        }
        "too_few" => " Responden terlalu sedikit, sehingga batas kesalahan tidak dihitung dan nilai ini hanya \
                      menggambarkan mereka yang menjawab."
            .to_owned(),
        "all_equal" => " Batas kesalahan tidak dapat dihitung karena semua jawaban sama.".to_owned(),
        _ => String::new(),
    }
}

/// Every index against the period before.
pub(super) fn changes(document: &ReportDocument) -> Vec<String> {
    let mut changes: Vec<String> =
        document.told_indices().into_iter().filter_map(|index| change(document, index)).collect();
    if changes.is_empty() && !document.figures.indices.is_empty() {
        return vec!["Belum ada nilai periode sebelumnya sebagai pembanding.".to_owned()];
    }
    if !changes.is_empty() {
        changes.extend(mix(document));
    }
    changes
}

/// How much of the answers the largest service has in both periods, where their mix alone can move the pooled value.
fn mix(document: &ReportDocument) -> Option<String> {
    let figures = &document.figures;
    let is_pooled = figures.method.unit_dari_layanan == UnitFromServices::Gabungan.code();
    figures.largest_service().filter(|largest| is_pooled && largest.previous_percent.is_some())?;
    Some(
        "Bagian layanan terbesar dalam jawaban: {layanan.terbesar} {layanan.terbesar.persen} (periode sebelumnya \
         {layanan.terbesar.sebelumnya}). Nilai unit dihitung dari semua responden, sehingga pergeseran bagian antarlayanan saja \
         dapat mengubahnya."
            .to_owned(),
    )
}

/// One sentence; `None` where there is no earlier figure.
pub(super) fn change(document: &ReportDocument, index: &IndexResult) -> Option<String> {
    if let Some(city) = &document.city {
        return city.change(index.summary.index).map(city_change);
    }
    let code = index.summary.index.code();
    Some(sentence(code, index.change.as_ref()?, &code.to_uppercase(), &format!("{code}.converted")))
}

/// Of the city the units that have the index in both periods are compared.
pub(super) fn city_change(change: &CityChange) -> String {
    let code = change.index.code();
    let subject = format!(
        "Rata-rata {} {{{code}.unit.tetap}} unit yang memiliki jawaban pada kedua periode",
        code.to_uppercase()
    );
    sentence(code, &change.change, &subject, &format!("{code}.tetap"))
}

fn sentence(code: &str, change: &SeriesChange, short: &str, now: &str) -> String {
    let Some(difference) = difference(change) else {
        return format!(
            "{short} {{{code}.periode_sebelumnya}} sebesar {{{code}.sebelumnya}}. Nilai kedua periode tidak dapat \
             dibandingkan karena {}.",
            reason(change.reason.as_deref())
        );
    };
    if difference.units() == 0 {
        return format!("{short} {{periode}} sama dengan {{{code}.periode_sebelumnya}}, yaitu {{{now}}}.");
    }
    let direction = if difference.units() > 0 { "naik" } else { "turun" };
    let chance = if change.significant == Some(true) {
        "Perubahan ini bermakna secara statistik (taraf 5%), artinya lebih besar daripada yang wajar terjadi karena \
         kebetulan."
    } else {
        "Perubahan ini belum bermakna secara statistik (taraf 5%), artinya masih mungkin terjadi karena kebetulan."
    };
    format!(
        "{short} {direction} {{{code}.selisih}} poin, dari {{{code}.sebelumnya}} pada {{{code}.periode_sebelumnya}} \
         menjadi {{{now}}} pada {{periode}}. {chance}"
    )
}

fn difference(change: &SeriesChange) -> Option<Decimal> {
    change.difference.as_ref()?.parse().ok()
}

fn reason(reason: Option<&str>) -> &'static str {
    match reason {
        Some("too_few") => "responden salah satu periode terlalu sedikit",
        Some("no_variation") => "semua jawaban pada salah satu periode sama",
        Some("other_questionnaire") => "kuesionernya berbeda",
        Some("other_grouping") => "pengelompokan pertanyaannya berbeda",
        Some("other_weight") => "bobot unsurnya berbeda",
        Some("other_elements") => "unsur yang dinilai berbeda",
        Some("overlapping_periods") => "kedua periode beririsan",
        _ => "dasar perhitungannya berbeda",
    }
}
