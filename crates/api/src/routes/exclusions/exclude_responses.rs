//! Taking answers out.

use super::{body, services_in};
use crate::access::{Guard, ManageUnit};
use crate::clock::{TIME_FORM, read_time, rfc3339};
use crate::error::{ApiError, field_problem};
use crate::error_docs::WriteErrors;
use crate::extract::Body;
use crate::surveys::find_survey;
use actix_web::{HttpResponse, post};
use chrono::{DateTime, Utc};
use contract::results::{ExcludeResponsesRequest, Exclusion};
use domain::response::ExclusionReason;
use std::sync::Arc;
use store::exclusions::{NewExclusion, Selector, exclude};
use uuid::Uuid;

const MOST_IDS: usize = 1000;

/// Exclude responses.
///
/// By link and time, or by id, with a reason. They no longer count in any figure; nothing is deleted, and the exclusion can
/// be undone. Responses of units that are not yours are as if they did not exist.
#[utoipa::path(
    tag = "exclusions",
    security(("bearer" = [])),
    request_body = ExcludeResponsesRequest,
    responses((status = 201, description = "Excluded", body = Exclusion), WriteErrors)
)]
#[post("/exclusions")]
pub(crate) async fn exclude_responses(
    guard: Guard<ManageUnit>,
    Body(request): Body<ExcludeResponsesRequest>,
) -> Result<HttpResponse, ApiError> {
    let (reason, note) = reason(&request)?;
    let selector = selector(&guard, &request).await?;
    let (scope, versions) = (guard.scope(), Arc::clone(guard.db().versions()));
    let (actor, at) = (guard.actor().label(), guard.now());
    let made = guard
        .db()
        .write(move |conn| {
            let services = services_in(conn, scope)?;
            exclude(conn, &versions, &NewExclusion { selector, services, reason, note, actor, at })
        })
        .await?;
    Ok(HttpResponse::Created().json(body(&made)))
}

fn reason(request: &ExcludeResponsesRequest) -> Result<(ExclusionReason, String), ApiError> {
    let known = ExclusionReason::ALL.map(ExclusionReason::code).join(", ");
    let reason = ExclusionReason::from_code(&request.reason)
        .ok_or_else(|| ApiError::invalid("/reason", "unknown_reason", &request.reason, known))?;
    let note = request.note.as_deref().map(str::trim).unwrap_or_default().to_owned();
    let length = note.chars().count();
    if length > 500 || (reason == ExclusionReason::Other && length == 0) {
        let accepted = "at most 500 characters, and not empty for the reason `other`";
        return Err(ApiError::invalid("/note", "invalid_note", format!("{length} characters"), accepted));
    }
    Ok((reason, note))
}

async fn selector(guard: &Guard<ManageUnit>, request: &ExcludeResponsesRequest) -> Result<Selector, ApiError> {
    match (&request.link, &request.ids) {
        (Some(link), None) => {
            let survey = find_survey(guard, link).await?;
            guard.unit(survey.link.unit_code.as_str()).await?;
            let (from, to) = (moment("/from", request.from.as_deref())?, moment("/to", request.to.as_deref())?);
            if from > to {
                return Err(ApiError::invalid("/to", "before_from", rfc3339(to), "a time not before `from`"));
            }
            Ok(Selector::Link { link_id: survey.link.id, from, to })
        }
        (None, Some(ids)) if (1..=MOST_IDS).contains(&ids.len()) && request.from.is_none() && request.to.is_none() => {
            let parse = |(at, id): (usize, &String)| {
                Uuid::parse_str(id)
                    .map_err(|_| field_problem(&format!("/ids/{at}"), "invalid_id", id, "the UUID of a response"))
            };
            let (ids, wrong): (Vec<_>, Vec<_>) = ids.iter().enumerate().map(parse).partition(Result::is_ok);
            if !wrong.is_empty() {
                return Err(ApiError::invalid_fields(wrong.into_iter().filter_map(Result::err).collect()));
            }
            Ok(Selector::Ids(ids.into_iter().flatten().collect()))
        }
        _ => {
            let accepted = format!("`link` with `from` and `to`, or 1 to {MOST_IDS} `ids`");
            Err(ApiError::invalid("", "which_responses", "another combination", accepted))
        }
    }
}

fn moment(pointer: &str, text: Option<&str>) -> Result<DateTime<Utc>, ApiError> {
    let invalid = || ApiError::invalid(pointer, "invalid_time", text.unwrap_or("nothing"), TIME_FORM);
    text.and_then(read_time).ok_or_else(invalid)
}
