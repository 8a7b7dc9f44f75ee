//! The thanks, and what happens with the answers.

use super::frame::{Frame, html, query_language, query_value};
use super::message;
use crate::access::{Guard, Public};
use crate::surveys::{Survey, find_survey};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use contract::survey::{LastResult, Text};
use domain::Channel;
use texts::Language;
use texts::format::decimal;
use texts::survey::{SurveyText, last_time, lowest};

/// How long the thanks stay on a tablet of the unit.
const SECONDS: u8 = 30;

#[derive(Template)]
#[template(path = "thanks.html", whitespace = "minimize")]
struct ThanksPage<'a> {
    frame: Frame,
    link: &'a str,
    unit: &'a str,
    page_title: String,
    next: String,
    last: Option<LastTime<'a>>,
    not_kept: bool,
    wrote: bool,
    kiosk: bool,
    seconds: u8,
    by_itself: String,
}

/// Where the thanks of a survey stand.
pub fn address(survey: &Survey, language: Language, not_kept: bool, wrote: bool) -> String {
    let kept = if not_kept { "&not_kept=1" } else { "" };
    let wrote = if wrote { "&comment=1" } else { "" };
    format!("/s/{}/terima-kasih?language={}{kept}{wrote}", survey.link.code, language.tag())
}

/// Thanks.
pub async fn show_thanks(guard: Guard<Public>, link: web::Path<String>, request: HttpRequest) -> HttpResponse {
    let query = request.query_string();
    let language = query_language(query);
    let survey = match find_survey(&guard, &link).await {
        Ok(survey) => survey,
        Err(error) => return message::of_error(&error, None, language),
    };
    let unit = survey.link.unit_name.as_str();
    let page = ThanksPage {
        frame: Frame::new(language, &survey.settings.brand_color),
        link: survey.link.code.as_str(),
        unit,
        page_title: SurveyText::PageTitleThanks.filled(language, &[("unit", unit)]),
        next: SurveyText::ThanksNext.filled(language, &[("unit", unit)]),
        last: survey.last_result.as_ref().map(|last| LastTime::new(last, language)),
        not_kept: query_value(query, "not_kept").is_some(),
        wrote: query_value(query, "comment").is_some(),
        kiosk: survey.link.channel == Channel::Kiosk,
        seconds: SECONDS,
        by_itself: SurveyText::BackByItself.filled(language, &[("seconds", &SECONDS.to_string())]),
    };
    html(StatusCode::OK, &page)
}

/// What people said last time, in words.
struct LastTime<'a> {
    lead: String,
    index: String,
    performance: &'a str,
    lowest: Option<String>,
}

impl<'a> LastTime<'a> {
    fn new(last: &'a LastResult, language: Language) -> Self {
        let pick = |text: &'a Text| if language == Language::English { &text.en } else { &text.id }.as_str();
        let names: Vec<&str> = last.lowest.iter().map(|element| pick(&element.name)).collect();
        Self {
            lead: last_time(pick(&last.period_name), last.n, language),
            index: decimal(&last.converted, language),
            performance: pick(&last.performance),
            lowest: lowest(&names, language),
        }
    }
}
