//! The free text, and sending.

use super::question::guardian;
use super::{button, foot, heading, steps};
use crate::app::App;
use dom::{Node, el};
use survey_logic::Step;
use texts::survey::{ScreenText, SurveyText};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlTextAreaElement};

/// The last screen before the thanks.
pub(crate) fn last(app: App) -> Vec<Node> {
    let (language, english, survey) = (app.language.get(), app.english(), app.survey());
    let label = survey.comment.as_ref().filter(|_| app.session().asks_comment(&survey));
    let title = label.map_or_else(|| app.text(ScreenText::ReadyTitle), |label| label.pick(english));
    let comment = label.is_some().then(|| {
        let area = el("textarea", "")
            .attr("rows", "4")
            .attr("maxlength", &survey.comment_limit.to_string())
            .attr("aria-labelledby", "question")
            .attr("aria-describedby", "help")
            .text(&app.session().comment);
        let write = move |event: Event| {
            let area = event.target().and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok());
            let text = area.map(|area| area.value()).unwrap_or_default();
            app.change(|session| session.comment = text);
        };
        [el("p", "help").attr("id", "help").text(SurveyText::CommentHelp.text(language)), area.on("input", write)]
    });
    let (at, count) = app.path().among_people(Step::Last).unwrap_or_default();
    let send = button("primary", SurveyText::Send.text(language), move |_| app.send());
    let main = el("main", "")
        .child(steps(at + 1, count))
        .child(heading("ask").text(title))
        .all(comment.into_iter().flatten())
        .all(guardian(app))
        .child(el("p", "help").attr("id", "send-help").text(SurveyText::SendHelp.text(language)))
        .child(send.attr("aria-describedby", "send-help"));
    vec![main, foot(app, None, None)]
}
