//! The survey as one plain form.

use super::form::Typed;
use super::frame::Frame;
use super::scripts::Scripts;
use super::trouble::Trouble;
use askama::Template;
use contract::survey::{Survey, SurveyItem, SurveyProfileQuestion, SurveyService, Text};
use domain::questionnaire::Wording;
use texts::Language;
use texts::survey::{FieldText, LONG_QUESTION, SurveyText, is_general, length, service_label};

/// The page.
#[derive(Template)]
#[template(path = "survey.html", whitespace = "minimize")]
pub struct SurveyPage<'a> {
    frame: Frame,
    link: &'a str,
    id: &'a str,
    version: u16,
    unit: &'a str,
    page_title: String,
    title: &'a str,
    notice: String,
    length: String,
    chosen_service: Option<ChosenService<'a>>,
    can_change_service: bool,
    services: Vec<Choice<'a>>,
    service_error: Option<&'a str>,
    items: Vec<ItemView<'a>>,
    profile: Vec<ProfileView<'a>>,
    comment: Option<CommentView<'a>>,
    trouble: Option<&'a Trouble>,
    scripts: Option<Scripts>,
}

/// The service that is settled before the form.
struct ChosenService<'a> {
    code: &'a str,
    /// Empty where its name says nothing.
    label: &'a str,
}

/// One radio button.
pub struct Choice<'a> {
    /// What is sent.
    pub code: String,
    /// What is read.
    pub label: &'a str,
    /// How it changes the page when it is chosen (survey.css).
    pub class: &'static str,
    /// Whether it is chosen.
    pub chosen: bool,
}

struct ItemView<'a> {
    code: &'a str,
    progress: String,
    text: &'a str,
    long: bool,
    faces: bool,
    help: Option<&'a str>,
    described_by: Option<String>,
    error: Option<&'a str>,
    options: Vec<Choice<'a>>,
}

struct ProfileView<'a> {
    code: &'a str,
    text: &'a str,
    adults_only: bool,
    follows: bool,
    asks_age: bool,
    consent: Option<&'a str>,
    consented: bool,
    error: Option<&'a str>,
    options: Vec<Choice<'a>>,
}

struct CommentView<'a> {
    label: &'a str,
    typed: &'a str,
    limit: u32,
    error: Option<&'a str>,
}

/// The text in a language.
pub fn pick(text: &Text, language: Language) -> &str {
    match language {
        Language::Indonesian => &text.id,
        Language::English => &text.en,
    }
}

/// True when services are asked different questions: then the service is chosen on a page before.
pub fn needs_service_first(survey: &Survey) -> bool {
    survey.services.windows(2).any(|pair| pair[0].items != pair[1].items)
}

impl<'a> SurveyPage<'a> {
    /// The page with what was typed and what is wrong with it.
    pub fn new(frame: Frame, survey: &'a Survey, typed: &'a Typed, trouble: Option<&'a Trouble>) -> Self {
        let language = frame.language;
        let service = service_meant(survey, typed.service.as_deref());
        let first = needs_service_first(survey);
        let one = survey.services.len() == 1;
        let error = |pointer: &str| trouble.and_then(|trouble| trouble.at(pointer));
        let asked = service.map_or(&[][..], |service| &service.items);
        let count = asked.len().to_string();
        let items = asked.iter().enumerate().filter_map(|(place, asked)| {
            let item = survey.items.iter().find(|item| item.code == asked.code)?;
            let progress = [("number", (place + 1).to_string()), ("count", count.clone())];
            let progress = progress.each_ref().map(|(name, value)| (*name, value.as_str()));
            let progress = SurveyText::Progress.filled(language, &progress);
            let error = error(&format!("/answers/{}", item.code)).or(error("/answers").filter(|_| place == 0));
            Some(item_view(item, asked.wording, progress, typed, error, language))
        });
        Self {
            link: &survey.link,
            id: &typed.id,
            version: survey.version,
            unit: &survey.unit.name,
            page_title: SurveyText::PageTitle.filled(language, &[("unit", &survey.unit.name)]),
            title: pick(&survey.title, language),
            notice: SurveyText::Notice.filled(language, &[("unit", &survey.unit.name)]),
            length: length(asked.len(), language),
            chosen_service: service.filter(|_| first || one).map(|service| ChosenService {
                code: &service.code,
                label: if one && is_general(&service.code, &service.name) {
                    ""
                } else {
                    service_label(&service.code, &service.name, language)
                },
            }),
            can_change_service: first,
            services: if first || one {
                Vec::new()
            } else {
                service_choices(survey, typed.service.as_deref(), language)
            },
            service_error: error("/service"),
            items: items.collect(),
            profile: profile_views(survey, typed, trouble, language),
            comment: survey.comment.as_ref().map(|label| CommentView {
                label: pick(label, language),
                typed: &typed.comment,
                limit: survey.comment_limit,
                error: error("/comment"),
            }),
            trouble,
            // A form that came back is mended where it stands.
            scripts: if trouble.is_none() { Scripts::of(survey) } else { None },
            frame,
        }
    }
}

