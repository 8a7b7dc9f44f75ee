//! Thanks: where the answers are, and what becomes of them.

use super::{button, heading};
use crate::app::{App, Screen, Sent};
use crate::js::after;
use dom::{Node, el};
use survey_logic::survey::LastResult;
use texts::format::{decimal, margin};
use texts::survey::{ScreenText, SurveyText, grade, lowest};

/// How long the thanks stay, in seconds.
const SECONDS: u32 = 30;

/// The last screen.
pub(crate) fn thanks(app: App) -> Vec<Node> {
    let language = app.language.get();
    let survey = app.survey();
    let where_they_are = move || match app.sent.get() {
        Sent::Sending => app.text(ScreenText::Sending).to_owned(),
        Sent::Stored => app.text(if app.shelf.lasts() { ScreenText::Stored } else { ScreenText::InMemory }).to_owned(),
        Sent::Delivered { .. } => SurveyText::ThanksSent.text(app.language.get()).to_owned(),
        Sent::Refused(code) if code.starts_with("link_") => app.text(ScreenText::RefusedClosed).to_owned(),
        Sent::Refused(code) => ScreenText::RefusedOther.filled(app.language.get(), &[("code", &code)]),
    };
    let not_kept = move || {
        let not_kept = matches!(app.sent.get(), Sent::Delivered { not_kept: true });
        let told = || el("p", "").text(SurveyText::ThanksNotKept.text(app.language.get()));
        not_kept.then(told).into_iter().collect()
    };
    let sign = move || {
        let sign = match app.sent.get() {
            Sent::Delivered { .. } => "done",
            Sent::Sending | Sent::Stored => "done open",
            Sent::Refused(_) => "done refused",
        };
        sign.to_owned()
    };
    // What was refused is counted nowhere.
    let counted = move || match app.sent.get() {
        Sent::Refused(_) => Vec::new(),
        _ => {
            let unit = [("unit", app.survey().unit.clone())];
            let unit = unit.each_ref().map(|(key, name)| (*key, name.as_str()));
            vec![el("p", "").text(&SurveyText::ThanksNext.filled(app.language.get(), &unit))]
        }
    };
    let session = app.session();
    let wrote = session.asks_comment(&survey) && !session.comment.trim().is_empty();
    let next = wrote.then(|| el("p", "").text(SurveyText::ThanksComment.text(language)));
    let last = survey.last.as_ref().map(|last| last_time(last, app));
    let main = el("main", "")
        .child(el("div", "").attr("aria-hidden", "true").live_attr("class", sign))
        .child(heading("ask").text(SurveyText::Thanks.text(language)))
        .child(el("p", "lead").attr("role", "status").live_text(where_they_are))
        .child(el("div", "").live_children(not_kept))
        .child(el("div", "").live_children(counted))
        .all(last)
        .all(next);
    vec![main, farewell(app)]
}

/// What people said last time: that is why one answers again.
fn last_time(last: &LastResult, app: App) -> Node {
    let (language, english) = (app.language.get(), app.english());
    let names: Vec<&str> = last.lowest.iter().map(|name| name.pick(english)).collect();
    let figure = el("p", "figure")
        .child(el("b", "").text(&decimal(&last.converted, language)))
        .child(el("span", &["g", &last.grade].concat()).text(&grade(&last.grade, last.performance.pick(english))))
        .all(last.margin.as_ref().map(|points| el("i", "").text(&margin(points, language))));
    let lead = texts::survey::last_time(last.period.pick(english), last.n, language);
    el("div", "last")
        .child(el("p", "").text(&lead))
        .child(figure)
        .all(lowest(&names, language).map(|text| el("p", "").text(&text)))
}

fn farewell(app: App) -> Node {
    let left = app.seconds_left;
    if left.get_untracked().is_none() {
        left.set(Some(SECONDS));
        count_down(app, app.session().id.clone());
    }
    let text = move || {
        let seconds = left.get().unwrap_or_default().to_string();
        ScreenText::BackCountdown.filled(app.language.get(), &[("seconds", &seconds)])
    };
    let done = button("end", SurveyText::Finish.text(app.language.get()), move |_| app.restart());
    el("footer", "foot").child(el("span", "help").live_text(text)).child(done)
}

/// Takes a second off, every second, for as long as these thanks stand.
fn count_down(app: App, id: String) {
    let tick = move || {
        let stands = app.screen.get_untracked() == Screen::Thanks && app.session().id == id;
        let left = app.seconds_left.get_untracked().unwrap_or_default().saturating_sub(1);
        match left {
            _ if !stands => {}
            0 => app.restart(),
            _ => {
                app.seconds_left.set(Some(left));
                count_down(app, id);
            }
        }
    };
    let _ = after(1000, tick);
}
