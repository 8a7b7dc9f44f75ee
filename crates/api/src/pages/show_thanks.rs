//! The thanks, and what happens with the answers.

use super::frame::{Frame, html, query_language, query_value};
use super::message;
use crate::access::{Guard, Public};
use crate::surveys::{Survey, find_survey};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use contract::survey::LastResult;
use domain::Channel;
use texts::Language;
use texts::format::{decimal, margin};
use texts::survey::{SurveyText, grade, last_time, lowest};

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
    last: Option<LastTime>,
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
struct LastTime {
    lead: String,
    index: String,
    letter: String,
    grade: String,
    margin: Option<String>,
    lowest: Option<String>,
}

impl LastTime {
    fn new(last: &LastResult, language: Language) -> Self {
        let pick = |text| super::survey_page::pick(text, language);
        let names: Vec<&str> = last.lowest.iter().map(|element| pick(&element.name)).collect();
        Self {
            lead: last_time(pick(&last.period_name), last.n, language),
            index: decimal(&last.converted, language),
            letter: last.grade.clone(),
            grade: grade(&last.grade, pick(&last.performance)),
            margin: last.margin.as_deref().map(|points| margin(points, language)),
            lowest: lowest(&names, language),
        }
    }
}
