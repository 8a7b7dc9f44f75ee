//! The posted form.

use super::form::{Action, Typed};
use super::frame::{Frame, html};
use super::message;
use super::show_survey::{begun_at, new_response_id};
use super::show_thanks;
use super::survey_page::SurveyPage;
use super::trouble::Trouble;
use crate::access::{ClientDevice, Guard, Public};
use crate::clock::rfc3339;
use crate::error::{ApiError, ErrorCode};
use crate::routes::public::get_survey::body;
use crate::surveys::submit::{Sender, prepare, response_id};
use crate::surveys::{Survey, find_survey};
use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, web};
use contract::survey::SurveyEvent;
use domain::Channel;
use texts::Language;

/// Stores the answers and leads to the thanks, so that a reload sends nothing again; or shows the page once more with
/// everything that was typed.
pub async fn send_survey(
    guard: Guard<Public>,
    device: ClientDevice,
    link: web::Path<String>,
    request: HttpRequest,
    payload: web::Payload,
) -> HttpResponse {
    if is_of_another_site(&request) {
        let error = ApiError::new(ErrorCode::ForeignOrigin, "the form was sent by a page of another site");
        return message::of_error(&error, None, Language::default());
    }
    let typed = match Typed::receive(&request, payload).await {
        Ok(typed) => typed,
        Err(error) => return message::of_error(&error, None, Language::default()),
    };
    if typed.action == Action::Nothing {
        // A browser that gets no content stays where it is.
        return HttpResponse::NoContent().finish();
    }
    let survey = match find_survey(&guard, &link).await {
        Ok(survey) => survey,
        Err(error) => return message::of_error(&error, None, typed.language),
    };
    if typed.action == Action::Language {
        let language = typed.language.other();
        return page(&guard, &survey, Typed { language, ..typed }, None);
    }
    match submit(&guard, &device, &survey, &typed).await {
        Ok(not_kept) => {
            let wrote = !typed.comment.trim().is_empty() && !typed.is_minor(&body(&survey));
            let thanks = show_thanks::address(&survey, typed.language, not_kept, wrote);
            HttpResponse::SeeOther().insert_header((header::LOCATION, thanks)).finish()
        }
        Err(error) => match error.code() {
            ErrorCode::LinkClosed | ErrorCode::LinkExpired | ErrorCode::OtherContent => {
                message::of_error(&error, Some(&survey), typed.language)
            }
            _ => page(&guard, &survey, typed, Some(&error)),
        },
    }
}

/// Whether the browser says that a page of another site sends its visitors' answers.
fn is_of_another_site(request: &HttpRequest) -> bool {
    request.headers().get("sec-fetch-site").is_some_and(|site| site == "cross-site")
}

/// Stores the answers as any client's; true when something was, by law, not kept.
async fn submit(
    guard: &Guard<Public>,
    device: &ClientDevice,
    survey: &Survey,
    typed: &Typed,
) -> Result<bool, ApiError> {
    guard.state().limits.check(survey.link.id, device.address)?;
    let (now, survey_body) = (guard.now(), body(survey));
    let known = response_id(&typed.id).and_then(|id| Ok((id, begun_at(id)?)));
    // A page without a usable id gets one; until then its other mistakes are told too.
    let (id, begun) = known.clone().unwrap_or_else(|_| (new_response_id(now), now));
    let request = typed.request(&survey_body, Some(rfc3339(begun)));
    let sender = Sender { channel: survey.link.channel, actor: None };
    let prepared = prepare(survey, guard.db().versions(), id, request, sender, now);
    if let Err(error) = known {
        return Err(prepared.err().unwrap_or(error));
    }
    let prepared = prepared?;
    let not_kept = !prepared.not_kept.is_empty();
    let answered_at = prepared.answered_at();
    if !prepared.store(guard.db()).await? {
        if survey.link.channel == Channel::SelfFilled {
            guard.state().devices.count(survey, device, answered_at);
        }
        // Without a script nobody else tells that it was begun.
        for event in [SurveyEvent::Begun, SurveyEvent::Finished] {
            guard.state().events.count(survey.link.id, event, 0, now, survey.zone);
        }
    }
    let hidden = typed.is_minor(&survey_body) && !typed.consents.is_empty();
    Ok(hidden || not_kept)
}

/// The page with what was typed.
fn page(guard: &Guard<Public>, survey: &Survey, mut typed: Typed, error: Option<&ApiError>) -> HttpResponse {
    if response_id(&typed.id).is_err() {
        typed.id = new_response_id(guard.now()).to_string();
    }
    let (body, frame) = (body(survey), Frame::new(typed.language, &survey.settings.brand_color));
    let trouble = error.map(|error| Trouble::of(error, &body, typed.language));
    let status = error.map_or(StatusCode::OK, |error| error.code().status());
    let page = html(status, &SurveyPage::new(frame, &body, &typed, trouble.as_ref()));
    match error {
        Some(error) => message::with_headers_of(error, page),
        None => page,
    }
}
