//! A new survey link.

use super::{body, expiry_of, label_defect};
use crate::access::{Guard, ManageUnit};
use crate::error::{ApiError, field_problem};
use crate::error_docs::WriteErrors;
use crate::etag::versioned;
use crate::extract::Body;
use actix_web::{HttpResponse, post};
use contract::{CreateLinkRequest, Link, LinkChannel};
use domain::Channel;
use store::StoreError;
use store::links::NewLink;

/// Create a survey link.
///
/// For a unit, where the respondent chooses the service, or for one service. The code is random.
#[utoipa::path(
    tag = "links",
    security(("bearer" = [])),
    request_body = CreateLinkRequest,
    responses(
        (status = 201, description = "Created", body = Link, headers(("ETag" = String, description = "For If-Match"))),
        WriteErrors
    )
)]
#[post("/links")]
pub(crate) async fn create_link(
    guard: Guard<ManageUnit>,
    Body(request): Body<CreateLinkRequest>,
) -> Result<HttpResponse, ApiError> {
    let (unit, now) = (guard.unit(request.unit.as_str()).await?, guard.now());
    let label = request.label.trim().to_owned();
    let version = guard.db().versions().find(request.questionnaire.as_str(), request.version);
    let expires_at = request.expires_at.as_deref().map(|text| expiry_of(text, now)).transpose();
    let (Some(version), None, Ok(expires_at)) = (&version, label_defect(&label), &expires_at) else {
        let unknown = version.is_none().then(|| {
            let accepted = "a questionnaire and version that GET /api/v1/questionnaires lists";
            field_problem("/questionnaire", "unknown_questionnaire", &request.questionnaire, accepted)
        });
        let defects = [unknown, label_defect(&label), expires_at.err()];
        return Err(ApiError::invalid_fields(defects.into_iter().flatten().collect()));
    };
    let new = NewLink {
        unit_id: unit.id,
        service: request.service.clone(),
        questionnaire_id: version.id,
        channel: if request.channel == LinkChannel::Kiosk { Channel::Kiosk } else { Channel::SelfFilled },
        label,
        expires_at: *expires_at,
        created_by: guard.actor().label(),
    };
    let link = guard.db().write(move |conn| store::links::create_link(conn, &new, now)).await;
    let link = link.map_err(|error| match (error, &request.service) {
        (StoreError::NotFound("service"), Some(service)) => {
            ApiError::invalid("/service", "unknown_service", service, "the code of a service of the unit")
        }
        (error, _) => error.into(),
    })?;
    let body = body(&link, guard.db().versions(), &guard.state().config.public_url)?;
    Ok(versioned(HttpResponse::Created(), link.row_version, &body))
}
