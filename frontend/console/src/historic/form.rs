//! One point: period, index, value, grade, respondents, source.

use super::Shared;
use crate::action::Action;
use dom::prelude::*;
use dom::stop;
use domain::{Decimal, Grade};
use json::Value;
use texts::format::month_name;
use texts::preparation::HistoricText;
use texts::ui::UiText;
use ui::api::{self, Method};
use ui::language::{decimal, language, period as period_name};
use ui::{Button, ButtonKind, Choices, Field, FieldKind, Select, tr};

/// The form in its dialog.
pub(super) fn form(shared: &Shared) -> Node {
    let before = shared.editing.get_untracked();
    let new = before == Value::Null;
    let n = before.get("n").as_number().map(|n| n.to_string()).unwrap_or_default();
    let (code, shown) = (before.text("period").to_owned(), decimal(before.text("value")));
    let index = before.get("index").as_text().unwrap_or("ikm").to_owned();
    let [grade, source] = ["grade", "source"].map(|name| before.text(name).to_owned());
    let [year, part, index, value, grade, n, source] =
        [String::new(), String::new(), index, shown, grade, n, source].map(RwSignal::new);
    suggest(year, value, grade);
    let action = Action::new();
    let (path, open, reload) = (shared.path.to_string(), shared.open, shared.reload.clone());
    let submit = move || {
        let [year, n] = [year, n].map(|text| text.get_untracked().trim().to_owned());
        let period = if new { format!("{year}{}", part.get_untracked()) } else { code.clone() };
        let digits = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        let people = n.replace(['.', ','], "").parse::<i64>().ok();
        let wrong = [
            (new && !digits, "/period"),
            (grade.with_untracked(String::is_empty), "/grade"),
            (!n.is_empty() && people.is_none(), "/n"),
            (value.with_untracked(|value| value.trim().is_empty()), "/value"),
        ];
        let wrong: Vec<_> =
            wrong.into_iter().filter(|(bad, _)| *bad).map(|(_, pointer)| (pointer.to_owned(), "empty")).collect();
        if !wrong.is_empty() {
            return action.refuse(wrong);
        }
        let point = Value::object(&[
            ("index", index.get_untracked().into()),
            ("period", period.into()),
            ("value", value.get_untracked().trim().replace(',', ".").into()),
            ("grade", grade.get_untracked().into()),
            ("n", people.into()),
            ("source", source.get_untracked().trim().into()),
        ]);
        let (path, reload) = (path.clone(), reload.clone());
        action.run(api::change::<Value>(Method::PUT, &path, &point), move |_| {
            open.set(false);
            reload();
        });
    };
    let wrong = |pointer, words: HistoricText| move || action.at(pointer).map(|_| tr(words));
    let when = new.then(|| {
        let year = Field::new(tr(HistoricText::Year), year).kind(FieldKind::Number);
        let indices = || [("ikm", "IKM"), ("ipkp", "IPKP"), ("ipak", "IPAK")].map(own).to_vec();
        fragment()
            .child(el("div", "pairs").child(year.error(wrong("/period", HistoricText::YearWrong))).child(select(
                HistoricText::Part,
                parts,
                part,
            )))
            .child(select(HistoricText::Index, indices, index))
    });
    let value = Field::new(tr(HistoricText::Value), value).help(tr(HistoricText::ValueHelp));
    let people = Field::new(tr(HistoricText::N), n).kind(FieldKind::Number).error(wrong("/n", HistoricText::NWrong));
    let source = Field::new(tr(HistoricText::Source), source).help(tr(HistoricText::SourceHelp));
    let grades = || [("", "–"), ("A", "A"), ("B", "B"), ("C", "C"), ("D", "D")].map(own).to_vec();
    let cancel = Button::new(tr(UiText::Cancel)).on_press(move || open.set(false));
    let save = Button::new(tr(UiText::Save)).kind(ButtonKind::Primary).submit().busy(action.busy());
    el("form", "form")
        .on("submit", stop(submit))
        .child(action.notice())
        .all(when)
        .child(value.error(wrong("/value", HistoricText::ValueWrong)))
        .child(select(HistoricText::Grade, grades, grade).error(action.field("/grade")))
        .child(el("p", "mut").text(tr(HistoricText::GradeHelp)))
        .child(people.optional())
        .child(source.error(action.field("/source")).optional())
        .child(el("div", "acts").child(cancel).child(save))
}

fn own((value, words): (&str, &str)) -> (String, String) {
    (value.to_owned(), words.to_owned())
}

fn select(label: HistoricText, choices: fn() -> Choices, value: RwSignal<String>) -> Select {
    Select::new(tr(label), choices, move || value.get(), move |chosen| value.set(chosen))
}

/// Parts of a year, as they follow it in the name of a period.
fn parts() -> Choices {
    let mut parts = vec![(String::new(), tr(HistoricText::WholeYear).to_owned())];
    // The name of a period without its year.
    let name = |code: &str| period_name(&format!("0-{code}")).replace(" of 0", "").replace(" 0", "");
    let named = |code: String| (format!("-{code}"), name(&code));
    parts.extend((1..=2).map(|half| named(format!("S{half}"))));
    parts.extend((1..=4).map(|quarter| named(format!("TW{quarter}"))));
    parts.extend((1..=12_u8).map(|month| (format!("-{month:02}"), month_name(month, language()).to_owned())));
    parts
}

/// Chooses the grade that the present limits give a value, until somebody chooses another one. They hold since 2017.
fn suggest(year: RwSignal<String>, value: RwSignal<String>, grade: RwSignal<String>) {
    let last = std::rc::Rc::new(std::cell::RefCell::new(String::new()));
    effect(move || {
        let late = year.with(|year| year.parse::<u16>().is_ok_and(|year| year >= 2017));
        let value = value.with(|value| value.trim().replace(',', ".").parse::<Decimal>().ok());
        let found = value.filter(|_| late).map(|value| Grade::of(value).letter().to_owned()).unwrap_or_default();
        if grade.with_untracked(|grade| *grade == *last.borrow()) {
            last.replace(found.clone());
            grade.set(found);
        }
    });
}
