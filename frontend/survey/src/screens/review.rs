//! Everything answered so far, to be changed by one tap.

use super::foot;
use crate::app::App;
use leptos::prelude::*;
use survey_logic::Session;
use texts::survey::{FieldText, ScreenText, SurveyText};

/// The review.
pub(crate) fn review(app: App) -> AnyView {
    let (language, english, survey) = (app.language.get(), app.english(), app.survey.get_value());
    let session: Session = app.session.get_value();
    let rows = survey.asked(session.service.as_deref()).into_iter().enumerate().map(|(place, (item, _))| {
        let score = session.score(&item.code).and_then(|score| item.options.get(usize::from(score) - 1));
        let answer = score.map_or(SurveyText::NotAnswered.text(language), |label| label.pick(english)).to_owned();
        view! {
            <li>
                <button type="button" on:click=move |_| app.change_answer(place)>
                    <span>{item.short.pick(english).to_owned()}</span>
                    <b class:skipped=score.is_none()>{answer}</b>
                </button>
            </li>
        }
    });
    let next = move |_| {
        if app.session.with_value(|session| session.has_score(&app.survey.get_value())) {
            app.forward();
        } else {
            app.missing.set(true);
        }
    };
    let missing =
        move || app.missing.get().then(|| view! { <p class="error">{FieldText::NoAnswer.text(language)}</p> });
    view! {
        <main>
            <h1 id="question" class="ask" tabindex="-1">{app.text(ScreenText::ReviewTitle)}</h1>
            <p class="help">{app.text(ScreenText::ReviewHelp)}</p>
            <ul class="review">{rows.collect_view()}</ul>
            <div role="alert">{missing}</div>
            <button type="button" class="primary" on:click=next>{app.text(ScreenText::Next)}</button>
        </main>
        {foot(app, ().into_any())}
    }
    .into_any()
}
