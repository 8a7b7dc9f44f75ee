//! A report while its page is open: what the server holds, and what is written into it, one thing after the other.

use super::shape::{Report, State};
use crate::action::Action;
use dom::prelude::*;
use dom::soon;
use json::Value;
use signals::StoredValue;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::pin::Pin;
use std::rc::Rc;
use texts::reports::ReportText;
use ui::api::{self, Failure, Method, Versioned};
use ui::{Button, ButtonKind, Notice, Tone, router, tr};

type Job = Box<dyn FnOnce()>;
type Answer = Result<Versioned<Value>, Failure>;

/// The report of the page.
#[derive(Clone, Copy)]
pub(super) struct Sheet {
    held: RwSignal<Rc<Value>>,
    etag: RwSignal<String>,
    /// What waits until the present writing is done.
    waiting: StoredValue<Rc<RefCell<VecDeque<Job>>>>,
    writing: RwSignal<bool>,
    unsaved: RwSignal<u32>,
    open: Memo<bool>,
}

impl Sheet {
    /// Nothing read yet.
    pub(super) fn new() -> Self {
        let held = RwSignal::new(Rc::new(Value::Null));
        let sheet = Self {
            held,
            etag: RwSignal::new(String::new()),
            waiting: StoredValue::new(Rc::default()),
            writing: RwSignal::new(false),
            unsaved: RwSignal::new(0),
            open: memo(move || Report(&held.get()).state() == State::Draft),
        };
        router::hold(tr(ReportText::Leave), move || sheet.unsaved.try_get_untracked().unwrap_or(0) > 0);
        sheet
    }

    /// Takes what the server answered. The single answers, which may be thousands, are of no use here.
    pub(super) fn take(self, read: Versioned<Value>) {
        let Versioned { mut value, etag } = read;
        let document = value.take("document").map(|mut document| {
            document.take("sheets");
            document
        });
        value.set("document", document);
        self.etag.try_set(etag);
        self.held.try_set(Rc::new(value));
    }

