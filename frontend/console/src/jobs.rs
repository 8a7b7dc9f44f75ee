//! Documents of all units, made in the background: begun here, left, found again, fetched as one archive.

mod item;

use crate::action::Action;
use crate::address::use_closed_period;
use crate::confirm::{Question, confirm};
use crate::period_picker::period_picker;
use crate::preparation::{Tab, tabs_of_city};
use dom::prelude::*;
use dom::stop;
use json::Value;
use std::rc::Rc;
use std::sync::Arc;
use texts::preparation::JobText;
use ui::api::{self, Method};
use ui::{Button, ButtonKind, Card, Glyph, PageHead, Remote, empty, loaded, skeleton, tick, tr, use_remote};

/// The formats by their codes, with what they are called in every language, and whether they are usually wanted.
const FORMATS: [(&str, &str, bool); 7] = [
    ("pdf", "PDF", true),
    ("docx", "Word", true),
    ("xlsx", "Excel", true),
    ("poster-pdf", "Poster (PDF)", false),
    ("poster-png", "Poster (PNG)", false),
    ("poster-svg", "Poster (SVG)", false),
    ("json", "JSON", false),
];

/// What a format is called.
pub(crate) fn format_name(code: &str) -> &str {
    FORMATS.iter().find(|(known, ..)| *known == code).map_or(code, |(_, name, _)| *name)
}

/// The screen.
pub(crate) fn jobs() -> Node {
    let jobs = use_remote::<Value>(|| Some("/report-jobs?limit=50".to_owned()));
    let (gone, asking, action) = (RwSignal::new(String::new()), RwSignal::new(false), Action::new());
    let ask: Rc<dyn Fn(&str)> = Rc::new(move |id| {
        action.clear();
        gone.set(id.to_owned());
        asking.set(true);
    });
    let cancel = move || {
        let path = format!("/report-jobs/{}/cancel", gone.get_untracked());
        action.run(api::change::<Value>(Method::POST, &path, &()), move |_| {
            asking.set(false);
            jobs.reload();
        });
    };
    let question = Question {
        title: tr(JobText::CancelTitle).into(),
        text: tr(JobText::CancelText).into(),
        button: tr(JobText::Cancel),
    };
    let ended: Rc<dyn Fn()> = Rc::new(move || jobs.reload());
    let list = move |page: Arc<Value>| match page.list("items") {
        [] => empty(tr(JobText::EmptyTitle), tr(JobText::EmptyText), Some(Glyph::Print)),
        jobs => el("ul", "jobs").all(jobs.iter().map(|job| item::item(job, &ask, &ended))),
    };
    fragment()
        .child(PageHead::new(tr(JobText::Title)).lead(tr(JobText::Lead)))
        .child(tabs_of_city(Tab::Jobs))
        .child(Card::new(tr(JobText::New), form(jobs)))
        .child(Card::new(tr(JobText::List), loaded(jobs, || skeleton(6), list)))
        .child(confirm(asking, question, action, cancel))
}

fn form(jobs: Remote<Value>) -> Node {
    let (period, action, missing) = (use_closed_period(), Action::new(), RwSignal::new(false));
    let formats = FORMATS.map(|(code, name, usual)| (code, name, RwSignal::new(usual)));
    let submit = move || {
        let wanted = formats.iter().filter(|(.., on)| on.get_untracked()).map(|(code, ..)| (*code).to_owned());
        let formats: Vec<String> = wanted.collect();
        missing.set(formats.is_empty());
        let Some(period) = period.get_untracked().filter(|_| !formats.is_empty()) else { return };
        let request = Value::object(&[("period", period.to_string().into()), ("formats", formats.into())]);
        let send = api::change::<Value>(Method::POST, "/report-jobs", &request);
        action.run(send, move |_| jobs.reload());
    };
    let checks = el("fieldset", "checks across")
        .child(el("legend", "").text(tr(JobText::Formats)))
        .all(formats.map(|(_, name, on)| tick(name, on)))
        .child(show(missing, || el("p", "error").attr("role", "alert").text(tr(JobText::FormatMissing))));
    let start = Button::new(tr(JobText::Start)).kind(ButtonKind::Primary).submit().busy(action.busy());
    el("form", "sheet")
        .on("submit", stop(submit))
        .child(action.notice())
        .child(period_picker(period))
        .child(checks)
        .child(el("div", "acts").child(start))
}
