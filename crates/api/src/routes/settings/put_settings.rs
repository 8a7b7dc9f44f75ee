//! New settings.

use super::body;
use crate::access::{Guard, ManageCity};
use crate::error::{ApiError, field_problem};
use crate::error_docs::{EditErrors, WriteErrors};
use crate::etag::{IfMatch, versioned};
use crate::extract::Body;
use actix_web::{HttpResponse, put};
use contract::{PutSettingsRequest, SettingsVersion};
use store::settings::{NewSettings, check_settings};

/// Store new settings.
///
/// All of them, from a month on. Older versions stay in the history; figures of earlier months keep the settings of theirs.
/// Where a version with a later first month exists, the new one ends there, and `hidden_from` says so.
#[utoipa::path(
    tag = "settings",
    security(("bearer" = [])),
    params(("If-Match" = String, Header, description = "The ETag of get_current_settings", example = "\"0\"")),
    request_body = PutSettingsRequest,
    responses(
        (status = 200, description = "Stored", body = SettingsVersion, headers(("ETag" = String, description = "For the next change"))),
        WriteErrors,
        EditErrors
    )
)]
#[put("/settings")]
pub(crate) async fn put_settings(
    guard: Guard<ManageCity>,
    seen: IfMatch,
    Body(request): Body<PutSettingsRequest>,
) -> Result<HttpResponse, ApiError> {
    let defects = check_settings(&request.settings, guard.db().versions()).into_iter().map(|defect| {
        let pointer = format!("/settings{}", defect.pointer);
        field_problem(&pointer, "invalid_setting", defect.received, defect.accepted)
    });
    let defects: Vec<_> = defects.collect();
    if !defects.is_empty() {
        return Err(ApiError::invalid_fields(defects));
    }
    let changed_by = guard.actor().label();
    let new = NewSettings { valid_from: request.valid_from, settings: request.settings, changed_by };
    let (versions, now) = (guard.db().versions().clone(), guard.now());
    let writing =
        move |conn: &mut store::WriteConn<'_>| store::settings::put_settings(conn, &versions, seen.0, &new, now);
    let version = guard.db().write(writing).await?;
    Ok(versioned(HttpResponse::Ok(), version.id, &body(&version)))
}
