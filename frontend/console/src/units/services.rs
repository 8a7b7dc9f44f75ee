//! The services of a unit: make, rename, close.

use crate::action::Action;
use dom::prelude::*;
use dom::stop;
use domain::Code;
use json::Value;
use signals::StoredValue;
use std::rc::Rc;
use texts::ui::UiText;
use texts::units::UnitText;
use ui::api::{self, Method, Versioned};
use ui::{
    Button, ButtonKind, Card, Choices, Column, Field, Glyph, Remote, Row, Select, Table, Tone, dialog, loaded,
    skeleton, tag, tick, tr,
};

/// Every unit has it; it cannot be closed.
const GENERAL: &str = "umum";

/// How a service is given, as the API calls it.
const MODES: [(&str, UnitText); 3] =
    [("counter", UnitText::ModeCounter), ("online", UnitText::ModeOnline), ("hybrid", UnitText::ModeHybrid)];

/// The service that is being changed; `None` while a new one is made.
type Editing = RwSignal<Option<Versioned<Value>>>;

/// The card of a unit, by its code: its services, and whether this user may change them.
pub(crate) fn services(unit: StoredValue<String>, services: Remote<Value>, editable: Memo<bool>) -> Node {
    let (open, editing): (_, Editing) = (RwSignal::new(false), RwSignal::new(None));
    let fetching = Action::new();
    let add = move || {
        editing.set(None);
        open.set(true);
    };
    let edit: Edit = Rc::new(move |code| {
        let path = format!("/units/{}/services/{code}", unit.get_value());
        fetching.run(api::get_versioned::<Value>(&path), move |service| {
            editing.set(Some(service));
            open.set(true);
        });
    });
    let button = move || {
        let button = Button::new(tr(UnitText::AddService)).kind(ButtonKind::Plain).glyph(Glyph::Plus);
        button.on_press(add)
    };
    let title = move || tr(if editing.with(Option::is_some) { UnitText::EditService } else { UnitText::AddService });
    let content = fragment()
        .child(fetching.notice())
        .child(loaded(services, || skeleton(4), move |page| table(page.list("items").to_vec(), editable, &edit)))
        .child(dialog(open, title, move || form(unit, open, editing, services)));
    Card::new(tr(UnitText::Services), content).actions(show(editable, button)).node()
}

type Edit = Rc<dyn Fn(&str)>;

fn table(services: Vec<Value>, editable: Memo<bool>, edit: &Edit) -> Node {
    let columns = vec![
        Column::words(tr(UnitText::Service)),
        Column::words(tr(UnitText::Mode)),
        Column::words(tr(UnitText::Fee)),
        Column::words(tr(UnitText::State)),
        Column::words(""),
    ];
    let edit = Rc::clone(edit);
    let rows = move || services.iter().map(|service| row(service, editable.get(), &edit)).collect();
    Table::new(tr(UnitText::Services), columns, rows).node()
}

fn row(service: &Value, editable: bool, edit: &Edit) -> Row {
    let button = editable.then(|| {
        let (code, edit) = (service.text("code").to_owned(), Rc::clone(edit));
        let label = format!("{}: {}", tr(UnitText::Edit), service.text("name"));
        Button::new(tr(UnitText::Edit)).kind(ButtonKind::Plain).label(label).on_press(move || edit(&code)).node()
    });
    let mode = MODES.iter().find(|(code, _)| *code == service.text("mode")).map(|(_, words)| tr(*words));
    let (tone, state) =
        if service.is("active") { (Tone::Good, UnitText::Open) } else { (Tone::Soft, UnitText::Closed) };
    vec![
        service.text("name").into(),
        mode.unwrap_or_default().into(),
        tr(if service.is("free") { UnitText::Free } else { UnitText::WithFee }).into(),
        tag(tone, tr(state)),
        button.into(),
    ]
}

fn mode_choices() -> Choices {
    MODES.map(|(code, words)| (code.to_owned(), tr(words).to_owned())).to_vec()
}

fn form(unit: StoredValue<String>, open: RwSignal<bool>, editing: Editing, services: Remote<Value>) -> Node {
    let before = editing.get_untracked();
    let is_new = before.is_none();
    let known = before.as_ref().map_or(Value::Null, |before| before.value.clone());
    let [code, name] = ["code", "name"].map(|field| RwSignal::new(known.text(field).to_owned()));
    let mode = RwSignal::new(if is_new { MODES[0].0 } else { known.text("mode") }.to_owned());
    let free = RwSignal::new(is_new || known.is("free"));
    let action = Action::new();
    let wrong_code = RwSignal::new(false);
    let done = move || {
        open.set(false);
        services.reload();
    };
    let change: Rc<dyn Fn(&Value)> = Rc::new(move |change| {
        let Some(before) = before.clone() else { return };
        let path = format!("/units/{}/services/{}", unit.get_value(), before.value.text("code"));
        let send = api::change_versioned::<Value>(Method::PATCH, &path, change, &before.etag);
        action.run(send, move |_| done());
    });
    let changing = Rc::clone(&change);
    let submit = move || {
        let mut request = Value::object(&[
            ("name", name.get_untracked().into()),
            ("mode", mode.get_untracked().into()),
            ("free", free.get_untracked().into()),
        ]);
        if !is_new {
            return changing(&request);
        }
        let code = code.get_untracked().trim().to_owned();
        wrong_code.set(Code::parse(&code).is_err());
        if wrong_code.get_untracked() {
            return;
        }
        request.set("code", code);
        let path = format!("/units/{}/services", unit.get_value());
        action.run(api::change::<Value>(Method::POST, &path, &request), move |_| done());
    };
    let cancel = Button::new(tr(UiText::Cancel)).on_press(move || open.set(false));
    let save = Button::new(tr(UiText::Save)).kind(ButtonKind::Primary).submit().busy(action.busy());
    let closable = !is_new && known.text("code") != GENERAL;
    el("form", "form")
        .on("submit", stop(submit))
        .child(action.notice())
        .all(is_new.then(|| super::code_field(code, wrong_code, action)))
        .child(Field::new(tr(UnitText::Name), name).error(action.field("/name")))
        .child(Select::new(tr(UnitText::Mode), mode_choices, move || mode.get(), move |code| mode.set(code)))
        .child(tick(tr(UnitText::FreeCheck), free))
        .child(el("div", "acts").child(cancel).child(save))
        .all(closable.then(|| closing(known.is("active"), change, action)))
}

fn closing(active: bool, change: Rc<dyn Fn(&Value)>, action: Action) -> Node {
    let (words, kind) = match active {
        true => (UnitText::CloseService, ButtonKind::Danger),
        false => (UnitText::ReopenService, ButtonKind::Secondary),
    };
    let press = move || change(&Value::object(&[("active", (!active).into())]));
    el("div", "ending")
        .all(active.then(|| el("p", "mut").text(tr(UnitText::CloseServiceText))))
        .child(Button::new(tr(words)).kind(kind).busy(action.busy()).on_press(press))
}
