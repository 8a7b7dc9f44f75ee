//! The figures beside the text.

use super::block::figure;
use super::plan::element;
use super::shape::{Index, Report};
use super::sheet::Sheet;
use dom::prelude::*;
use json::Value;
use texts::reports::ReportText;
use texts::{format, overview};
use ui::language::{count, decimal, language};
use ui::{grade_badge, tr, tr_with};

/// The card: the index with grade, respondents, margin, change and its lowest elements, and the other indices.
pub(super) fn figures(sheet: Sheet) -> Node {
    let figures = sheet.part(|report| Value::object(&[("figures", report.document().get("figures").clone())]));
    live(move || figures.with(|figures| card(&Value::object(&[("document", figures.clone())]))))
}

fn card(report: &Value) -> Node {
    let report = Report(report);
    let Some(main) = report.indices().next() else { return el("p", "mut").text(tr(ReportText::NoFigures)) };
    let (n, required) = report.sample();
    let people = match required {
        Some(required) => tr_with(ReportText::OfRequired, &[("n", &count(n)), ("required", &count(required))]),
        None => tr_with(ReportText::Respondents, &[("n", &count(n))]),
    };
    let big = el("span", "big").text(&decimal(main.converted()));
    let head = el("p", "headline").child(big).child(grade_badge(main.grade(), Some(main.performance())));
    let margin = main.margin().map(|points| el("p", "mut n").text(&format::margin(points, language())));
    let others = report
        .indices()
        .skip(1)
        .map(|index| el("p", "mut").text(&index.name().to_ascii_uppercase()).text(" ").child(figure(index)));
    el("div", "figures-beside")
        .child(el("p", "note").text(&main.name().to_ascii_uppercase()))
        .child(head)
        .child(el("p", "mut n").text(&people))
        .child(Node::from(margin))
        .child(Node::from(change(main).map(|words| el("p", "mut n").text(&words))))
        .child(lowest(main))
        .all(others)
}

fn change(index: Index<'_>) -> Option<String> {
    let (before, moved) = index.change()?;
    Some(match moved {
        Ok((difference, significant)) => overview::change(difference, significant, before, language()),
        Err(reason) => overview::not_comparable(reason, before, language()),
    })
}

/// The three lowest elements and those that tie with the last of them.
fn lowest(index: Index<'_>) -> Node {
    const LOWEST: usize = 3;
    let value = |row: &&Value| row.text("converted").replace('.', "").parse::<u32>().unwrap_or(u32::MAX);
    let mut all: Vec<&Value> = index.elements().iter().filter(|row| !row.text("converted").is_empty()).collect();
    all.sort_by_key(value);
    let limit = all.get(LOWEST - 1).or(all.last()).map_or(0, value);
    let line = |row: &Value| {
        let name = el("span", "").text(&element(row.text("code")));
        el("li", "").child(name).child(el("b", "n").text(&decimal(row.text("converted"))))
    };
    let items = all.into_iter().filter(|row| value(row) <= limit).map(line);
    el("div", "lowest").child(el("p", "note").text(tr(ReportText::Lowest))).child(el("ul", "").all(items))
}
