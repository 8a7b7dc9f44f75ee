//! A survey by its link.

use super::choose_service::ChooseServicePage;
use super::form::Typed;
use super::frame::{Frame, html, query_language, query_value};
use super::message;
use super::survey_page::{SurveyPage, needs_service_first};
use crate::access::{ClientAddress, Guard, Public};
use crate::error::ApiError;
use crate::routes::public::get_survey::body;
use crate::surveys::find_survey;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::{DateTime, Utc};
use contract::survey::SurveyEvent;
use uuid::{NoContext, Timestamp, Uuid};

/// Shows the survey as a form with a fresh id.
pub async fn show_survey(
    guard: Guard<Public>,
    address: ClientAddress,
    link: web::Path<String>,
    request: HttpRequest,
) -> HttpResponse {
    let (query, now) = (request.query_string(), guard.now());
    let language = query_language(query);
    let survey = match find_survey(&guard, &link).await {
        Ok(survey) => survey,
        Err(error) => return message::of_error(&error, None, language),
    };
    if let Err(error) = survey.check_open(now) {
        return message::of_error(&error, Some(&survey), language);
    }
    let (body, frame) = (body(&survey), Frame::new(language, &survey.settings.brand_color));
    let named = query_value(query, "service");
    let service = named.filter(|code| body.services.iter().any(|service| service.code == *code));
    if service.is_none() && needs_service_first(&body) {
        return html(StatusCode::OK, &ChooseServicePage::new(frame, &body));
    }
    // The page counts its own opening; a script that takes the page over must not count it again. A page that is only
    // fetched to be kept on the device is not opened by anyone.
    if !is_prefetch(&request) && guard.state().event_limits.check(survey.link.id, address).is_ok() {
        guard.state().events.count(survey.link.id, SurveyEvent::Opened, 0, now, survey.zone);
    }
    let typed = Typed { id: new_response_id(now).to_string(), service, language, ..Typed::default() };
    html(StatusCode::OK, &SurveyPage::new(frame, &body, &typed, None))
}

/// True for a page that nobody looks at yet.
fn is_prefetch(request: &HttpRequest) -> bool {
    let says_so = |name| request.headers().get(name).is_some_and(|value| value.as_bytes().starts_with(b"prefetch"));
    says_so("purpose") || says_so("sec-purpose")
}

/// The id of a response that is begun now.
pub fn new_response_id(now: DateTime<Utc>) -> Uuid {
    let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
    Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, now.timestamp_subsec_nanos()))
}

/// When the page of this id was made: its respondent began then.
///
/// # Errors
/// 422 when it is no id of a page.
pub fn begun_at(id: Uuid) -> Result<DateTime<Utc>, ApiError> {
    let timestamp = id.get_timestamp().map(|timestamp| timestamp.to_unix());
    let begun = timestamp.and_then(|(seconds, nanos)| DateTime::from_timestamp(i64::try_from(seconds).ok()?, nanos));
    begun.ok_or_else(|| ApiError::invalid("{id}", "invalid_id", id, "the id of a survey page"))
}
