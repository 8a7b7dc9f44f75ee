//! The steps of a report: submitting, publishing, revising, deleting. Each asks once and says what follows.

use super::checks::{self, RUNNING};
use super::shape::{Report, State};
use super::sheet::{Sheet, Writing};
use super::{address, unit_address};
use contract::Role;
use dom::prelude::*;
use json::Value;
use std::rc::Rc;
use texts::reports::{ReportCheckText, ReportText};
use texts::ui::UiText;
use ui::api::{self, Method, session};
use ui::language::{count, period};
use ui::router::{self, Leave};
use ui::{Button, ButtonKind, dialog, tr, tr_with};

/// A question before a step.
#[derive(Clone, Copy)]
pub(super) struct Ask {
    pub(super) title: ReportText,
    pub(super) text: ReportText,
    pub(super) button: ReportText,
    pub(super) kind: ButtonKind,
}

/// Asks once while it is open; `more` is shown below the text.
pub(super) fn ask<N: Into<Node>>(
    open: RwSignal<bool>,
    question: Ask,
    writing: Writing,
    more: impl Fn() -> N + 'static,
    act: impl Fn() + 'static,
) -> Node {
    asked(open, question, writing, Box::new(move || more().into()), Rc::new(act))
}

fn asked(
    open: RwSignal<bool>,
    question: Ask,
    writing: Writing,
    more: Box<dyn Fn() -> Node>,
    act: Rc<dyn Fn()>,
) -> Node {
    let Ask { title, text, button, kind } = question;
    dialog(open, tr(title), move || {
        let act = Rc::clone(&act);
        let busy = (writing.action.busy(), writing.sheet().is_writing());
        let busy = move || busy.0.get() || busy.1.get();
        let cancel = Button::new(tr(UiText::Cancel)).on_press(move || open.set(false));
        let go = Button::new(tr(button)).kind(kind).busy(busy).on_press(move || act());
        let acts = el("div", "acts").child(cancel).child(go);
        [writing.notice_of_step(), el("p", "").text(tr(text)), more(), acts]
    })
}

/// What can be done now, in the head of the page: the one primary step, then the others.
pub(super) fn head(sheet: Sheet) -> Node {
    let administrator = session::user().is_some_and(|user| user.role == Role::Administrator);
    let stands = sheet.part(|report| {
        Value::object(&[("state", report.state().code().into()), ("superseded_by", report.superseded_by().into())])
    });
    live(move || {
        let (state, counts) = stands.with(|stands| (Report(stands).state(), Report(stands).superseded_by().is_empty()));
        let (main, other) = match state {
            State::Draft => (Some(submission(sheet)), None),
            State::Submitted => (administrator.then(|| publish(sheet)), Some(revise(sheet))),
            State::Published => (None, counts.then(|| revise(sheet))),
        };
        fragment().child(Node::from(other)).child(Node::from(main))
    })
}

/// Closes a question that may be gone by then.
fn closing(open: RwSignal<bool>) -> Box<dyn FnOnce()> {
    Box::new(move || {
        open.try_set(false);
    })
}

fn step(
    sheet: Sheet,
    question: Ask,
    button: ButtonKind,
    more: impl Fn() -> Node + 'static,
    act: impl Fn(Writing, RwSignal<bool>) + 'static,
) -> Node {
    let (open, writing) = (RwSignal::new(false), Writing::new(sheet));
    let press = move || {
        writing.action.clear();
        open.set(true);
    };
    let press = Button::new(tr(question.button)).kind(button).on_press(press);
    fragment().child(press).child(ask(open, question, writing, more, move || act(writing, open)))
}

/// Submitting; while the period runs the reason why not yet stands beside it.
fn submission(sheet: Sheet) -> Node {
    let running = sheet.part(|report| {
        let check = report.checks().into_iter().find(|check| check.code == RUNNING);
        Value::object(&[("place", check.map(|check| check.place).unwrap_or_default().as_str().into())])
    });
    live(move || {
        let place = running.with(|running| running.text("place").to_owned());
        if place.is_empty() {
            return submit(sheet);
        }
        let place = period(&place);
        let reason = tr_with(ReportCheckText::PeriodRunning, &[("place", &place)]);
        let wait = el("span", "note waits").attr("id", "submit-waits").text(&reason);
        let button = Button::new(tr(ReportText::Submit)).kind(ButtonKind::Primary).disabled(true).node();
        fragment().child(wait).child(button.attr("aria-describedby", "submit-waits"))
    })
}

fn submit(sheet: Sheet) -> Node {
    let question = Ask {
        title: ReportText::SubmitTitle,
        text: ReportText::SubmitText,
        button: ReportText::Submit,
        kind: ButtonKind::Primary,
    };
    let more = move || {
        let open = checks::list(sheet);
        let said = open.len();
        let number = count(i64::try_from(said).unwrap_or(i64::MAX));
        let lead = el("p", "").text(&tr_with(ReportText::SubmitChecks, &[("count", &number)]));
        (said > 0).then(|| fragment().child(lead).child(el("ul", "checks-list").all(open))).into()
    };
    step(sheet, question, ButtonKind::Primary, more, move |writing, open| {
        sheet.step(writing, "/submit", closing(open));
    })
}

fn publish(sheet: Sheet) -> Node {
    let question = Ask {
        title: ReportText::PublishTitle,
        text: ReportText::PublishText,
        button: ReportText::Publish,
        kind: ButtonKind::Primary,
    };
    step(sheet, question, ButtonKind::Primary, fragment, move |writing, open| {
        sheet.step(writing, "/publish", closing(open));
    })
}

fn revise(sheet: Sheet) -> Node {
    let question = Ask {
        title: ReportText::ReviseTitle,
        text: ReportText::ReviseText,
        button: ReportText::Revise,
        kind: ButtonKind::Primary,
    };
    step(sheet, question, ButtonKind::Secondary, fragment, move |writing, _| {
        let path = sheet.path("/revise");
        let send = api::change::<Value>(Method::POST, &path, &Value::Null);
        writing.action.run(send, |made| router::go(&address(Report(&made).id()), Leave::Behind));
    })
}

/// Deletes a draft.
pub(super) fn delete(sheet: Sheet) -> Node {
    let question = Ask {
        title: ReportText::DeleteTitle,
        text: ReportText::DeleteText,
        button: ReportText::Delete,
        kind: ButtonKind::Danger,
    };
    step(sheet, question, ButtonKind::Plain, fragment, move |writing, _| {
        let (path, etag) = (sheet.path(""), sheet.version().get_untracked());
        let list = unit_address(&sheet.now(|report| report.unit().to_owned()));
        let send = api::change_versioned::<()>(Method::DELETE, &path, &Value::Null, &etag);
        writing.action.run(send, move |_| router::go(&list, Leave::Nothing));
    })
}
