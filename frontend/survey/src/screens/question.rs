//! One question: which service, an item of the questionnaire, or something about the person.

use super::choices::{Answer, choices};
use super::{foot, steps};
use crate::app::App;
use leptos::prelude::*;
use survey_logic::Step;
use survey_logic::survey::Text;
use texts::survey::{LONG_QUESTION, ScreenText, SurveyText, is_general, service_label};

/// More options than these stand in two columns.
const ONE_COLUMN: usize = 6;

/// What the law asks to be said first.
fn notice(app: App, unfolded: bool) -> impl IntoView {
    let language = app.language.get();
    let survey = app.survey.get_value();
    view! {
        <div class="notice">
            <p>{SurveyText::Notice.filled(language, &[("unit", &survey.unit)])}</p>
            <details open=unfolded>
                <summary>{SurveyText::More.text(language)}</summary>
                <p>{SurveyText::MoreBasis.text(language)}</p>
                <p>{SurveyText::MoreUse.text(language)}</p>
                <p>{SurveyText::MoreKept.text(language)}</p>
            </details>
        </div>
    }
}

/// What lies on this device undelivered, told to whoever comes first.
fn undelivered(app: App) -> impl IntoView {
    move || {
        let (language, lying) = (app.language.get(), app.courier.undelivered.get());
        let waiting = (lying.waiting > 0).then(|| {
            let count = lying.waiting.to_string();
            view! { <p class="note">{ScreenText::WaitingCount.filled(language, &[("count", &count)])}</p> }
        });
        let refused = lying.refused.map(|(count, code)| {
            let text = ScreenText::RefusedCount.filled(language, &[("count", &count.to_string()), ("code", &code)]);
            view! { <p class="note bad">{text}</p> }
        });
        (waiting, refused)
    }
}

fn heading(text: String, of: Option<String>) -> impl IntoView {
    let long = text.chars().count() > LONG_QUESTION;
    view! {
        <h1 id="question" class="ask" class:long=long tabindex="-1">
            {of.map(|of| view! { <span class="of">{of}</span>" " })}
            {text}
        </h1>
    }
}

/// Which service it is about.
pub(crate) fn service(app: App, unfolded: bool) -> AnyView {
    let (language, survey) = (app.language.get(), app.survey.get_value());
    let now = app.session.with_value(|session| session.service.clone());
    // What is none of the others stands after them.
    let (general, own): (Vec<_>, Vec<_>) = survey.services.iter().partition(|s| is_general(&s.code, &s.name));
    let services = [own, general].concat();
    let codes: Vec<String> = services.iter().map(|service| service.code.clone()).collect();
    let codes = StoredValue::new(codes);
    let answers = services.into_iter().map(|service| Answer {
        label: service_label(&service.code, &service.name, language).to_owned(),
        chosen: now.as_ref() == Some(&service.code),
    });
    let answers = answers.collect();
    let tap = move |place: usize| {
        let code = codes.with_value(|codes| codes.get(place).cloned());
        app.tap(place, |session| session.service = code);
    };
    view! {
        <main>
            {undelivered(app)}
            {notice(app, unfolded)}
            {heading(SurveyText::WhichService.text(language).to_owned(), None)}
            {choices(app, answers, None, tap)}
        </main>
    }
    .into_any()
}

