//! What stands in a section: texts to be edited, rows to be filled in, and of every other table, chart and list what it shows.

use super::comments::comments;
use super::last_plan::last_plan;
use super::plan::{element, plan};
use super::shape::{Index, Report, block as kind_of};
use super::sheet::Sheet;
use super::words::slot;
use crate::menu;
use dom::prelude::*;
use json::Value;
use texts::report::{self as printed, TableText, chart};
use texts::reports::{ReportListText, ReportPlanText, ReportText};
use texts::units::LinkText;
use ui::language::{count, decimal};
use ui::{Column, Glyph, Table, grade_badge, icon, tr, tr_with};

/// A block of the outline; `section` is what the section around it is called.
pub(super) fn block(sheet: Sheet, block: &Value, section: &str) -> Node {
    match kind_of(block) {
        ("fixed", name) => slot(sheet, name, section, ReportText::Fixed),
        ("automatic", name) => slot(sheet, name, section, ReportText::Automatic),
        ("table", "plan" | "plan_list") => plan(sheet),
        ("table", "last_plan") => last_plan(sheet),
        ("list", "comments") => comments(sheet),
        (kind, what) => {
            let (kind, what) = (kind.to_owned(), what.to_owned());
            let stand = sheet.part({
                let (kind, what) = (kind.clone(), what.clone());
                move |report| Value::from(vec![report.caption(&kind, &what).into(), data(report, &kind, &what)])
            });
            live(move || {
                stand.with(|stand| match stand.items() {
                    [caption, data] => shown(sheet, (&kind, &what), caption.as_text().unwrap_or_default(), data),
                    _ => fragment(),
                })
            })
        }
    }
}

/// What a table, chart or list is made of, so far as it is shown here: rows, or true where it is always there.
fn data(report: Report<'_>, kind: &str, what: &str) -> Value {
    let document = report.document();
    let elements = |index: &str| report.index(index).map_or(Value::Null, |index| index.0.get("elements").clone());
    let figures = document.at("figures");
    match (kind, what) {
        (_, "activities") => document.at("activities").clone(),
        (_, "indices") => figures.at("indices").clone(),
        (_, "ikm_elements" | "ranking" | "distribution") => elements("ikm"),
        (_, "ipkp_elements" | "ipkp_ranking" | "ipkp_distribution") => elements("ipkp"),
        (_, "ipak_elements" | "ipak_ranking" | "ipak_distribution") => elements("ipak"),
        (_, "follow_up_report") => document.at("last_plan").at("rows").clone(),
        // Of the city its units stand there.
        (_, "services" | "service_elements" | "ipkp_services" | "ipak_services") => {
            match document.at("city/recap/units") {
                Value::Null => document.at("services").clone(),
                units => units.clone(),
            }
        }
        (_, "trend") => document.list("trends").first().map_or(Value::Null, |trend| trend.get("points").clone()),
        (_, "legal_basis") => document.at("legal_basis").clone(),
        (_, "published_at") => document.at("published_at").clone(),
        (_, "photos") => document.at("photos").clone(),
        (_, "characteristics" | "processed" | "questionnaire") => (figures.number("n") > 0).into(),
        _ => true.into(),
    }
}

fn is_there(data: &Value) -> bool {
    *data == Value::Truth(true) || !data.items().is_empty()
}

/// Caption where nothing is printed, so that there is no number.
fn caption(kind: &str, what: &str) -> String {
    // "ipkp_ranking" is the table "ranking" of another index.
    let (index, of_index) = what.split_once('_').filter(|(index, _)| matches!(*index, "ipkp" | "ipak")).unzip();
    let index = index.unwrap_or("ikm").to_ascii_uppercase();
    let filled = |text: &str| texts::fill(text, &[("index", &index)]);
    let table = |table: TableText| table.caption.to_owned();
    match (kind, what) {
        (_, "ikm_elements" | "ipkp_elements" | "ipak_elements") => filled(printed::ELEMENTS.caption),
        ("chart", "distribution") => chart::DISTRIBUTION.to_owned(),
        ("chart", "services") => chart::SERVICES.to_owned(),
        ("chart", _) => filled(chart::TREND),
        (_, "follow_up_report") => texts::fill(printed::FOLLOW_UP_REPORT.caption, &[("period", "")]),
        (_, "activities") => table(printed::ACTIVITIES),
        (_, "sample") => table(printed::SAMPLE),
        (_, "collection_quality") => table(printed::QUALITY),
        (_, "characteristics") => table(printed::CHARACTERISTICS),
        (_, "grades") => table(printed::GRADES),
        (_, "indices") => table(printed::INDICES),
        (_, "distribution") => table(printed::DISTRIBUTION),
        (_, "services") => table(printed::SERVICES),
        (_, "service_elements") => table(printed::SERVICE_ELEMENTS),
        (_, "ranking") => table(printed::RANKING),
        (_, "trend") => filled(printed::TREND.caption),
        (_, "processed") => table(printed::PROCESSED),
        (_, "method") => table(printed::METHOD),
        (_, "questionnaire") => tr(LinkText::Questionnaire).to_owned(),
        _ => match of_index {
            Some("distribution") => filled(printed::INDEX_DISTRIBUTION.caption),
            Some("services") => filled(printed::INDEX_SERVICES.caption),
            Some("ranking") => filled(printed::INDEX_RANKING.caption),
            _ => String::new(),
        },
    }
}

