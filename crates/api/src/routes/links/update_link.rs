//! Changes to a survey link.

use super::{body, expiry_of, label_defect, scoped_link};
use crate::access::{Guard, ManageUnit};
use crate::error::ApiError;
use crate::error_docs::{EditErrors, WriteErrors};
use crate::etag::{IfMatch, versioned};
use crate::extract::Body;
use actix_web::{HttpResponse, patch, web};
use contract::{Link, UpdateLinkRequest};
use store::links::LinkChange;

/// Change a survey link.
///
/// Close it or open it again, name it, set or take away its end; what is left out stays. Unit, service, questionnaire and
/// channel never change, as answers came in under them.
#[utoipa::path(
    tag = "links",
    security(("bearer" = [])),
    params(
        ("link" = String, Path, description = "The link's code", example = "k7m2p9qx"),
        ("If-Match" = String, Header, description = "The ETag of what was read", example = "\"1\"")
    ),
    request_body = UpdateLinkRequest,
    responses(
        (status = 200, description = "Changed", body = Link, headers(("ETag" = String, description = "For the next change"))),
        WriteErrors,
        EditErrors
    )
)]
#[patch("/links/{link}")]
pub(crate) async fn update_link(
    guard: Guard<ManageUnit>,
    link: web::Path<String>,
    seen: IfMatch,
    Body(request): Body<UpdateLinkRequest>,
) -> Result<HttpResponse, ApiError> {
    let (code, now) = (scoped_link(&guard, &link).await?.code, guard.now());
    let label = request.label.map(|label| label.trim().to_owned());
    let expires_at = match request.expires_at.as_ref() {
        Some(Some(text)) => expiry_of(text, now).map(|time| Some(Some(time))),
        Some(None) => Ok(Some(None)),
        None => Ok(None),
    };
    let (None, Ok(expires_at)) = (label.as_deref().and_then(label_defect), &expires_at) else {
        let defects = [label.as_deref().and_then(label_defect), expires_at.err()];
        return Err(ApiError::invalid_fields(defects.into_iter().flatten().collect()));
    };
    let change = LinkChange { label, expires_at: *expires_at, closed: request.closed };
    let changing = move |conn: &mut store::WriteConn<'_>| store::links::update_link(conn, code, seen.0, &change, now);
    let link = guard.db().write(changing).await?;
    guard.state().surveys.forget(code);
    let body = body(&link, guard.db().versions(), &guard.state().config.public_url)?;
    Ok(versioned(HttpResponse::Ok(), link.row_version, &body))
}
