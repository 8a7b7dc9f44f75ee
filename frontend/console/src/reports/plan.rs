//! The follow-up plan: which element, what is done, when, by whom.

use super::rows::Rows;
use super::shape::Report;
use super::sheet::Sheet;
use super::steps::{Ask, ask};
use dom::prelude::*;
use dom::{checked, value};
use domain::Period;
use domain::report::PlanQuarter;
use json::Value;
use texts::elements::ElementShort;
use texts::format::NONE;
use texts::reports::{ReportPlanText as T, ReportText};
use ui::{Button, ButtonKind, Column, Glyph, Row, Select, Table, tr, tr_with};

const QUARTERS: [&str; 4] = ["TW1", "TW2", "TW3", "TW4"];

/// An element by code and short name: "U3 Waktu penyelesaian".
pub(super) fn element(code: &str) -> String {
    ElementShort::of(code).map_or_else(|| code.to_owned(), |name| format!("{code} {}", tr(name)))
}

/// "TW I, IV 2026".
pub(super) fn when(row: &Value) -> String {
    let quarters = row.list("quarters").iter().filter_map(|quarter| {
        let at = QUARTERS.iter().position(|known| quarter.as_text() == Some(known))?;
        PlanQuarter::ALL.get(at).map(|quarter| quarter.roman())
    });
    let quarters = quarters.collect::<Vec<_>>().join(", ");
    if quarters.is_empty() { String::new() } else { format!("TW {quarters} {}", row.number("year")) }
}

/// The table of the plan, to be filled in while the report is open.
pub(super) fn plan(sheet: Sheet) -> Node {
    let rows = Rows::new(sheet, "plan", |report| report.plan().clone());
    let heads = [T::Element, T::Programme, T::When, T::Responsible];
    let table = live(move || {
        let open = sheet.is_open();
        let mut columns: Vec<Column> = heads.map(|head| Column::words(tr(head))).into();
        if open {
            columns.push(Column::words(""));
        }
        Table::new(tr(T::Plan), columns, move || {
            let line = |(at, row): (usize, Value)| if open { fields(sheet, rows, at, &row) } else { written(&row) };
            rows.all().into_iter().enumerate().map(line).collect()
        })
    });
    let none = show(move || rows.all().is_empty(), || el("p", "note").text(tr(T::NoRows)));
    let acts = show(move || sheet.is_open(), move || acts(sheet, rows));
    el("div", "plan").child(rows.foot()).child(table).child(none).child(acts)
}

fn written(row: &Value) -> Row {
    let said = |text: &str| Node::from(if text.is_empty() { NONE } else { text });
    let [programme, responsible] = ["programme", "responsible"].map(|field| said(row.text(field)));
    vec![element(row.text("element")).into(), programme, said(&when(row)), responsible]
}

fn fields(sheet: Sheet, rows: Rows, at: usize, row: &Value) -> Row {
    let number = (at + 1).to_string();
    let label = |field: T| tr_with(T::RowOf, &[("field", tr(field)), ("row", &number)]);
    let chosen = row.text("element").to_owned();
    let options = {
        let chosen = chosen.clone();
        move || options(sheet, &chosen)
    };
    let choose = move |code: String| {
        rows.change(at, "element", code.into());
        rows.save();
    };
    let programme = rows.input("textarea", at, "programme", &label(T::Programme), tr(T::ProgrammeHint));
    let responsible = rows.input("input", at, "responsible", &label(T::Responsible), tr(T::ResponsibleHint));
    let remove = Button::alone(Glyph::Close, tr_with(T::RemoveRow, &[("row", &number)])).kind(ButtonKind::Plain);
    let remove = remove.on_press(move || {
        let mut left = rows.now();
        left.remove(at);
        rows.replace(left.into());
    });
    let element = Select::new(label(T::Element), options, move || chosen.clone(), choose).bare();
    vec![element.into(), programme, quarters(rows, at, row, &number), responsible, remove.into()]
}

