//! How many people a unit serves in a period; the required sample follows from it.

use crate::action::Action;
use crate::address::present_month;
use dom::prelude::*;
use dom::stop;
use domain::Period;
use json::Value;
use signals::StoredValue;
use texts::ui::UiText;
use texts::units::ServedText;
use ui::api::{self, Method};
use ui::language::{count, period as period_name};
use ui::{
    Button, ButtonKind, Card, Choices, Column, Field, FieldKind, Glyph, Remote, Row, Select, Table, dialog, loaded,
    skeleton, tr, tr_with, use_whole,
};

/// How many quarters the choice offers.
const QUARTERS: usize = 6;

/// Where a number comes from, as the API calls it.
const SOURCES: [(&str, ServedText); 3] = [
    ("register", ServedText::SourceRegister),
    ("antrean", ServedText::SourceQueue),
    ("perkiraan", ServedText::SourceEstimate),
];

/// The card of a unit, by its code; its services are for their names.
pub(crate) fn served(unit: StoredValue<String>, services: Remote<Value>) -> Node {
    let served = use_whole::<Value>(move || Some(path(unit)));
    let open = RwSignal::new(false);
    let enter = Button::new(tr(ServedText::Enter)).kind(ButtonKind::Plain).glyph(Glyph::Plus);
    let list = loaded(
        served,
        || skeleton(4),
        move |page| match page.list("items") {
            [] => el("p", "").text(tr(ServedText::Empty)),
            entries => table(entries.to_vec(), services),
        },
    );
    let content = fragment().child(el("p", "mut").text(tr(ServedText::Lead))).child(list).child(dialog(
        open,
        tr(ServedText::EnterTitle),
        move || form(unit, open, served),
    ));
    Card::new(tr(ServedText::Title), content).actions(enter.on_press(move || open.set(true))).node()
}

fn path(unit: StoredValue<String>) -> String {
    format!("/units/{}/people-served", unit.get_value())
}

fn table(mut entries: Vec<Value>, services: Remote<Value>) -> Node {
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.text("period").parse::<Period>().ok().map(Period::first)));
    let columns = vec![
        Column::words(tr(ServedText::Period)),
        Column::numbers(tr(ServedText::People)),
        Column::numbers(tr(ServedText::Required)),
        Column::words(tr(ServedText::Source)),
    ];
    let rows = move || entries.iter().map(|entry| row(entry, services)).collect();
    Table::new(tr(ServedText::Title), columns, rows).node()
}

fn row(entry: &Value, services: Remote<Value>) -> Row {
    let service = entry.get("service").as_text().map(|code| {
        let services = services.value();
        let known =
            services.as_ref().and_then(|page| page.list("items").iter().find(|known| known.text("code") == code));
        format!(" · {}", known.map_or(code, |service| service.text("name")))
    });
    let before = entry.list("earlier").first().map(|earlier| {
        let people = count(earlier.number("people"));
        let words = tr_with(ServedText::Before, &[("people", &people), ("reason", entry.text("reason"))]);
        el("span", "note").text(&words)
    });
    let source = SOURCES.iter().find(|(code, _)| *code == entry.text("source")).map(|(_, words)| tr(*words));
    let period = format!("{}{}", period_name(entry.text("period")), service.unwrap_or_default());
    vec![
        fragment().child(el("span", "").text(&period)).all(before),
        count(entry.number("people")).into(),
        count(entry.number("required_sample")).into(),
        source.unwrap_or_default().into(),
    ]
}

/// Quarters around the present one, the newest first.
fn quarters() -> Vec<Period> {
    let Some(now) = present_month().map(Period::quarter_of) else { return Vec::new() };
    std::iter::successors(Some(now.next()), |period| Some(period.previous())).take(QUARTERS).collect()
}

fn period_choices() -> Choices {
    quarters().iter().map(ToString::to_string).map(|code| (code.clone(), period_name(&code))).collect()
}

fn source_choices() -> Choices {
    SOURCES.map(|(code, words)| (code.to_owned(), tr(words).to_owned())).to_vec()
}

fn form(unit: StoredValue<String>, open: RwSignal<bool>, served: Remote<Value>) -> Node {
    let period = RwSignal::new(quarters().get(1).map(ToString::to_string).unwrap_or_default());
    let [people, reason] = [(); 2].map(|()| RwSignal::new(String::new()));
    let (source, wrong) = (RwSignal::new(SOURCES[0].0.to_owned()), RwSignal::new(false));
    let action = Action::new();
    let submit = move || {
        let number = people.get_untracked().replace(['.', ' '], "").parse::<i64>().ok().filter(|number| *number >= 0);
        wrong.set(number.is_none());
        let Some(people) = number else { return };
        let mut request = Value::object(&[
            ("period", period.get_untracked().into()),
            ("people", people.into()),
            ("source", source.get_untracked().into()),
        ]);
        let reason = reason.get_untracked();
        if !reason.trim().is_empty() {
            request.set("reason", reason.trim());
        }
        let send = api::change::<Value>(Method::PUT, &path(unit), &request);
        action.run(send, move |_| {
            open.set(false);
            served.reload();
        });
    };
    let wrong_number =
        move || if wrong.get() { Some(tr(ServedText::NotANumber).to_owned()) } else { action.field("/people")() };
    let wrong_reason = move || action.field("/reason")().map(|_| tr(ServedText::ReasonNeeded));
    let which = Select::new(tr(ServedText::Period), period_choices, move || period.get(), move |code| period.set(code));
    let from = Select::new(tr(ServedText::Source), source_choices, move || source.get(), move |code| source.set(code));
    let people = Field::new(tr(ServedText::People), people).kind(FieldKind::Number).error(wrong_number);
    let reason = Field::new(tr(ServedText::Reason), reason).help(tr(ServedText::ReasonHelp)).error(wrong_reason);
    let cancel = Button::new(tr(UiText::Cancel)).on_press(move || open.set(false));
    let save = Button::new(tr(UiText::Save)).kind(ButtonKind::Primary).submit().busy(action.busy());
    el("form", "form")
        .on("submit", stop(submit))
        .child(action.notice())
        .child(which)
        .child(people)
        .child(from)
        .child(reason.optional())
        .child(el("div", "acts").child(cancel).child(save))
}
