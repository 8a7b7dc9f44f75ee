//! One question: which service, an item of the questionnaire, or something about the person.

use super::choices::{Answer, choices};
use super::{button, foot, heading, steps};
use crate::app::App;
use dom::{Node, el};
use survey_logic::Step;
use survey_logic::survey::{Question, Text};
use texts::survey::{LONG_QUESTION, ScreenText, SurveyText, is_general, length, service_label};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

/// More options than these stand in two columns.
const ONE_COLUMN: usize = 6;

/// What the law asks to be said first.
fn notice(app: App) -> Node {
    let language = app.language.get();
    let more = el("details", "").child(el("summary", "").text(SurveyText::More.text(language)));
    let more = if app.unfolded.get() { more.attr("open", "") } else { more };
    let parts = [SurveyText::MoreBasis, SurveyText::MoreUse, SurveyText::MoreKept];
    el("div", "notice")
        .child(el("p", "").text(&SurveyText::Notice.filled(language, &[("unit", &app.survey().unit)])))
        .text(" ")
        .child(more.all(parts.map(|part| el("p", "").text(part.text(language)))))
}

/// What the page said of the survey before the questions: what it is called, how long it takes, and of which service it is
/// where that was settled before.
fn opening(app: App) -> [Node; 2] {
    let (language, survey) = (app.language.get(), app.survey());
    let service = survey.service(app.session().service.as_deref());
    let settled = matches!(app.entry.get(), Step::Item(_));
    let chosen = service.filter(|service| settled && !is_general(&service.code, &service.name)).map(|service| {
        let name = service_label(&service.code, &service.name, language);
        let chosen = el("p", "chosen").text(SurveyText::ChosenService.text(language)).text(": ");
        let chosen = chosen.child(el("b", "").text(name));
        if survey.services.len() == 1 {
            return chosen;
        }
        let address = ["/s/", &survey.link, "?language=", language.tag()].concat();
        let change = el("a", "").attr("href", &address).text(SurveyText::ChangeService.text(language));
        chosen.text(" · ").child(change)
    });
    let asked = service.map_or(0, |service| service.items.len());
    let opening = el("div", "opening")
        .child(el("p", "").text(survey.title.pick(app.english())))
        .text(" ")
        .child(el("p", "length").text(&length(asked, language)))
        .text(" ");
    [opening.all(chosen), notice(app)]
}

/// What lies on this device undelivered, told to whoever comes first.
pub(crate) fn undelivered(app: App) -> Node {
    let notes = move || {
        let (language, lying) = (app.language.get(), app.courier.undelivered.get());
        let counted = |text: ScreenText, count: usize| {
            (count > 0).then(|| el("p", "").text(&text.filled(language, &[("count", &count.to_string())])))
        };
        let waiting = counted(ScreenText::WaitingCount, lying.waiting);
        let delivered = counted(ScreenText::DeliveredCount, app.courier.delivered.get());
        let refused = lying.refused.map(|(count, code)| {
            let (count, code) = (count.to_string(), code);
            el("p", "bad").text(&ScreenText::RefusedCount.filled(language, &[("count", &count), ("code", &code)]))
        });
        waiting.into_iter().chain(delivered).chain(refused).collect()
    };
    el("div", "notes").attr("role", "status").live_children(notes)
}

/// The question itself, with where it stands among the others.
fn asked(text: &str, of: Option<&str>) -> Node {
    let long = text.chars().count() > LONG_QUESTION;
    let of = of.map(|of| el("span", "of").text(of));
    heading(if long { "ask long" } else { "ask" }).all(of).text(" ").text(text)
}

/// Which service it is about.
pub(crate) fn service(app: App) -> Vec<Node> {
    let (language, survey) = (app.language.get(), app.survey());
    let now = app.session().service.clone();
    // What is none of the others stands after them.
    let (general, own): (Vec<_>, Vec<_>) = survey.services.iter().partition(|s| is_general(&s.code, &s.name));
    let services = [own, general].concat();
    let codes: Vec<String> = services.iter().map(|service| service.code.clone()).collect();
    let answers = services.into_iter().map(|service| Answer {
        label: service_label(&service.code, &service.name, language).to_owned(),
        chosen: now.as_ref() == Some(&service.code),
    });
    let tap = move |place: usize| {
        let code = codes.get(place).cloned();
        app.tap(place, |session| session.service = code);
    };
    let main = el("main", "entry")
        .child(undelivered(app))
        .all(opening(app))
        .child(asked(SurveyText::WhichService.text(language), None))
        .child(choices(app, answers.collect(), false, tap));
    vec![main]
}