fn options(sheet: Sheet, chosen: &str) -> Vec<(String, String)> {
    let mut codes = elements(sheet);
    if !codes.iter().any(|code| code == chosen) {
        codes.insert(0, chosen.to_owned());
    }
    codes.into_iter().map(|code| (code.clone(), element(&code))).collect()
}

/// The codes of the elements of every index of the report.
fn elements(sheet: Sheet) -> Vec<String> {
    let codes = |report: Report<'_>| {
        let elements = report.indices().flat_map(|index| index.elements());
        elements.map(|element| element.text("code").to_owned()).collect()
    };
    sheet.now(codes)
}

fn quarters(rows: Rows, at: usize, row: &Value, number: &str) -> Node {
    let boxes = QUARTERS.iter().zip(PlanQuarter::ALL).map(|(code, quarter)| {
        let label =
            tr_with(T::RowOf, &[("field", &tr_with(T::Quarter, &[("roman", quarter.roman())])), ("row", number)]);
        let ticked = row.list("quarters").iter().any(|known| known.as_text() == Some(code));
        let tick = el("input", "").attr("type", "checkbox").attr("aria-label", &label).flag("checked", ticked);
        let tick = tick.on("change", move |event| {
            let before = rows.now();
            let before = before.get(at).map(|row| row.list("quarters").to_vec()).unwrap_or_default();
            let on = checked(&event);
            let now = QUARTERS
                .iter()
                .filter(|known| if *known == code { on } else { before.iter().any(|b| b.as_text() == Some(**known)) });
            rows.change(at, "quarters", now.copied().collect::<Vec<_>>().into());
            rows.save();
        });
        el("label", "quarter").child(tick).child(el("span", "").text(quarter.roman()))
    });
    let year = el("input", "year")
        .attr("type", "text")
        .attr("inputmode", "numeric")
        .attr("maxlength", "4")
        .attr("aria-label", &tr_with(T::RowOf, &[("field", tr(T::Year)), ("row", number)]))
        .attr("value", &row.number("year").to_string())
        .on("change", move |event| {
            if let Ok(year) = value(&event).trim().parse::<i64>() {
                rows.change(at, "year", year.into());
                rows.save();
            }
        });
    el("span", "quarters").all(boxes).child(el("span", "input").child(year))
}

fn acts(sheet: Sheet, rows: Rows) -> Node {
    let add = move || {
        let mut all = rows.now();
        let free = |code: &String| !all.iter().any(|row| row.text("element") == code);
        let element = elements(sheet).into_iter().find(free).unwrap_or_else(|| "U1".to_owned());
        let year = all.last().map_or_else(|| sheet.now(year_after), |row| row.number("year"));
        all.push(Value::object(&[
            ("element", element.into()),
            ("programme", "".into()),
            ("quarters", Value::List(Vec::new())),
            ("year", year.into()),
            ("responsible", "".into()),
        ]));
        rows.replace(all.into());
    };
    let add = Button::new(tr(T::AddRow)).kind(ButtonKind::Plain).glyph(Glyph::Plus).on_press(add);
    let by_hand = sheet.part(|report| (*report.edits().get("plan") != Value::Null).into());
    let restart = show(move || by_hand.get() == Value::Truth(true), move || restart(rows));
    el("div", "acts").child(add).child(restart).child(rows.writing.said())
}

fn restart(rows: Rows) -> Node {
    let open = RwSignal::new(false);
    let question = Ask {
        title: ReportText::RestartTitle,
        text: ReportText::RestartText,
        button: ReportText::Restart,
        kind: ButtonKind::Danger,
    };
    let act = move || {
        rows.replace(Value::Null);
        open.set(false);
    };
    let button = Button::new(tr(ReportText::Restart)).kind(ButtonKind::Plain).on_press(move || open.set(true));
    fragment().child(button).child(ask(open, question, rows.writing, || (), act))
}

/// The year in which what a report promises is done: that of the month after its period.
fn year_after(report: Report<'_>) -> i64 {
    let next = report.period().parse::<Period>().map(|period| period.last().next().to_string());
    next.unwrap_or_default().get(..4).and_then(|year| year.parse().ok()).unwrap_or_default()
}