/// The service of this code, or the one that is meant when none is chosen.
pub fn service_meant<'a>(survey: &'a Survey, code: Option<&str>) -> Option<&'a SurveyService> {
    let find = |code: &str| survey.services.iter().find(|service| service.code == code);
    code.and_then(find).or_else(|| find(&survey.default_service)).or_else(|| survey.services.first())
}

/// The services as radio buttons or links.
pub fn service_choices<'a>(survey: &'a Survey, chosen: Option<&str>, language: Language) -> Vec<Choice<'a>> {
    let choice = |service: &'a SurveyService| Choice {
        code: service.code.clone(),
        label: service_label(&service.code, &service.name, language),
        class: "",
        chosen: chosen == Some(service.code.as_str()),
    };
    // What is none of the others stands after them.
    let (general, own): (Vec<_>, Vec<_>) = survey.services.iter().partition(|s| is_general(&s.code, &s.name));
    own.into_iter().chain(general).map(choice).collect()
}

fn item_view<'a>(
    item: &'a SurveyItem,
    wording: Wording,
    progress: String,
    typed: &Typed,
    error: Option<&'a str>,
    language: Language,
) -> ItemView<'a> {
    let special = match wording {
        Wording::Text => None,
        Wording::OnlineText => item.online_text.as_ref(),
        Wording::FreeText => item.free_text.as_ref(),
    };
    let text = pick(special.unwrap_or(&item.text), language);
    let chosen = typed.answer(&item.code);
    let described: Vec<String> = [("help", item.help.is_some()), ("error", error.is_some())]
        .into_iter()
        .filter(|(_, there)| *there)
        .map(|(part, _)| format!("q-{}-{part}", item.code))
        .collect();
    ItemView {
        code: &item.code,
        progress,
        text,
        long: text.chars().count() > LONG_QUESTION,
        faces: item.faces,
        help: item.help.as_ref().map(|help| pick(help, language)),
        described_by: Some(described.join(" ")).filter(|ids| !ids.is_empty()),
        error,
        options: (1_u8..)
            .zip(&item.options)
            .map(|(score, label)| (score.to_string(), pick(label, language)))
            .map(|(code, label)| Choice { chosen: chosen == Some(code.as_str()), code, label, class: "" })
            .collect(),
    }
}

fn profile_views<'a>(
    survey: &'a Survey,
    typed: &'a Typed,
    trouble: Option<&'a Trouble>,
    language: Language,
) -> Vec<ProfileView<'a>> {
    let questions = survey.profile.iter().enumerate();
    questions
        .map(|(place, question)| {
            let before = place.checked_sub(1).map(|place| survey.profile[place].code.as_str());
            let after = question.only_after.as_ref().map(|after| after.question.as_str());
            ProfileView {
                code: &question.code,
                text: pick(&question.text, language),
                adults_only: question.adults_only,
                follows: after.is_some() && after == before,
                asks_age: question.options.iter().any(|option| option.minor),
                consent: question.consent.as_ref().map(|text| pick(text, language)),
                consented: typed.consents.contains(&question.code),
                error: trouble.and_then(|trouble| trouble.at(&format!("/profile/{}", question.code))),
                options: profile_choices(survey, question, typed.chosen(&question.code), language),
            }
        })
        .collect()
}

fn profile_choices<'a>(
    survey: &'a Survey,
    question: &'a SurveyProfileQuestion,
    chosen: Option<&str>,
    language: Language,
) -> Vec<Choice<'a>> {
    let leads = |option: &str| {
        let conditions = survey.profile.iter().filter_map(|other| other.only_after.as_ref());
        conditions.into_iter().any(|after| after.question == question.code && after.option == option)
    };
    let known = chosen.filter(|chosen| question.options.iter().any(|option| option.code == *chosen));
    let options = question.options.iter().map(|option| Choice {
        code: option.code.clone(),
        label: pick(&option.text, language),
        class: if option.minor {
            "minor"
        } else if leads(&option.code) {
            "leads"
        } else {
            ""
        },
        chosen: known == Some(option.code.as_str()),
    });
    let declined =
        Choice { code: String::new(), label: SurveyText::PreferNot.text(language), class: "", chosen: known.is_none() };
    options.chain([declined]).collect()
}