fn shown(sheet: Sheet, (kind, what): (&str, &str), printed: &str, data: &Value) -> Node {
    let rows = data.items();
    let there = is_there(data);
    if kind == "list" {
        return list(sheet, what, rows);
    }
    let name = if printed.is_empty() { caption(kind, what) } else { printed.to_owned() };
    let (glyph, word) =
        if kind == "chart" { (Glyph::Chart, ReportText::Chart) } else { (Glyph::Table, ReportText::Table) };
    let line = el("p", "stand").child(icon(glyph)).child(el("span", "sr").text(tr(word)).text(": "));
    let line = line.child(el("span", "").attr("lang", "id").text(&name));
    if !there {
        let fill = (what == "activities").then(|| round(sheet));
        let note = el("span", "note").text(tr(ReportText::NothingToPrint));
        return line.child(note).child(Node::from(fill));
    }
    match (kind, what) {
        ("table", "ikm_elements" | "ipkp_elements" | "ipak_elements") => elements(&name, rows),
        ("table", "indices") => indices(&name, rows),
        ("table", "activities") => {
            let number = count(i64::try_from(rows.len()).unwrap_or_default());
            line.child(el("span", "note").text(&tr_with(ReportText::Rows, &[("count", &number)])))
        }
        _ => line,
    }
}

fn elements(name: &str, rows: &[Value]) -> Node {
    let columns = vec![Column::words(tr(ReportPlanText::Element)), Column::numbers(tr(ReportListText::Value))];
    let rows = rows.to_vec();
    let lines = move || {
        let line = |row: &Value| vec![element(row.text("code")).into(), figure(Index(row))];
        rows.iter().map(line).collect()
    };
    Table::new(name, columns, lines).slim().node()
}

fn indices(name: &str, rows: &[Value]) -> Node {
    let heads = [ReportListText::Respondents, ReportListText::Value];
    let mut columns = vec![Column::words(tr(ReportListText::Index))];
    columns.extend(heads.map(|head| Column::numbers(tr(head))));
    let rows = rows.to_vec();
    let lines = move || {
        let line = |row: &Value| {
            let index = Index(row);
            vec![index.name().to_ascii_uppercase().into(), count(index.n()).into(), figure(index)]
        };
        rows.iter().map(line).collect()
    };
    Table::new(name, columns, lines).slim().node()
}

/// A converted value with its grade.
pub(super) fn figure(index: Index<'_>) -> Node {
    let grade = (!index.grade().is_empty()).then(|| grade_badge(index.grade(), None));
    el("span", "pair").text(&decimal(index.converted())).child(Node::from(grade))
}

fn list(sheet: Sheet, what: &str, rows: &[Value]) -> Node {
    let tag = if what == "legal_basis" { "ol" } else { "ul" };
    let text = |row: &Value| el("li", "").text(row.as_text().unwrap_or_else(|| row.text("caption")));
    let list =
        el(tag, if tag == "ol" { "printed numbered" } else { "printed" }).attr("lang", "id").all(rows.iter().map(text));
    let fill = (what != "legal_basis" && sheet.is_open()).then(|| round(sheet));
    let list = if rows.is_empty() { el("p", "note").text(tr(ReportText::NothingToPrint)) } else { list };
    fragment().child(list).child(Node::from(fill))
}

/// The way to where activities, places of publication and photos are entered.
fn round(sheet: Sheet) -> Node {
    let href = sheet.now(|report| format!("{}/rounds/{}", menu::unit_address(report.unit()), report.period()));
    el("p", "").child(ui::link(href, tr(ReportText::FillRound)))
}
