//! The places a text of the city may hold: `{unit}`, `{ikm.converted}`. Which of them a report can fill follows from its
//! figures ([`super::Facts`]); whether there is such a place at all does not.

use crate::questionnaire::shipped;
use crate::{Channel, IndexKind};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Names and counts of the whole report.
const WHOLE: [&str; 31] = [
    "unit",
    "kota",
    "pemerintah",
    "tempat",
    "lokasi",
    "periode",
    "tahun",
    "hari_pertama",
    "hari_terakhir",
    "subjek",
    "fkp",
    "n",
    "populasi",
    "sampel",
    "sampel.kurang",
    "dibantu.n",
    "dibantu.persen",
    "dikeluarkan.n",
    "layanan.disurvei",
    "layanan.diberikan",
    "layanan.terbesar",
    "layanan.terbesar.persen",
    "layanan.terbesar.sebelumnya",
    "saran.n",
    "setelah_periode.n",
    "rtl.n",
    "rtl_lalu.periode",
    "rtl_lalu.n",
    "rtl_lalu.selesai",
    "rtl_lalu.persen",
    "unit.wajib",
];
/// Of the city alone.
const CITY: [&str; 1] = ["unit.menjawab"];
/// Of an index.
const INDEX: [&str; 22] = [
    "nama",
    "converted",
    "value",
    "grade",
    "performance",
    "n",
    "unsur",
    "margin",
    "low",
    "high",
    "sebelumnya",
    "periode_sebelumnya",
    "selisih",
    "alpha",
    "alpha.n",
    "gabungan",
    "unit",
    "unit.lapor",
    "unit.kecil",
    "tanpa_kecil",
    "unit.tetap",
    "tetap",
];
/// Of an element.
const ELEMENT: [&str; 5] = ["nama", "converted", "mean", "grade", "potensi"];
/// Frequent words that have a place.
const WORDS: usize = 10;

/// So many unknown places of one text are named.
const MOST_NAMED: usize = 5;
/// The options of every question about the person.
static GROUPS: LazyLock<BTreeMap<String, BTreeSet<String>>> = LazyLock::new(|| {
    let mut groups: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for question in shipped().unwrap_or_default().into_iter().flat_map(|questionnaire| questionnaire.profile) {
        groups.entry(question.code).or_default().extend(question.options.into_iter().map(|option| option.code));
    }
    groups
});

/// Whether there is such a place.
pub fn is_place(key: &str) -> bool {
    if WHOLE.contains(&key) || CITY.contains(&key) || is_word(key) {
        return true;
    }
    let Some((of, what)) = key.split_once('.') else { return false };
    if IndexKind::ALL.iter().any(|kind| kind.code() == of) {
        return INDEX.contains(&what);
    }
    if of.chars().all(|c| !c.is_ascii_uppercase()) && is_element(of) {
        return ELEMENT.contains(&what);
    }
    let group = what.trim_end_matches(".n").trim_end_matches(".persen");
    is_group(of, group) && matches!(what.strip_prefix(group), Some("" | ".n" | ".persen"))
}

fn is_element(code: &str) -> bool {
    let code = code.to_uppercase();
    IndexKind::ALL.iter().any(|kind| kind.element_position(&code).is_some())
}

/// `kata3`, `kata3.n`.
fn is_word(key: &str) -> bool {
    let number = key.strip_suffix(".n").unwrap_or(key).strip_prefix("kata");
    number.and_then(|number| number.parse().ok()).is_some_and(|number: usize| (1..=WORDS).contains(&number))
}

/// A channel, or an option of a question about the person.
fn is_group(of: &str, group: &str) -> bool {
    if of == "saluran" {
        return Channel::ALL.iter().any(|channel| channel.code() == group);
    }
    GROUPS.get(of).is_some_and(|options| group == "declined" || options.contains(group))
}

/// What stands between braces in a text and is no place; the first few.
pub fn unknown_places(text: &str) -> Vec<&str> {
    let inside = text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(key, _)| key));
    inside.filter(|key| !key.contains('\n') && !is_place(key)).take(MOST_NAMED).collect()
}

/// Every place in words, for problem documents.
pub fn accepted_places() -> String {
    let whole: Vec<String> = WHOLE.iter().chain(&CITY).map(|key| format!("{{{key}}}")).collect();
    format!(
        "one of {}; of an index (ikm, ipkp, ipak) {{ikm.…}} with {}; of an element {{u1.…}} with {}; {{kata1}} to \
         {{kata{WORDS}}}; of a group {{sex.female}}, {{sex.female.n}}, {{sex.female.persen}}, {{saluran.paper.n}}",
        whole.join(", "),
        INDEX.join(", "),
        ELEMENT.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_told_from_what_only_looks_like_one() {
        for place in [
            "unit",
            "ikm.converted",
            "ipak.alpha.n",
            "kp1.mean",
            "kata10.n",
            "saluran.paper",
            "sex.female.persen",
            "age.declined.n",
        ] {
            assert!(is_place(place), "{place}");
        }
        for other in [
            "",
            "unti",
            "ikm",
            "ikm.warna",
            "U1.mean",
            "u10.mean",
            "kata0",
            "kata11",
            "saluran.surat",
            "sex.female.n.n",
            "sex",
        ] {
            assert!(!is_place(other), "{other}");
        }
        assert_eq!(unknown_places("{unit} dan {unti}, {ikm.nilai} { buka"), ["unti", "ikm.nilai"]);
        assert_eq!(unknown_places("{}}"), [""]);
    }
}