/// An item of the questionnaire.
pub(crate) fn item(app: App, place: usize) -> Vec<Node> {
    let (language, english, survey) = (app.language.get(), app.english(), app.survey());
    let asked_items = survey.asked(app.session().service.as_deref());
    let Some((item, text)) = asked_items.get(place) else { return Vec::new() };
    let (number, count) = ((place + 1).to_string(), asked_items.len().to_string());
    let of = SurveyText::Progress.filled(language, &[("number", &number), ("count", &count)]);
    let score = app.session().score(&item.code);
    let label =
        |(place, label): (u8, &Text)| Answer { label: label.pick(english).to_owned(), chosen: score == Some(place) };
    let answers = (1..).zip(&item.options).map(label).collect();
    let code = item.code.clone();
    let tap = move |place: usize| app.tap(place, |session| session.set_score(&code, u8::try_from(place + 1).ok()));
    let help = item.help.as_ref().map(|help| el("p", "help").attr("id", "help").text(help.pick(english)));
    let entry = app.entry.get() == Step::Item(place);
    let first = entry.then(|| opening(app));
    let reminder = move || {
        let reminder = || el("p", "remind").text(app.text(ScreenText::SkipReminder));
        app.reminded.get().then(reminder).into_iter().collect()
    };
    let code = item.code.clone();
    let skip = button("skip", "", move |_| app.skip(&code)).live_text(move || {
        app.text(if app.reminded.get() { ScreenText::SkipAnyway } else { ScreenText::Skip }).to_owned()
    });
    let described = help.is_some();
    let classes = [if item.faces { "faces" } else { "" }, if entry { " entry" } else { "" }].concat();
    let main = el("main", classes.trim_start())
        .child(steps(place + 1, asked_items.len()))
        .all(first.into_iter().flatten())
        .child(asked(text.pick(english), Some(&of)))
        .all(help)
        .child(choices(app, answers, described, tap));
    // In the bar the reminder is in sight on any screen.
    let reminder = el("div", "over").attr("role", "status").live_children(reminder);
    vec![main, foot(app, Some(reminder), entry.then(|| undelivered(app))).child(skip)]
}

/// What a minor is told.
pub(crate) fn guardian(app: App) -> Option<Node> {
    let minor = app.session().is_minor(&app.survey());
    minor.then(|| el("p", "guardian").text(SurveyText::Guardian.text(app.language.get())))
}

/// Something about the person.
pub(crate) fn person(app: App, place: usize) -> Vec<Node> {
    let (language, english, survey) = (app.language.get(), app.english(), app.survey());
    let Some(question) = survey.profile.get(place) else { return Vec::new() };
    let (at, count) = app.path().among_people(Step::Person(place)).unwrap_or_default();
    let of = ScreenText::AboutRespondent
        .filled(language, &[("number", &(at + 1).to_string()), ("count", &count.to_string())]);
    let mut answers: Vec<Answer> = {
        let session = app.session();
        let chosen = session.chosen(&question.code);
        let declined = Answer { label: SurveyText::PreferNot.text(language).to_owned(), chosen: chosen == Some(None) };
        let options = question.options.iter().map(|option| Answer {
            label: option.text.pick(english).to_owned(),
            chosen: chosen == Some(Some(&option.code)),
        });
        options.chain([declined]).collect()
    };
    let wide = answers.len() <= ONE_COLUMN;
    answers.shrink_to_fit();
    let asked_one = question.clone();
    let tap = move |place: usize| {
        let option = asked_one.options.get(place).map(|option| option.code.as_str());
        let agreed = asked_one.consent.is_none() || app.session().has_consented(&asked_one.code);
        if option.is_some() && !agreed {
            // Ticked, but not filled in before the consent is.
            app.ticked.set(Some(place));
            app.missing.set(true);
            crate::page::focus("#consent");
        } else {
            app.tap(place, |session| session.choose(&asked_one.code, option));
        }
    };
    let main = el("main", if wide { "" } else { "grid" })
        .child(steps(at + 1, count))
        .child(asked(question.text.pick(english), Some(&of)))
        .all(guardian(app))
        .all(consent(app, question).into_iter().flatten())
        .child(choices(app, answers, false, tap));
    vec![main, foot(app, None, None)]
}

/// What is agreed to before the answer to this question may be kept.
fn consent(app: App, question: &Question) -> Option<[Node; 2]> {
    let text = question.consent.as_ref()?.pick(app.english());
    let tick =
        el("input", "").attr("type", "checkbox").attr("id", "consent").attr("aria-describedby", "consent-missing");
    let given = app.session().has_consented(&question.code);
    let tick = if given { tick.attr("checked", "") } else { tick };
    let question = question.clone();
    let agree = move |event: Event| {
        let tick = event.target().and_then(|tick| tick.dyn_into::<HtmlInputElement>().ok());
        let given = tick.is_some_and(|tick| tick.checked());
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
    };
    let missing = move || {
        let error = || el("p", "error").text(app.text(ScreenText::ConsentFirst));
        app.missing.get().then(error).into_iter().collect()
    };
    let label = el("label", "").attr("for", "consent").text(text);
    Some([
        el("div", "tick").child(tick.on("change", agree)).child(label),
        el("div", "").attr("role", "alert").attr("id", "consent-missing").live_children(missing),
    ])
}
