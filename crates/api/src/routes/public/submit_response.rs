//! One respondent's answers.

use crate::access::{Actor, ClientDevice, Guard, MaybeSignedIn};
use crate::error::{ApiError, ErrorCode};
use crate::error_docs::{CommonErrors, LinkErrors, SubmitErrors};
use crate::extract::Body;
use crate::surveys::submit::{Sender, prepare, response_id};
use crate::surveys::{Survey, find_survey};
use actix_web::http::header;
use actix_web::{HttpResponse, put, web};
use contract::survey::{ResponseReceipt, SubmitResponseRequest};
use domain::Channel;
use store::api_keys::KeyScope;

/// Submit a response.
///
/// The client makes the id (a UUID of version 7) before the first send and keeps it for retries: the same id with the same
/// content answers 200 and counts nothing, with other content 409. `201` means that the response is stored durably and
/// counted. Without a token it counts as filled in by the respondent; with a user's token as assisted by staff; with an API
/// key (scope `submit_answers`) as coming from another system. What `usage` tells is added to the counters of the link, once
/// and only when the response is new; it is no part of the content.
#[utoipa::path(
    tag = "public",
    security((), ("bearer" = [])),
    params(
        ("link" = String, Path, description = "The code under the QR code", example = "k7m2p9qx"),
        ("id" = String, Path, description = "The response's id, a UUID of version 7", format = Uuid, example = "0190b6a0-1f5e-7cc2-8a4b-2f1d3c4b5a69")
    ),
    request_body = SubmitResponseRequest,
    responses(
        (status = 201, description = "Stored and counted", body = ResponseReceipt),
        (status = 200, description = "Stored before; nothing was counted again", body = ResponseReceipt),
        SubmitErrors, LinkErrors, CommonErrors
    )
)]
#[put("/public/surveys/{link}/responses/{id}")]
pub(crate) async fn submit_response(
    guard: Guard<MaybeSignedIn>,
    device: ClientDevice,
    path: web::Path<(String, String)>,
    Body(mut body): Body<SubmitResponseRequest>,
) -> Result<HttpResponse, ApiError> {
    let (link, id) = path.into_inner();
    let usage = body.usage.take();
    let survey = find_survey(&guard, &link).await?;
    guard.state().limits.check(survey.link.id, device.address)?;
    let sender = sender(&guard, &survey).await?;
    let (id, channel) = (response_id(&id)?, sender.channel);
    let prepared = prepare(&survey, guard.db().versions(), id, body, sender, guard.now())?;
    let (not_kept, answered_at) = (prepared.not_kept.clone(), prepared.answered_at());
    let repeated = prepared.store(guard.db()).await?;
    if !repeated {
        if let Some(usage) = usage {
            guard.state().events.count_usage(&survey, &usage, answered_at);
        }
        if channel == Channel::SelfFilled {
            guard.state().devices.count(&survey, &device, answered_at);
        }
    }
    let mut answer = if repeated { HttpResponse::Ok() } else { HttpResponse::Created() };
    let receipt = ResponseReceipt { id: id.to_string(), repeated, not_kept };
    Ok(answer.insert_header((header::CACHE_CONTROL, "no-store")).json(receipt))
}

/// How the answers came is known by who sent them, not by what they say.
async fn sender(guard: &Guard<MaybeSignedIn>, survey: &Survey) -> Result<Sender, ApiError> {
    let channel = match guard.actor() {
        Actor::Anyone => return Ok(Sender { channel: survey.link.channel, actor: None }),
        Actor::User(_) => Channel::Assisted,
        Actor::Key(key) if key.scopes.contains(&KeyScope::SubmitAnswers) => Channel::Integration,
        Actor::Key(_) => return Err(ApiError::new(ErrorCode::Forbidden, "this key has no scope submit_answers")),
    };
    guard.unit(survey.link.unit_code.as_str()).await?;
    Ok(Sender { channel, actor: Some(guard.actor().label()) })
}
