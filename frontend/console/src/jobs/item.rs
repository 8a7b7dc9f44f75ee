//! One job: how far it is, asked again and again while somebody looks.

use super::format_name;
use crate::action::Action;
use dom::prelude::*;
use dom::{Delay, document, listen};
use json::Value;
use std::rc::Rc;
use texts::preparation::JobText;
use ui::language::{count, day_and_time, period};
use ui::{Button, ButtonKind, Glyph, Tone, api, browser, meter, tag, tr, tr_with};

/// Between two questions, in milliseconds.
const REST: i32 = 1_500;

fn is_open(job: &Value) -> bool {
    matches!(job.text("state"), "waiting" | "running")
}

fn path_of(job: &Value) -> String {
    format!("/report-jobs/{}", job.text("id"))
}

/// How many documents are made, how many could not be, and how many were left out because nobody answered.
type SoFar = [i64; 3];

fn so_far(job: &Value) -> SoFar {
    ["done", "failed", "skipped"].map(|what| job.number(what))
}

/// A job; what calling it off does, and what is done when its state is another.
pub(super) fn item(job: &Value, cancel: &Rc<dyn Fn(&str)>, other: &Rc<dyn Fn()>) -> Node {
    let formats = job.list("formats").iter().filter_map(Value::as_text).map(format_name).collect::<Vec<_>>().join(", ");
    let heading = format!("{} · {formats}", period(job.text("period")));
    let who = job.text("created_by").trim_start_matches("user:");
    let by = tr_with(JobText::By, &[("who", who), ("time", &day_and_time(job.text("created_at")))]);
    let (tone, words) = match job.text("state") {
        "waiting" => (Tone::Info, JobText::Waiting),
        "running" => (Tone::Info, JobText::Running),
        "done" => (Tone::Good, JobText::Done),
        _ => (Tone::Soft, JobText::Cancelled),
    };
    let fetching = Action::new();
    let act = if is_open(job) {
        let (id, cancel) = (job.text("id").to_owned(), Rc::clone(cancel));
        Button::new(tr(JobText::Cancel)).kind(ButtonKind::Plain).on_press(move || cancel(&id))
    } else {
        let (path, name) = (format!("{}/archive", path_of(job)), format!("laporan-skm-{}.zip", job.text("period")));
        let take = move || {
            let (path, name) = (path.clone(), name.clone());
            fetching.run(api::get_blob(&path), move |zip| browser::download_blob(&name, &zip));
        };
        Button::new(tr(JobText::Archive)).glyph(Glyph::Download).busy(fetching.busy()).on_press(take)
    };
    let state = el("h3", "").text(&heading).text(" ").child(tag(tone, tr(words)));
    el("li", "")
        .child(state)
        .child(progress(job, other))
        .child(el("p", "note").text(&by))
        .child(fetching.notice())
        .child(el("div", "acts").child(act))
}

fn progress(job: &Value, other: &Rc<dyn Fn()>) -> Node {
    let (total, now) = (job.number("total"), RwSignal::new(so_far(job)));
    if is_open(job) {
        follow(job, now, other);
    }
    let words = move || {
        let done = now.get()[0];
        tr_with(JobText::Progress, &[("done", &count(done)), ("total", &count(total))])
    };
    let missing = move || {
        let [_, failed, skipped] = now.get();
        let of = [(failed, Tone::Warn, JobText::Failed), (skipped, Tone::Soft, JobText::Skipped)];
        let told = of
            .into_iter()
            .filter(|(missing, ..)| *missing > 0)
            .map(|(missing, tone, words)| el("p", "").child(tag(tone, tr_with(words, &[("count", &count(missing))]))));
        Node::from(told.collect::<Vec<Node>>())
    };
    let bar = move || meter(now.get().iter().sum(), total, tr(JobText::List));
    fragment().child(live(bar)).child(el("p", "").live_text(words)).child(live(missing))
}

/// Asks how far a job is until it has ended; not while nobody sees it.
fn follow(job: &Value, now: RwSignal<SoFar>, other: &Rc<dyn Fn()>) {
    let (path, state) = (path_of(job).into(), job.text("state").into());
    let follow = Follow { path, now, state, rest: Delay::new(), other: Rc::clone(other) };
    let seen = follow.clone();
    listen(&document(), "visibilitychange", move |_| {
        if !document().hidden() {
            seen.again(0);
        }
    });
    follow.again(REST);
}

#[derive(Clone)]
struct Follow {
    path: Rc<str>,
    now: RwSignal<SoFar>,
    state: Rc<str>,
    rest: Delay,
    other: Rc<dyn Fn()>,
}

impl Follow {
    fn again(&self, milliseconds: i32) {
        let own = self.clone();
        self.rest.run(milliseconds, move || {
            if !document().hidden() {
                own.ask();
            }
        });
    }

    fn ask(self) {
        spawn_local(async move {
            let answer = api::get::<Value>(&self.path).await;
            if self.now.is_gone() {
                return;
            }
            // Without a network it is asked again all the same.
            let Ok(job) = answer else { return self.again(REST) };
            self.now.set(so_far(&job));
            if job.text("state") == &*self.state { self.again(REST) } else { (self.other)() }
        });
    }
}
