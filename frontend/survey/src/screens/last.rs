//! The free text, and sending.

use super::{foot, steps};
use crate::app::App;
use leptos::prelude::*;
use survey_logic::Step;
use texts::survey::{ScreenText, SurveyText};

/// The last screen before the thanks.
pub(crate) fn last(app: App) -> AnyView {
    let (language, english, survey) = (app.language.get(), app.english(), app.survey.get_value());
    let session = app.session.get_value();
    let asked = session.asks_comment(&survey);
    let label = survey.comment.as_ref().filter(|_| asked).map(|label| label.pick(english).to_owned());
    let title = label.clone().unwrap_or_else(|| app.text(ScreenText::ReadyTitle).to_owned());
    let limit = survey.comment_limit.to_string();
    let comment = asked.then(|| {
        let write = move |event| {
            let text = event_target_value(&event);
            app.change(|session| session.comment = text);
        };
        view! {
            <p class="help" id="help">{SurveyText::CommentHelp.text(language)}</p>
            <textarea rows="4" maxlength=limit aria-labelledby="question" aria-describedby="help" prop:value=session.comment.clone()
                on:input=write></textarea>
        }
    });
    let (at, count) = app.path().among_people(Step::Last).unwrap_or_default();
    view! {
        <main>
            {steps(at + 1, count)}
            <h1 id="question" class="ask" tabindex="-1">{title}</h1>
            {comment}
            {session.is_minor(&survey).then(|| view! { <p class="guardian">{SurveyText::Guardian.text(language)}</p> })}
            <p class="help" id="send-help">{SurveyText::SendHelp.text(language)}</p>
            <button type="button" class="primary" aria-describedby="send-help" on:click=move |_| app.send()>
                {SurveyText::Send.text(language)}
            </button>
        </main>
        {foot(app, ().into_any())}
    }
    .into_any()
}
