//! What a respondent is asked.

use crate::access::{Guard, Public};
use crate::clock::rfc3339;
use crate::error::ApiError;
use crate::error_docs::{CommonErrors, LinkErrors};
use crate::surveys::{Survey, find_survey};
use actix_web::http::header;
use actix_web::{HttpResponse, get, web};
use contract::survey::{
    OfferedItem, ProfileAnswer, Survey as Body, SurveyItem, SurveyProfileOption, SurveyProfileQuestion, SurveyService,
    SurveyUnit, Text,
};
use domain::questionnaire::{Item, ProfileQuestion};
use domain::response::COMMENT_LIMIT;
use store::services::{GENERAL, Service};

/// Read a survey.
///
/// The questionnaire of a link with its texts, the services to choose from and what each of them is asked,
/// and what people said of the unit in the last closed quarter.
#[utoipa::path(
    tag = "public",
    security(()),
    params(("link" = String, Path, description = "The code under the QR code; case does not matter", example = "k7m2p9qx")),
    responses((status = 200, description = "The survey", body = Body), LinkErrors, CommonErrors)
)]
#[get("/public/surveys/{link}")]
pub(crate) async fn get_survey(guard: Guard<Public>, link: web::Path<String>) -> Result<HttpResponse, ApiError> {
    let survey = find_survey(&guard, &link).await?;
    survey.check_open(guard.now())?;
    Ok(HttpResponse::Ok().insert_header((header::CACHE_CONTROL, "no-cache")).json(body(&survey)))
}

/// A survey as respondents see it.
pub fn body(survey: &Survey) -> Body {
    let questionnaire = &survey.version.questionnaire;
    let default_service = survey.service(None).map_or(GENERAL, |service| service.code.as_str());
    Body {
        link: survey.link.code.to_string(),
        unit: SurveyUnit { code: survey.link.unit_code.to_string(), name: survey.link.unit_name.clone() },
        channel: survey.link.channel.code().to_owned(),
        questionnaire: questionnaire.code.to_string(),
        version: questionnaire.version,
        title: Text::from(&questionnaire.title),
        items: questionnaire.items.iter().map(item).collect(),
        services: survey.link.offered().map(|offered| service(survey, offered)).collect(),
        default_service: default_service.to_owned(),
        profile: questionnaire.profile.iter().map(|question| profile(question, survey.settings.minimum_age)).collect(),
        comment: questionnaire.comment.as_ref().map(Text::from),
        comment_limit: u32::try_from(COMMENT_LIMIT).unwrap_or(u32::MAX),
        ends_at: survey.link.ends_at().map(rfc3339),
        last_result: survey.last_result.clone(),
    }
}

fn item(item: &Item) -> SurveyItem {
    SurveyItem {
        code: item.code.clone(),
        text: Text::from(&item.text),
        online_text: item.online_text.as_ref().map(Text::from),
        free_text: item.free_text.as_ref().map(Text::from),
        short: Text::from(&item.short),
        help: item.help.as_ref().map(Text::from),
        options: item.options.iter().map(Text::from).collect(),
        faces: item.faces,
    }
}

fn service(survey: &Survey, service: &Service) -> SurveyService {
    let wordings = survey.wordings(&survey.version, service);
    let items = survey.version.questionnaire.items.iter().zip(wordings);
    SurveyService {
        code: service.code.to_string(),
        name: service.name.clone(),
        items: items
            .filter_map(|(item, wording)| Some(OfferedItem { code: item.code.clone(), wording: wording? }))
            .collect(),
    }
}

fn profile(question: &ProfileQuestion, minimum_age: u8) -> SurveyProfileQuestion {
    let only_after = question.only_after.as_ref();
    SurveyProfileQuestion {
        code: question.code.clone(),
        text: Text::from(&question.text),
        options: question
            .options
            .iter()
            .map(|option| SurveyProfileOption {
                code: option.code.clone(),
                text: Text::from(&option.text),
                minor: option.is_minor(minimum_age),
            })
            .collect(),
        consent: question.consent.as_ref().map(Text::from),
        only_after: only_after
            .map(|(question, option)| ProfileAnswer { question: question.clone(), option: option.clone() }),
        adults_only: question.adults_only,
    }
}
