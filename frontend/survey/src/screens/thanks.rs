//! Thanks: where the answers are, and what becomes of them.

use crate::app::{App, Screen, Sent};
use leptos::prelude::*;
use std::time::Duration;
use texts::survey::{ScreenText, SurveyText};

/// How long the thanks stay.
const SECONDS: u32 = 30;

/// The last screen.
pub(crate) fn thanks(app: App) -> AnyView {
    let language = app.language.get();
    let survey = app.survey.get_value();
    let where_they_are = move || {
        let lasts = app.shelf.get_value().lasts();
        match app.sent.get() {
            Sent::Sending => app.text(ScreenText::Sending).to_owned(),
            Sent::Stored => app.text(if lasts { ScreenText::Stored } else { ScreenText::InMemory }).to_owned(),
            Sent::Delivered { .. } => SurveyText::ThanksSent.text(app.language.get()).to_owned(),
            Sent::Refused(code) if code.starts_with("link_") => app.text(ScreenText::RefusedClosed).to_owned(),
            Sent::Refused(code) => ScreenText::RefusedOther.filled(app.language.get(), &[("code", &code)]),
        }
    };
    let not_kept = move || {
        let not_kept = matches!(app.sent.get(), Sent::Delivered { not_kept: true });
        not_kept.then(|| view! { <p>{SurveyText::ThanksNotKept.text(app.language.get())}</p> })
    };
    let wrote = app.session.with_value(|session| session.asks_comment(&survey) && !session.comment.trim().is_empty());
    view! {
        <main>
            <div class="done" class:open=move || !matches!(app.sent.get(), Sent::Delivered { .. }) aria-hidden="true"></div>
            <h1 id="question" class="ask" tabindex="-1">{SurveyText::Thanks.text(language)}</h1>
            <p class="lead" role="status">{where_they_are}</p>
            {not_kept}
            <p>{SurveyText::ThanksNext.filled(language, &[("unit", &survey.unit)])}</p>
            {wrote.then(|| view! { <p>{SurveyText::ThanksComment.text(language)}</p> })}
        </main>
        {farewell(app)}
    }
    .into_any()
}

fn farewell(app: App) -> impl IntoView {
    let left = RwSignal::new(SECONDS);
    let id = app.session.with_value(|session| session.id.clone());
    let tick = move || {
        left.update(|left| *left = left.saturating_sub(1));
        let still = app.screen.get_untracked() == Screen::Thanks && app.session.with_value(|session| session.id == id);
        if still && left.get_untracked() == 0 {
            app.restart();
        }
    };
    if let Ok(timer) = set_interval_with_handle(tick, Duration::from_secs(1)) {
        on_cleanup(move || timer.clear());
    }
    let text = move || ScreenText::BackCountdown.filled(app.language.get(), &[("seconds", &left.get().to_string())]);
    view! {
        <footer class="foot">
            <span class="help">{text}</span>
            <button type="button" class="back" on:click=move |_| app.restart()>{SurveyText::Finish.text(app.language.get())}</button>
        </footer>
    }
}
