//! How a unit carried out the round of a period: activities, consultation forum, where the result was published, photos.

mod photos;
mod shrink;

use crate::address::present_month;
use crate::period_picker::picker;
use crate::preparation::rows::{Rows, Wrong};
use crate::preparation::saving::Saving;
use crate::preparation::{Tab, changed, head, round_address};
use dom::prelude::*;
use domain::Period;
use json::Value;
use std::rc::Rc;
use std::sync::Arc;
use texts::Language::Indonesian;
use texts::preparation::RoundText;
use texts::shell::ShellText;
use ui::api::Versioned;
use ui::language::period as period_name;
use ui::router::{self, Leave};
use ui::{Button, Card, Field, FieldKind, Glyph, empty, loaded, skeleton, tr, tr_with, use_once};

/// The screen of a unit's round; `current` is the running quarter.
pub(crate) fn round(unit: &str, period: &str) -> Node {
    let known = match period {
        "current" => present_month().map(Period::quarter_of),
        code => code.parse().ok(),
    };
    let Some(period) = known else {
        let nothing = empty(tr(ShellText::NotFoundTitle), tr(ShellText::NotFoundText), Some(Glyph::Search));
        return el("div", "card").child(nothing);
    };
    let code = period.to_string();
    let path = format!("/units/{unit}/rounds/{code}");
    let remote = use_once::<Value>(path.clone());
    let words = period_name(&code);
    let lead = move |name: &str| tr_with(RoundText::Lead, &[("unit", name), ("period", &words)]);
    let own = unit.to_owned();
    let go = move |period: Period| router::go(&round_address(&own, &period.to_string()), Leave::Behind);
    let picker = picker(memo(move || Some(period)), Rc::new(go));
    let photos = photos::photos(&path);
    let content = move |round: Arc<Versioned<Value>>| form(&path, &round, move || remote.reload());
    head(unit, Tab::Round, lead, picker)
        .child(loaded(remote, || el("div", "card").child(skeleton(12)), content))
        .child(photos)
}

fn form(path: &str, read: &Versioned<Value>, reread: impl Fn() + Clone + 'static) -> Node {
    let round = read.value.get("round");
    let saving = Saving::new(&read.etag);
    let line = |line: &Value| {
        let [activity, from, to, days] = FIELDS;
        let mut texts = [activity, from, to].map(|name| line.text(name).to_owned()).to_vec();
        texts.push(line.number(days).to_string());
        texts
    };
    let activities = Rows::new(round.list("activities").iter().map(line).collect());
    let place = |place: &Value| vec![place.as_text().unwrap_or_default().to_owned()];
    let places = Rows::new(round.list("published_at").iter().map(place).collect());
    let forum = round.get("forum");
    let [date, place] = ["date", "place"].map(|name| RwSignal::new(forum.text(name).to_owned()));
    let (path, typed) = (path.to_owned(), (activities.clone(), places.clone()));
    let save = move || {
        let lines = typed.0.lines();
        let (date, place) = (date.get_untracked(), place.get_untracked().trim().to_owned());
        let wrong = wrong(&lines, &date, &place);
        if !wrong.is_empty() {
            return saving.action.refuse(wrong);
        }
        let forum = match date.is_empty() {
            true => Value::Null,
            false => Value::object(&[("date", date.into()), ("place", place.into())]),
        };
        let places: Vec<String> = typed.1.lines().into_iter().flatten().collect();
        let activities: Vec<Value> = lines.into_iter().map(activity).collect();
        let round = [("activities", activities.into()), ("forum", forum), ("published_at", places.into())];
        saving.put(&path, &Value::object(&round));
    };
    let forum = el("div", "pairs")
        .child(field(RoundText::ForumDate, date, FieldKind::Date, saving, "/forum/date"))
        .child(field(RoundText::ForumPlace, place, FieldKind::Text, saving, "/forum/place"));
    let parts = fragment()
        .child(Card::new(tr(RoundText::Activities), timetable(&activities, saving)).note(tr(RoundText::ActivitiesNote)))
        .child(Card::new(tr(RoundText::Forum), forum).note(tr(RoundText::ForumNote)))
        .child(Card::new(tr(RoundText::PublishedAt), published(&places, saving)));
    let form = saving.form(parts, save, reread);
    fragment().child(form).all(changed(&read.value))
}

fn field(label: RoundText, value: RwSignal<String>, kind: FieldKind, saving: Saving, pointer: &'static str) -> Node {
    Field::new(tr(label), value).kind(kind).error(saving.action.field(pointer)).optional().node()
}

const FIELDS: [&str; 4] = ["activity", "from", "to", "working_days"];

/// The table of activities; while it is empty, the usual ones can be put there.
fn timetable(rows: &Rows, saving: Saving) -> Node {
    let columns = vec![
        (tr(RoundText::Activity), FieldKind::Text),
        (tr(RoundText::From), FieldKind::Date),
        (tr(RoundText::To), FieldKind::Date),
        (tr(RoundText::Days), FieldKind::Number),
    ];
    let wrong: Wrong = Rc::new(move |at, column| {
        let said = saving.action.at(&format!("/activities/{at}/{}", FIELDS.get(column)?))?;
        Some(if column == 3 { tr(RoundText::DaysWrong).to_owned() } else { said })
    });
    let own = rows.clone();
    let first = move || {
        let rows = own.clone();
        let usual = move || {
            let line = |words: RoundText| [words.text(Indonesian), "", "", ""].map(str::to_owned).to_vec();
            rows.set(USUAL.map(line).to_vec());
            saving.typed();
        };
        let button = Button::new(tr(RoundText::Usual)).on_press(usual);
        el("p", "mut").text(tr(RoundText::NoActivities)).text(" ").child(button)
    };
    let own = rows.clone();
    fragment().child(show(move || own.len() == 0, first)).child(rows.node(
        tr(RoundText::Activities),
        columns,
        tr(RoundText::AddActivity),
        wrong,
    ))
}

/// As reports name them, and so in Indonesian.
const USUAL: [RoundText; 4] =
    [RoundText::UsualPreparation, RoundText::UsualCollection, RoundText::UsualProcessing, RoundText::UsualReport];

fn published(rows: &Rows, saving: Saving) -> Node {
    let wrong: Wrong = Rc::new(move |at, _| saving.action.at(&format!("/published_at/{at}")));
    let columns = vec![(tr(RoundText::Where), FieldKind::Text)];
    fragment().child(el("p", "mut").text(tr(RoundText::PublishedAtHelp))).child(rows.node(
        tr(RoundText::PublishedAt),
        columns,
        tr(RoundText::AddPlace),
        wrong,
    ))
}

/// A line as the API reads it.
fn activity(line: Vec<String>) -> Value {
    let mut activity = Value::object(&[]);
    for (name, cell) in FIELDS.into_iter().zip(line) {
        match cell.parse::<i64>() {
            Ok(days) if name == FIELDS[3] => activity.set(name, days),
            _ => activity.set(name, cell),
        }
    }
    activity
}

/// What cannot even be sent: dates that are not there, days that are no number, a place without a date.
fn wrong(lines: &[Vec<String>], date: &str, place: &str) -> Vec<(String, &'static str)> {
    let mut wrong = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        for (cell, field) in line.iter().zip(FIELDS) {
            if cell.is_empty() || (field == FIELDS[3] && cell.parse::<u16>().is_err()) {
                wrong.push((format!("/activities/{at}/{field}"), "empty"));
            }
        }
    }
    if date.is_empty() && !place.is_empty() {
        wrong.push(("/forum/date".to_owned(), "empty"));
    }
    wrong
}