/// An item of the questionnaire.
pub(crate) fn item(app: App, place: usize, unfolded: bool) -> AnyView {
    let (language, english, survey) = (app.language.get(), app.english(), app.survey.get_value());
    let session = app.session.get_value();
    let asked = survey.asked(session.service.as_deref());
    let Some((item, text)) = asked.get(place) else { return ().into_any() };
    let (number, count) = ((place + 1).to_string(), asked.len().to_string());
    let of = SurveyText::Progress.filled(language, &[("number", &number), ("count", &count)]);
    let score = session.score(&item.code);
    let label =
        |(place, label): (u8, &Text)| Answer { label: label.pick(english).to_owned(), chosen: score == Some(place) };
    let answers: Vec<Answer> = (1..).zip(&item.options).map(label).collect();
    let code = StoredValue::new(item.code.clone());
    let tap = move |place: usize| {
        let score = u8::try_from(place + 1).ok();
        code.with_value(|code| app.tap(place, |session| session.set_score(code, score)));
    };
    let help = item.help.as_ref().map(|help| help.pick(english).to_owned());
    let first = app.entry.get_value() == Step::Item(place);
    let skip = move || if app.reminded.get() { ScreenText::SkipAnyway } else { ScreenText::Skip };
    let other = view! {
        <button type="button" class="skip" on:click=move |_| code.with_value(|code| app.skip(code))>{move || app.text(skip())}</button>
    };
    let reminder =
        move || app.reminded.get().then(|| view! { <p class="remind">{app.text(ScreenText::SkipReminder)}</p> });
    view! {
        <main class:faces=item.faces>
            {steps(place + 1, asked.len())}
            {first.then(|| (undelivered(app), notice(app, unfolded)))}
            {heading(text.pick(english).to_owned(), Some(of))}
            {help.clone().map(|help| view! { <p class="help" id="help">{help}</p> })}
            {choices(app, answers, help.map(|_| "help"), tap)}
            <div role="status">{reminder}</div>
        </main>
        {foot(app, other.into_any())}
    }
    .into_any()
}

/// Something about the person.
pub(crate) fn person(app: App, place: usize) -> AnyView {
    let (language, english, survey) = (app.language.get(), app.english(), app.survey.get_value());
    let session = app.session.get_value();
    let Some(question) = survey.profile.get(place) else { return ().into_any() };
    let (at, count) = app.path().among_people(Step::Person(place)).unwrap_or_default();
    let of = ScreenText::AboutRespondent
        .filled(language, &[("number", &(at + 1).to_string()), ("count", &count.to_string())]);
    let chosen = session.chosen(&question.code);
    let option = |option: &survey_logic::survey::Choice| Answer {
        label: option.text.pick(english).to_owned(),
        chosen: chosen == Some(Some(&option.code)),
    };
    let mut answers: Vec<Answer> = question.options.iter().map(option).collect();
    answers.push(Answer { label: SurveyText::PreferNot.text(language).to_owned(), chosen: chosen == Some(None) });
    let wide = answers.len() <= ONE_COLUMN;
    let question = StoredValue::new(question.clone());
    let tap = move |place: usize| {
        question.with_value(|question| {
            let option = question.options.get(place).map(|option| option.code.as_str());
            let agreed = question.consent.is_none() || app.session.with_value(|s| s.has_consented(&question.code));
            if option.is_some() && !agreed {
                // Ticked, but not filled in before the consent is.
                app.ticked.set(Some(place));
                app.missing.set(true);
                crate::page::focus("#consent");
            } else {
                app.tap(place, |session| session.choose(&question.code, option));
            }
        });
    };
    let agree = move |given: bool| {
        question.with_value(|question| {
            app.change(|session| session.consent(&question.code, given));
            let waiting = app.ticked.get_untracked().and_then(|place| question.options.get(place));
            if let Some(option) = waiting.filter(|_| given) {
                app.missing.set(false);
                app.change(|session| session.choose(&question.code, Some(&option.code)));
                app.move_on();
            } else if !given {
                app.change(|session| session.choose(&question.code, None));
                app.ticked.set(None);
            }
        });
    };
    let consent = question.with_value(|question| {
        let text = question.consent.as_ref()?.pick(english).to_owned();
        let given = session.has_consented(&question.code);
        Some(view! {
            <div class="tick">
                <input type="checkbox" id="consent" prop:checked=given aria-describedby="consent-missing"
                    on:change=move |event| agree(event_target_checked(&event)) />
                <label for="consent">{text}</label>
            </div>
            <div role="alert" id="consent-missing">
                {move || app.missing.get().then(|| view! { <p class="error">{app.text(ScreenText::ConsentFirst)}</p> })}
            </div>
        })
    });
    let minor = session.is_minor(&survey);
    view! {
        <main class:grid=!wide>
            {steps(at + 1, count)}
            {heading(question.with_value(|question| question.text.pick(english).to_owned()), Some(of))}
            {minor.then(|| view! { <p class="guardian">{SurveyText::Guardian.text(language)}</p> })}
            {consent}
            {choices(app, answers, None, tap)}
        </main>
        {foot(app, ().into_any())}
    }
    .into_any()
}
