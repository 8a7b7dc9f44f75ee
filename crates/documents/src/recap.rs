//! The city's recap: every unit on a few pages, and as a workbook.

mod summary;
mod tables;
mod workbook;

use crate::brand::Brand;
use crate::edition::{Assets, DocumentError, Edition};
use crate::story::{Node, Part, Printer, Run, paragraphs, trend_chart};
use crate::{frame, pdf};
use domain::figures::CityIndex;
use domain::report::{RecapDocument, name_of};
use serde_json::{Value, json};
pub(crate) use tables::{kinds, kinds_chart, missing, units};
use texts::fill;
use texts::report::{label, row};
pub use workbook::recap_xlsx;
pub(crate) use workbook::{city_sheets, unit_values};

/// The recap as a tagged, archival PDF.
///
/// # Errors
/// Only for a fault of the program.
pub fn recap_pdf(document: &RecapDocument, edition: &Edition, assets: &Assets) -> Result<Vec<u8>, DocumentError> {
    let recap = &document.recap;
    let paragraph = |text: &str| Node::Paragraph { runs: vec![Run::plain(text)] };
    let mut nodes = vec![paragraph(&completeness(document)), paragraph(label::CITY_METHOD)];
    nodes.extend(paragraphs(&document.changes_told()));
    nodes.extend(tables::kinds(recap).map(Node::table));
    nodes.extend(tables::kinds_chart(recap).map(Node::Chart));
    let trends = document.trends.iter().filter_map(|trend| trend_chart(trend.index, &trend.points));
    nodes.extend(trends.map(Node::Chart));
    let part = |title: &str, nodes: Vec<Node>| Part { title: title.to_owned(), nodes, sections: Vec::new() };
    let mut sections = vec![part(label::ALL_UNITS, tables::units(recap).into_iter().map(Node::table).collect())];
    if let Some(missing) = tables::missing(recap) {
        sections.push(part(label::UNITS_MISSING, vec![Node::table(missing)]));
    }
    let logo = document.profile.logo.as_ref().and_then(|logo| assets.get(logo));
    let brand = Brand::of(document.brand_color.as_deref());
    nodes.iter_mut().for_each(|node| node.repaint(&brand));
    let data = json!({
        "brand": brand.main,
        "pale": brand.pale,
        "title": label::RECAP,
        "government": frame::government_of(&document.profile, &document.city_name),
        "unit": document.city_name,
        "city": document.city_name,
        "address_line": document.profile.address,
        "period": Printer::period(&recap.period),
        "date": frame::date_parts(&document.dated),
        "place_and_date": frame::place_and_date(&document.profile, &document.dated),
        "signature": document.profile.signatory.as_ref().map(frame::signature),
        "results": recap.indices.iter().map(result).collect::<Vec<_>>(),
        "draft": *edition == Edition::Draft,
        "logo": logo.map(|picture| json!({ "path": pdf::picture_path(0), "format": picture.format })),
        "closing": label::RECAP_CLOSING,
        "nodes": nodes,
        "sections": sections,
        "label": frame::labels(),
    });
    let pictures = logo.map(|picture| picture.bytes.to_vec()).into_iter().collect();
    pdf::recap_pdf(data, pictures, &document.id)
}

fn result(index: &CityIndex) -> Value {
    let headline = &index.headline;
    json!({
        "name": name_of(headline.index),
        "value": Printer::decimal(&headline.converted),
        "grade": headline.grade,
        "performance": headline.performance,
        "margin": summary::margin(headline),
        "note": note(index),
    })
}

/// What the city's number rests on.
fn note(index: &CityIndex) -> String {
    let mut parts =
        vec![state(index), fill(row::POOLED_VALUE, &[("value", &Printer::decimal(&index.pooled.converted))])];
    if let Some(without) = &index.converted_without_small {
        let values = [("units", Printer::len(index.small_units)), ("value", Printer::decimal(without))];
        parts.push(fill(row::WITHOUT_SMALL, &[(values[0].0, &values[0].1), (values[1].0, &values[1].1)]));
    }
    parts.join("; ")
}

/// Whether it is provisional, and what units it is the mean of.
fn state(index: &CityIndex) -> String {
    let state = match index.submitted_units {
        _ if !index.sementara => row::SUBMITTED,
        0 => row::PROVISIONAL,
        _ => row::PARTLY_SUBMITTED,
    };
    let (units, submitted) = (Printer::len(index.units), Printer::len(index.submitted_units));
    fill(state, &[("units", &units), ("submitted", &submitted)])
}

fn completeness(document: &RecapDocument) -> String {
    let recap = &document.recap;
    let values = [
        ("period", Printer::period(&recap.period)),
        ("with", Printer::len(recap.units_with_answers)),
        ("obliged", Printer::len(recap.units_obliged)),
        ("n", Printer::count(recap.n)),
        ("weight", weight(&recap.method.weight)),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
    fill(row::COMPLETENESS, &values)
}

/// The city's setting as a reader knows it.
fn weight(code: &str) -> String {
    if code == "exact" { row::EXACT_WEIGHT.to_owned() } else { Printer::decimal(code) }
}
