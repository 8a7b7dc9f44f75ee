//! Opened, begun, left, returned, finished.

use crate::access::{ClientAddress, Guard, Public};
use crate::error::ApiError;
use crate::error_docs::{CommonErrors, LinkErrors, SubmitErrors};
use crate::extract::Body;
use crate::surveys::find_survey;
use actix_web::{HttpResponse, post, web};
use contract::survey::{RecordSurveyEventRequest, SurveyEvent};

/// Record a survey event.
///
/// Counts what happens on a survey page per link and day, so that a unit sees where people leave. Nothing about the
/// respondent is kept. Counters are written every few seconds; a crash may lose the last ones.
#[utoipa::path(
    tag = "public",
    security(()),
    params(("link" = String, Path, description = "The code under the QR code", example = "k7m2p9qx")),
    request_body = RecordSurveyEventRequest,
    responses((status = 202, description = "Counted"), SubmitErrors, LinkErrors, CommonErrors)
)]
#[post("/public/surveys/{link}/events")]
pub(crate) async fn record_survey_event(
    guard: Guard<Public>,
    address: ClientAddress,
    link: web::Path<String>,
    Body(body): Body<RecordSurveyEventRequest>,
) -> Result<HttpResponse, ApiError> {
    let survey = find_survey(&guard, &link).await?;
    guard.state().event_limits.check(survey.link.id, address)?;
    let step = match (body.event, body.step) {
        (SurveyEvent::Left | SurveyEvent::Returned, Some(step @ 1..=100)) => step,
        (SurveyEvent::Left | SurveyEvent::Returned, step) => {
            return Err(invalid_step(step, "1 to 100, the question the respondent was at"));
        }
        (_, None) => 0,
        (_, step) => return Err(invalid_step(step, "nothing: only `left` and `returned` have a step")),
    };
    guard.state().events.count(survey.link.id, body.event, step, guard.now(), survey.zone);
    Ok(HttpResponse::Accepted().finish())
}

fn invalid_step(received: Option<u8>, accepted: &str) -> ApiError {
    let received = received.map_or_else(|| "nothing".to_owned(), |step| step.to_string());
    ApiError::invalid("/step", "invalid_step", received, accepted)
}
