//! Everything answered so far, to be changed by one tap.

use super::{button, foot, heading};
use crate::app::App;
use dom::{Node, el};
use texts::survey::{FieldText, ScreenText, SurveyText};

/// The review.
pub(crate) fn review(app: App) -> Vec<Node> {
    let (language, english, survey) = (app.language.get(), app.english(), app.survey());
    let session = app.session();
    let rows = survey.asked(session.service.as_deref()).into_iter().enumerate().map(|(place, (item, _))| {
        let score = session.score(&item.code).and_then(|score| item.options.get(usize::from(score) - 1));
        let answer = score.map_or(SurveyText::NotAnswered.text(language), |label| label.pick(english));
        let change = button("", "", move |_| app.change_answer(place))
            .child(el("span", "").text(item.short.pick(english)))
            .child(el("b", if score.is_none() { "skipped" } else { "" }).text(answer));
        el("li", "").child(change)
    });
    let next = move |_| {
        let is_answered = app.session().has_score(&app.survey());
        if is_answered { app.forward() } else { app.missing.set(true) }
    };
    let missing = move || {
        let error = || el("p", "error").text(FieldText::NoAnswer.text(language));
        app.missing.get().then(error).into_iter().collect()
    };
    let main = el("main", "")
        .child(heading("ask").text(app.text(ScreenText::ReviewTitle)))
        .child(el("p", "help").text(app.text(ScreenText::ReviewHelp)))
        .child(el("ul", "review").all(rows))
        .child(el("div", "near").attr("role", "alert").live_children(missing));
    // Below the list it would be out of sight on a small screen.
    vec![main, foot(app, None, Some(button("next", app.text(ScreenText::Next), next)))]
}
