//! Points of many units from a CSV file, and what is wrong with the file, cell by cell.

use crate::action::Action;
use crate::preparation::too_large;
use dom::prelude::*;
use dom::stop;
use json::Value;
use std::cell::RefCell;
use std::rc::Rc;
use texts::preparation::{HistoricText, PreparationText};
use texts::ui::UiText;
use ui::api::{self, Method};
use ui::language::count;
use ui::{Button, ButtonKind, Glyph, Notice, Tone, browser, file_field, tr, tr_with};

/// The form in its dialog: the unit whose code stands in the sample, and what is done after an import.
pub(super) fn form(unit: &str, open: RwSignal<bool>, done: Rc<dyn Fn()>) -> Node {
    let (action, missing) = (Action::new(), RwSignal::new(None::<String>));
    let imported = RwSignal::new(None::<String>);
    let chosen = Rc::new(RefCell::new(None::<web_sys::File>));
    let file = Rc::clone(&chosen);
    let choose = move |picked: web_sys::File| {
        missing.set(too_large(&picked));
        action.clear();
        file.replace(Some(picked));
    };
    let submit = move || {
        let Some(file) = chosen.borrow().clone() else {
            return missing.set(Some(tr(PreparationText::Choose).to_owned()));
        };
        if missing.with_untracked(Option::is_some) {
            return;
        }
        imported.set(None);
        let path = "/historic-points/import";
        let send = api::upload::<Value>(Method::POST, path, "text/csv", &file, None);
        let done = Rc::clone(&done);
        action.run(send, move |answer| {
            let number = |name| count(answer.value.number(name));
            let [added, changed, unchanged] = ["added", "changed", "unchanged"].map(number);
            let values = [("added", &*added), ("changed", &*changed), ("unchanged", &*unchanged)];
            imported.set(Some(tr_with(HistoricText::Imported, &values)));
            done();
        });
    };
    let refused = move || {
        let detail = action.detail("validation_failed")?;
        let lines = detail.lines().skip(usize::from(detail.contains('\n')));
        let lines = lines.map(|line| el("li", "").text(&defect(line.trim())));
        let list = el("ul", "defects").all(lines);
        Some(Notice::new(Tone::Bad, list).title(tr(HistoricText::Refused)).node())
    };
    let other = move || action.detail("validation_failed").is_none();
    let sample = format!("unit,index,period,value,grade,n,source\n{unit},ikm,2024-S2,82.41,B,150,Laporan SKM 2024\n");
    let sample = move || browser::download("nilai-terdahulu.csv", "text/csv", &sample);
    let said = Words::from(imported).part(|words| Notice::new(Tone::Good, words).node());
    let close = Button::new(tr(UiText::Close)).on_press(move || open.set(false));
    let go = Button::new(tr(HistoricText::Import)).kind(ButtonKind::Primary).submit().busy(action.busy());
    let field = file_field(
        tr(HistoricText::ImportFile),
        tr(HistoricText::ImportHelp),
        ".csv,text/csv",
        move || missing.get(),
        choose,
    );
    let take = Button::new(tr(HistoricText::Sample)).kind(ButtonKind::Plain).glyph(Glyph::Download).on_press(sample);
    el("form", "form")
        .on("submit", stop(submit))
        .child(el("p", "mut").text(tr(HistoricText::ImportText)))
        .child(el("div", "acts start").child(take))
        .child(said)
        .child(live(refused))
        .child(show(other, move || action.notice()))
        .child(field)
        .child(el("div", "acts").child(close).child(go))
}

/// A defect in the language of the screen; one of another shape as the server says it. The server names row, column and
/// what it received: `row 2, column C (value): "x" is not …`.
fn defect(line: &str) -> String {
    known(line).unwrap_or_else(|| line.to_owned())
}

fn known(line: &str) -> Option<String> {
    let line = line.strip_prefix("nothing was imported: ").unwrap_or(line);
    let rest = line.strip_prefix("row ")?;
    if let Some((row, rest)) = rest.split_once(", column ") {
        let (column, rest) = rest.split_once("): ")?;
        if rest.starts_with("unknown") {
            return Some(tr_with(HistoricText::UnknownColumn, &[("column", &format!("{column})"))]));
        }
        let (name, (received, _)) = (column.split_once('(')?.1, rest.split_once(" is not ")?);
        let column = format!("{column})");
        let values = [("row", row), ("column", &column), ("received", received), ("accepted", accepted(name)?)];
        return Some(tr_with(HistoricText::Cell, &values));
    }
    let (row, rest) = rest.split_once(": ")?;
    if let Some(column) = rest.strip_prefix("the column ").and_then(|rest| rest.strip_suffix(" is missing")) {
        return Some(tr_with(HistoricText::MissingColumn, &[("column", column)]));
    }
    if let Some(received) = rest.strip_prefix("no unit ") {
        return Some(tr_with(HistoricText::NoUnit, &[("row", row), ("received", received)]));
    }
    let other = rest.strip_prefix("row ")?.strip_suffix(" has the same period")?;
    Some(tr_with(HistoricText::Twice, &[("row", row), ("other", other)]))
}

/// What a column takes.
fn accepted(column: &str) -> Option<&'static str> {
    let text = match column {
        "unit" => HistoricText::AcceptUnit,
        "index" => HistoricText::AcceptIndex,
        "period" => HistoricText::AcceptPeriod,
        "value" => HistoricText::ValueWrong,
        "grade" => HistoricText::AcceptGrade,
        "n" => HistoricText::NWrong,
        "source" => HistoricText::AcceptSource,
        _ => return None,
    };
    Some(tr(text))
}
