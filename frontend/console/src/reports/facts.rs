//! What the figures of a report are called, and a choice of them.

use super::shape::Report;
use super::sheet::Sheet;
use dom::prelude::*;
use std::rc::Rc;
use texts::elements::ElementShort;
use texts::reports::{FactText, ReportText};
use ui::{Field, FieldKind, tr, tr_with};

/// Figures that are offered before anything is searched.
const FIRST: [&str; 12] = [
    "ikm.converted",
    "ikm.grade",
    "ikm.performance",
    "ikm.margin",
    "ikm.selisih",
    "ikm.sebelumnya",
    "n",
    "sampel",
    "sampel.kurang",
    "populasi",
    "periode",
    "unit",
];
/// So many are shown at once.
const SHOWN: usize = 12;

const NAMES: [(&str, FactText); 22] = [
    ("n", FactText::N),
    ("unit", FactText::Unit),
    ("kota", FactText::City),
    ("periode", FactText::Period),
    ("tahun", FactText::Year),
    ("hari_pertama", FactText::FirstDay),
    ("hari_terakhir", FactText::LastDay),
    ("subjek", FactText::Subject),
    ("populasi", FactText::People),
    ("sampel", FactText::Required),
    ("sampel.kurang", FactText::Missing),
    ("dibantu", FactText::Assisted),
    ("dikeluarkan", FactText::Excluded),
    ("saran.n", FactText::Comments),
    ("rtl.n", FactText::Planned),
    ("rtl_lalu.selesai", FactText::LastDone),
    ("kata1", FactText::Word),
    ("kata2", FactText::Word),
    ("kata3", FactText::Word),
    ("rtl_lalu.periode", FactText::BeforePeriod),
    ("saran", FactText::Comments),
    ("rtl", FactText::Planned),
];

const PARTS: [(&str, FactText); 17] = [
    ("converted", FactText::Value),
    ("value", FactText::IndexValue),
    ("grade", FactText::Grade),
    ("performance", FactText::Performance),
    ("n", FactText::N),
    ("persen", FactText::Percent),
    ("margin", FactText::Margin),
    ("low", FactText::Low),
    ("high", FactText::High),
    ("mean", FactText::Mean),
    ("potensi", FactText::Gain),
    ("nama", FactText::Name),
    ("sebelumnya", FactText::Before),
    ("periode_sebelumnya", FactText::BeforePeriod),
    ("selisih", FactText::Difference),
    ("unsur", FactText::Elements),
    ("jumlah", FactText::Number),
];

fn among(names: &[(&str, FactText)], key: &str) -> Option<&'static str> {
    names.iter().find(|(name, _)| *name == key).map(|(_, text)| tr(*text))
}

/// What a figure is called: "IKM · nilai", "U3 Waktu penyelesaian · nilai", "Perempuan · persentase".
pub(super) fn name(report: Report<'_>, key: &str) -> String {
    if let Some(name) = among(&NAMES, key) {
        return name.to_owned();
    }
    let Some((of, part)) = key.rsplit_once('.') else { return key.replace('_', " ") };
    let code = of.to_ascii_uppercase();
    let group = report.fact(of);
    let of = match (ElementShort::of(&code), among(&NAMES, of)) {
        (Some(element), _) => format!("{code} {}", tr(element)),
        (None, Some(name)) => name.to_owned(),
        (None, None) if !group.is_empty() => group.to_owned(),
        (None, None) => code,
    };
    among(&PARTS, part).map_or(of.clone(), |part| format!("{of} · {part}"))
}

/// What is done with a figure: its key, and as it is shown.
type Choose = Rc<dyn Fn(&str, &str)>;

/// Chooses a figure to insert; the choice does not take the caret away.
pub(super) fn chooser(sheet: Sheet, choose: impl Fn(&str, &str) + 'static) -> Node {
    let words = RwSignal::new(String::new());
    let choose: Choose = Rc::new(choose);
    let found = move || {
        let found = sheet.with(|report| find(report, &words.get()));
        if found.is_empty() {
            return el("p", "note").text(tr(ReportText::InsertNone));
        }
        let button = |(key, name, shown): (String, String, String)| {
            let label = tr_with(ReportText::InsertOf, &[("name", &name), ("shown", &shown)]);
            let button = el("button", "chip").attr("type", "button").attr("aria-label", &label);
            let (value, choose) = (shown.clone(), Rc::clone(&choose));
            button
                .on("pointerdown", |event| event.prevent_default())
                .on("click", move |_| choose(&key, &value))
                .child(el("span", "fig").text(&shown))
                .text(" ")
                .text(&name)
        };
        el("div", "chips").all(found.into_iter().map(button))
    };
    let search = Field::new(tr(ReportText::InsertSearch), words).kind(FieldKind::Search).bare();
    el("div", "choose-figure").child(search).child(live(found))
}

/// Keys, names and values of the figures that have all these words.
fn find(report: Report<'_>, words: &str) -> Vec<(String, String, String)> {
    let words = ui::browser::lower(words);
    let words: Vec<&str> = words.split_whitespace().collect();
    let named = |(key, shown): (&str, &str)| (key.to_owned(), name(report, key), shown.to_owned());
    if words.is_empty() {
        let first = FIRST.iter().map(|key| (*key, report.fact(key)));
        return first.filter(|(_, shown)| !shown.is_empty()).map(named).collect();
    }
    let fits = |(key, name, shown): &(String, String, String)| {
        let all = ui::browser::lower(&format!("{name} {shown} {key}"));
        words.iter().all(|word| all.contains(word))
    };
    report.facts().map(named).filter(fits).take(SHOWN).collect()
}
