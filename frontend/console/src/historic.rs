//! What a unit published before this system: entered one by one, or from a file.

mod form;
mod import;

use crate::action::Action;
use crate::confirm::{Question, confirm};
use crate::preparation::{Tab, head};
use dom::prelude::*;
use json::Value;
use std::rc::Rc;
use std::sync::Arc;
use texts::format::NONE;
use texts::preparation::{HistoricText, PreparationText};
use texts::units::UnitText;
use ui::api::{self, Method};
use ui::language::{count, decimal, period};
use ui::{
    Button, ButtonKind, Column, Glyph, Row, Table, dialog, empty, grade_badge, loaded, skeleton, tr, tr_with,
    use_remote,
};

/// What the parts of the screen share.
#[derive(Clone)]
struct Shared {
    /// The points of the unit in the API.
    path: Rc<str>,
    /// The point that is being changed; null while a new one is made.
    editing: RwSignal<Value>,
    open: RwSignal<bool>,
    reload: Rc<dyn Fn()>,
}

/// The screen of a unit's earlier results.
pub(crate) fn historic(unit: &str) -> Node {
    let path: Rc<str> = format!("/units/{unit}/historic-points").into();
    let own = Rc::clone(&path);
    let points = use_remote::<Value>(move || Some(own.to_string()));
    let (editing, open, importing) = (RwSignal::new(Value::Null), RwSignal::new(false), RwSignal::new(false));
    let shared = Shared { path, editing, open, reload: Rc::new(move || points.reload()) };
    let (gone, asking, action) = (RwSignal::new(Value::Null), RwSignal::new(false), Action::new());
    let add = move || {
        editing.set(Value::Null);
        open.set(true);
    };
    let change: Act = Rc::new(move |point| {
        editing.set(point);
        open.set(true);
    });
    let ask: Act = Rc::new(move |point| {
        action.clear();
        gone.set(point);
        asking.set(true);
    });
    let path = Rc::clone(&shared.path);
    let remove = move || {
        let point = gone.get_untracked();
        let path = format!("{path}/{}/{}", point.text("index"), point.text("period"));
        action.run(api::change::<()>(Method::DELETE, &path, &()), move |()| {
            asking.set(false);
            points.reload();
        });
    };
    let question = Question {
        title: Words::from(move || titled(HistoricText::RemoveTitle, &gone.get())),
        text: tr(HistoricText::RemoveText).into(),
        button: tr(PreparationText::Remove),
    };
    let acts = [
        Button::new(tr(HistoricText::Import)).on_press(move || importing.set(true)).node(),
        Button::new(tr(HistoricText::Add)).kind(ButtonKind::Primary).glyph(Glyph::Plus).on_press(add).node(),
    ];
    let list = move |points: Arc<Value>| match points.list("points") {
        [] => empty(tr(HistoricText::EmptyTitle), tr(HistoricText::EmptyText), Some(Glyph::Chart)),
        points => table(points.iter().map(|entered| entered.get("point").clone()).collect(), &change, &ask),
    };
    let title = move || match editing.get() {
        Value::Null => tr(HistoricText::Add).to_owned(),
        point => titled(HistoricText::Change, &point),
    };
    let (form, import, code) = (shared.clone(), Rc::clone(&shared.reload), unit.to_owned());
    let lead = |name: &str| tr_with(HistoricText::Lead, &[("unit", name)]);
    head(unit, Tab::Historic, lead, acts.into())
        .child(el("div", "card").child(loaded(points, || skeleton(6), list)))
        .child(dialog(open, title, move || form::form(&form)))
        .child(dialog(importing, tr(HistoricText::Import), move || import::form(&code, importing, Rc::clone(&import))))
        .child(confirm(asking, question, action, remove))
}

type Act = Rc<dyn Fn(Value)>;

/// A text that names a point.
fn titled(text: HistoricText, point: &Value) -> String {
    tr_with(text, &[("index", &index_of(point)), ("period", &period(point.text("period")))])
}

fn index_of(point: &Value) -> String {
    point.text("index").to_ascii_uppercase()
}

fn table(mut points: Vec<Value>, change: &Act, remove: &Act) -> Node {
    points.sort_by(|a, b| (b.text("period"), a.text("index")).cmp(&(a.text("period"), b.text("index"))));
    let columns = vec![
        Column::words(tr(HistoricText::Period)),
        Column::words(tr(HistoricText::Index)),
        Column::numbers(tr(HistoricText::Value)),
        Column::words(tr(HistoricText::Grade)),
        Column::numbers(tr(HistoricText::N)),
        Column::words(tr(HistoricText::Source)),
        Column::words(""),
    ];
    let (change, remove) = (Rc::clone(change), Rc::clone(remove));
    let rows = move || points.iter().map(|point| row(point, &change, &remove)).collect();
    Table::new(tr(HistoricText::Title), columns, rows).node()
}

fn row(point: &Value, change: &Act, remove: &Act) -> Row {
    let button = |words: &'static str, act: &Act| {
        let (point, act) = (point.clone(), Rc::clone(act));
        let label = format!("{words}: {} {}", index_of(&point), period(point.text("period")));
        Button::new(words).kind(ButtonKind::Plain).label(label).on_press(move || act(point.clone())).node()
    };
    let acts = [button(tr(UnitText::Edit), change), button(tr(PreparationText::Remove), remove)];
    vec![
        period(point.text("period")).into(),
        index_of(point).into(),
        decimal(point.text("value")).into(),
        grade_badge(point.text("grade"), None),
        point.get("n").as_number().map_or_else(|| NONE.to_owned(), count).into(),
        point.text("source").into(),
        el("div", "row-acts").all(acts),
    ]
}