    /// Reads the report and follows it.
    pub(super) fn with<T>(self, read: impl FnOnce(Report<'_>) -> T) -> T {
        read(Report(&self.held.get()))
    }

    /// Reads the report as it is now; nothing of it once the screen has gone.
    pub(super) fn now<T>(self, read: impl FnOnce(Report<'_>) -> T) -> T {
        let held = self.held.try_get_untracked().unwrap_or_else(|| Rc::new(Value::Null));
        read(Report(&held))
    }

    /// A part of it that tells of changes to itself alone.
    pub(super) fn part(self, read: impl Fn(Report<'_>) -> Value + 'static) -> Memo<Value> {
        self.read_part(Box::new(read))
    }

    fn read_part(self, read: Box<dyn Fn(Report<'_>) -> Value>) -> Memo<Value> {
        memo(move || self.with(&*read))
    }

    /// Whether it can be written.
    pub(super) fn is_open(self) -> bool {
        self.open.get()
    }

    /// The version that was read, as a signal.
    pub(super) fn version(self) -> RwSignal<String> {
        self.etag
    }

    /// Something is being written into it.
    pub(super) fn is_writing(self) -> RwSignal<bool> {
        self.writing
    }

    /// Its address in the API, with more behind.
    pub(super) fn path(self, more: &str) -> String {
        self.now(|report| format!("/reports/{}{more}", report.id()))
    }

    /// Changes what people wrote in it.
    pub(super) fn edit(self, part: Writing, change: impl FnOnce(&mut Value) + 'static, done: impl FnOnce() + 'static) {
        self.change(part, Box::new(change), Box::new(done));
    }

    fn change(self, part: Writing, change: Box<dyn FnOnce(&mut Value)>, done: Job) {
        let send = async move {
            let mut edits = self.now(|report| report.edits().clone());
            change(&mut edits);
            self.send(Method::PUT, "/edits", edits).await
        };
        self.write(part, Box::pin(send), done);
    }

    /// Does a step over the version that was read: `submit` or `publish`.
    pub(super) fn step(self, part: Writing, name: &'static str, done: Job) {
        self.write(part, Box::pin(self.send(Method::POST, name, Value::Null)), done);
    }

    async fn send(self, method: Method, what: &str, body: Value) -> Answer {
        let (path, etag) = (self.path(what), self.etag.try_get_untracked().unwrap_or_default());
        api::change_versioned(method, &path, &body, &etag).await
    }

    /// Writes in turn. When somebody else was faster, reads what they wrote; what was to be written stays with its part.
    pub(super) fn write(self, part: Writing, send: Pin<Box<dyn Future<Output = Answer>>>, done: Job) {
        self.in_turn(Box::new(move || {
            part.overtaken.try_set(false);
            let work = async move {
                let answer = self.written(send.await).await;
                // Once this action has ended.
                soon(move || self.next());
                answer
            };
            part.action.run(Box::pin(work), move |written: bool| match written {
                true => done(),
                false => {
                    part.overtaken.try_set(true);
                }
            });
        }));
    }

    async fn written(self, answer: Answer) -> Result<bool, Failure> {
        match answer {
            Ok(new) => {
                self.take(new);
                Ok(true)
            }
            Err(failure) if failure.code() == Some("changed_meanwhile") => {
                self.take(api::get_versioned(&self.path("")).await?);
                Ok(false)
            }
            Err(failure) => Err(failure),
        }
    }

    fn in_turn(self, job: Job) {
        if self.writing.get_untracked() {
            self.waiting.with_value(|waiting| waiting.borrow_mut().push_back(job));
        } else {
            self.writing.set(true);
            job();
        }
    }

    fn next(self) {
        let next = self.waiting.try_with_value(|waiting| waiting.borrow_mut().pop_front()).flatten();
        match next {
            Some(job) => job(),
            None => {
                self.writing.try_set(false);
            }
        }
    }
}

/// A part of a report that is written: under way, failed, or overtaken by somebody else's change.
#[derive(Clone, Copy)]
pub(super) struct Writing {
    pub(super) action: Action,
    overtaken: RwSignal<bool>,
    typed: RwSignal<bool>,
    sheet: Sheet,
}

impl Writing {
    pub(super) fn new(sheet: Sheet) -> Self {
        let (overtaken, typed) = (RwSignal::new(false), RwSignal::new(false));
        let writing = Self { action: Action::new(), overtaken, typed, sheet };
        dom::on_cleanup(move || writing.count(false));
        writing
    }

    pub(super) fn sheet(self) -> Sheet {
        self.sheet
    }

    /// Something is typed that the server does not have, or has now.
    pub(super) fn set_typed(self, typed: bool) {
        self.count(typed);
        self.typed.try_set(typed);
        if !typed {
            self.overtaken.try_set(false);
        }
    }

    fn count(self, typed: bool) {
        let before = self.typed.try_get_untracked().unwrap_or(false);
        if before != typed {
            self.sheet.unsaved.try_update(|parts| *parts = if typed { *parts + 1 } else { parts.saturating_sub(1) });
        }
    }

    pub(super) fn is_typed(self) -> bool {
        self.typed.try_get_untracked().unwrap_or(false)
    }

    /// Why it was not written, and what can be done: `again` writes what was typed, `discard` takes what is there now.
    pub(super) fn notice(self, again: impl Fn() + Clone + 'static, discard: impl Fn() + Clone + 'static) -> Node {
        let overtaken = move || {
            let (again, discard) = (again.clone(), discard.clone());
            let again = Button::new(tr(ReportText::SaveAgain)).kind(ButtonKind::Plain).on_press(again);
            let discard = Button::new(tr(ReportText::Discard)).kind(ButtonKind::Plain).on_press(discard);
            let content = [tr(ReportText::StaleText).into(), again.node(), discard.node()];
            Notice::new(Tone::Warn, content).title(tr(ReportText::StaleTitle))
        };
        [self.action.notice(), show(self.overtaken, overtaken)].into()
    }

    /// The same for a step, where nothing is typed.
    pub(super) fn notice_of_step(self) -> Node {
        let overtaken = || Notice::new(Tone::Warn, tr(ReportText::StaleStep)).title(tr(ReportText::StaleTitle));
        [self.action.notice(), show(self.overtaken, overtaken)].into()
    }

    /// Whether it is being saved, or is, in a word.
    pub(super) fn said(self) -> Node {
        let saved = RwSignal::new(false);
        let busy = self.action.busy();
        let before = std::cell::Cell::new(false);
        effect(move || {
            let now = busy.get();
            if before.replace(now) && !now {
                saved.set(!self.overtaken.get_untracked());
            }
        });
        let words = move || match (busy.get(), self.typed.get(), saved.get()) {
            (true, ..) => tr(ReportText::Saving),
            (false, false, true) => tr(ReportText::Saved),
            _ => "",
        };
        el("span", "note").attr("role", "status").live_text(move || words().to_owned())
    }
}
