//! What became of the plan of the report before.

use super::plan::{element, when};
use super::rows::Rows;
use super::sheet::Sheet;
use dom::checked;
use dom::prelude::*;
use json::Value;
use texts::reports::ReportPlanText as T;
use ui::{Column, Row, Select, Table, language, tr, tr_with};

const STATES: [(&str, T); 4] =
    [("not_reported", T::NotReported), ("not_done", T::NotDone), ("running", T::Running), ("done", T::Done)];

fn state_text(code: &str) -> &'static str {
    STATES.iter().find(|(known, _)| *known == code).map_or("", |(_, text)| tr(*text))
}

/// The table of the last plan, to be told while the report is open.
pub(super) fn last_plan(sheet: Sheet) -> Node {
    let period = sheet.part(|report| report.last_plan().get("period").clone());
    live(move || match period.with(|period| period.as_text().map(language::period)) {
        Some(period) => table(sheet, &tr_with(T::Last, &[("period", &period)])),
        None => el("p", "note").text(tr(T::LastNone)),
    })
}

fn table(sheet: Sheet, caption: &str) -> Node {
    let rows = Rows::new(sheet, "last_plan", |report| report.last_plan().get("rows").clone());
    let heads = [T::Planned, T::LastState, T::Description];
    let columns: Vec<Column> = heads.map(|head| Column::words(tr(head))).into();
    let lines = move || {
        let open = sheet.is_open();
        let line = |(at, row): (usize, Value)| if open { fields(sheet, rows, at, &row) } else { told(&row) };
        rows.all().into_iter().enumerate().map(line).collect()
    };
    let done = move || {
        sheet.with(|report| {
            let rows = report.last_plan().list("rows");
            let done = rows.iter().filter(|row| row.text("state") == "done").count();
            tr_with(T::DoneOf, &[("done", &done.to_string()), ("all", &rows.len().to_string())])
        })
    };
    let foot = el("div", "acts").child(el("span", "note").live_text(done)).child(rows.writing.said());
    el("div", "plan told").child(rows.foot()).child(Table::new(caption, columns, lines)).child(foot)
}

fn planned(row: &Value) -> Node {
    let planned = row.get("planned");
    let what = format!("{} · {}", when(planned), planned.text("responsible"));
    let name = el("b", "").text(&element(planned.text("element")));
    el("span", "planned")
        .child(name)
        .child(el("span", "").text(planned.text("programme")))
        .child(el("span", "note").text(&what))
}

fn told(row: &Value) -> Row {
    vec![planned(row), state_text(row.text("state")).into(), row.text("description").into()]
}

fn fields(sheet: Sheet, rows: Rows, at: usize, row: &Value) -> Row {
    let number = (at + 1).to_string();
    let label = |field: T| tr_with(T::RowOf, &[("field", tr(field)), ("row", &number)]);
    let state = row.text("state").to_owned();
    let options = || STATES.map(|(code, text)| (code.to_owned(), tr(text).to_owned())).to_vec();
    let choose = move |code: String| {
        rows.change(at, "state", code.into());
        rows.save();
    };
    let state = Select::new(label(T::LastState), options, move || state.clone(), choose).bare();
    let description = rows.input("textarea", at, "description", &label(T::Description), tr(T::DescriptionHint));
    let told = el("span", "planned").child(description).child(photos(sheet, rows, at, row, &label(T::Documentation)));
    vec![planned(row), state.into(), told]
}

/// Which photos of the round show it.
fn photos(sheet: Sheet, rows: Rows, at: usize, row: &Value, label: &str) -> Option<Node> {
    let photos = sheet.now(|report| report.document().list("photos").to_vec());
    let tick = |photo: &Value| {
        let hash = photo.text("sha256").to_owned();
        let ticked = row.list("photos").iter().any(|known| known.as_text() == Some(&hash));
        let tick = el("input", "").attr("type", "checkbox").flag("checked", ticked).on("change", move |event| {
            let all = rows.now();
            let mut shown: Vec<Value> = all.get(at).map(|row| row.list("photos").to_vec()).unwrap_or_default();
            shown.retain(|known| known.as_text() != Some(&hash));
            if checked(&event) {
                shown.push(hash.as_str().into());
            }
            rows.change(at, "photos", shown.into());
            rows.save();
        });
        el("label", "check").child(tick).child(el("span", "").text(photo.text("caption")))
    };
    let legend = el("legend", "note").text(tr(T::Documentation));
    let ticks: Vec<Node> = photos.iter().map(tick).collect();
    (!ticks.is_empty()).then(|| el("fieldset", "checks").attr("aria-label", label).child(legend).all(ticks))
}
