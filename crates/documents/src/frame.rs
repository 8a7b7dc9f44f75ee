//! Cover, letterhead, foot and signature: the same words in PDF, Word and on the poster.

use crate::brand::Brand;
use crate::story::{Printer, paragraphs};
use domain::report::{EmployeeNumber, Facts, ReportDocument, ReportScope, Signatory, UnitProfile};
use serde_json::{Value, json};
use texts::fill;
use texts::report::label;

/// The frame of a report as data for a template.
pub(crate) fn of(document: &ReportDocument) -> Value {
    let facts = Facts::of(document);
    let outline = &document.outline;
    let preface: Vec<_> = outline.preface.iter().map(|paragraph| facts.paragraph(paragraph)).collect();
    let results: Vec<Value> = document
        .told_indices()
        .into_iter()
        .map(|index| {
            json!({
                "short": index.summary.index.code().to_uppercase(),
                "name": domain::report::name_of(index.summary.index),
                "value": Printer::decimal(&index.summary.converted),
                "grade": index.summary.grade,
                "performance": index.summary.performance,
            })
        })
        .collect();
    let brand = Brand::of(document.brand_color.as_deref());
    json!({
        "brand": brand.main,
        "pale": brand.pale,
        "title": title(document),
        "government": government(document),
        "unit": document.identity.unit_name,
        "subject": subject(document),
        "city": document.identity.city_name,
        "address_line": document.profile.address,
        "period": Printer::period(&document.figures.period),
        "revision": revision(document),
        "year": document.figures.to.get(..4).unwrap_or_default(),
        "date": date_parts(&document.identity.dated),
        "place_and_date": place_and_date(&document.profile, &document.identity.dated),
        "results": results,
        "n": Printer::count(document.figures.n),
        "preface": paragraphs(&preface),
        "approval": outline.approval_sheet,
        "signature": document.profile.signatory.as_ref().map(signature),
        "label": labels(),
    })
}

/// The title of the cover with its places filled.
pub(crate) fn title(document: &ReportDocument) -> String {
    Facts::of(document).paragraph(&document.outline.title).plain()
}

/// "Revisi 1" and which report it takes the place of; nothing on a first report.
pub(crate) fn revision(document: &ReportDocument) -> Vec<String> {
    let Some(number) = document.identity.revision_number() else { return Vec::new() };
    let replaces =
        document.identity.replaces.iter().map(|replaced| {
            fill(label::REPLACES, &[("day", &Printer::day(&replaced.dated)), ("code", &replaced.code)])
        });
    std::iter::once(fill(label::REVISION, &[("number", &number.to_string())])).chain(replaces).collect()
}

pub(crate) fn government(document: &ReportDocument) -> String {
    government_of(&document.profile, &document.identity.city_name)
}

/// First line of the letterhead.
pub(crate) fn government_of(profile: &UnitProfile, city_name: &str) -> String {
    if profile.government.is_empty() { format!("Pemerintah {city_name}") } else { profile.government.clone() }
}

/// Whose figures these are: a service is named before its unit.
pub(crate) fn subject(document: &ReportDocument) -> String {
    match &document.identity.scope {
        ReportScope::Service { name, .. } => format!("{name} – {}", document.identity.unit_name),
        ReportScope::Unit => document.identity.unit_name.clone(),
        ReportScope::City => document.identity.city_name.clone(),
    }
}

/// "Banjarmasin, 5 Oktober 2026".
pub(crate) fn place_and_date(profile: &UnitProfile, dated: &str) -> String {
    let day = Printer::day(dated);
    if profile.place.is_empty() { day } else { format!("{}, {day}", profile.place) }
}

/// The lines under the name: rank and number, where they are printed.
pub(crate) fn below_name(signatory: &Signatory) -> Vec<String> {
    if signatory.signs_without_number() {
        return Vec::new();
    }
    signatory.rank.iter().cloned().chain(signatory.number.as_ref().map(EmployeeNumber::printed)).collect()
}

pub(crate) fn signature(signatory: &Signatory) -> Value {
    json!({ "position": signatory.titled_position(), "name": signatory.name, "below": below_name(signatory) })
}

/// Year, month and day for the file's own date; one that always exists where the text is none.
pub(crate) fn date_parts(day: &str) -> [u32; 3] {
    let parts: Vec<u32> = day.splitn(3, '-').filter_map(|part| part.parse().ok()).collect();
    match *parts.as_slice() {
        [year, month @ 1..=12, day @ 1..=31] if has_day(year, month, day) => [year, month, day],
        _ => [2000, 1, 1],
    }
}

/// Whether a month has this day.
fn has_day(year: u32, month: u32, day: u32) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    day <= days
}

pub(crate) fn labels() -> Value {
    json!({
        "chapter": label::CHAPTER,
        "annex": label::ANNEX,
        "table": label::TABLE,
        "figure": label::FIGURE,
        "contents": label::CONTENTS,
        "tables": label::TABLES,
        "figures": label::FIGURES,
        "preface": label::PREFACE,
        "approval": label::APPROVAL,
        "draft": label::DRAFT,
        "page": label::PAGE,
        "verify": label::VERIFY,
        "qr": label::QR,
        "logo": label::LOGO,
        "no_photo": label::NO_PHOTO,
    })
}

#[cfg(test)]
mod tests {
    use super::date_parts;

    #[test]
    fn a_day_that_does_not_exist_never_stops_a_document() {
        assert_eq!(date_parts("2028-02-29"), [2028, 2, 29]);
        for bad in ["2026-02-29", "2026-13-01", "nonsense", ""] {
            assert_eq!(date_parts(bad), [2000, 1, 1], "{bad}");
        }
    }
}
