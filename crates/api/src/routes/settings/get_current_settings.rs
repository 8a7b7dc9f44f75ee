//! The settings in force.

use crate::access::{Guard, SignedIn};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::etag::versioned;
use crate::extract::Query;
use actix_web::{HttpResponse, get};
use contract::{CurrentSettings, CurrentSettingsQuery};
use store::city::time_zone;
use store::settings::{newest_settings_id, settings_version_for};

/// Read the settings in force.
///
/// In the running month or another one. The ETag is that of the newest version of any month: it is needed to store another.
#[utoipa::path(
    tag = "settings",
    security(("bearer" = [])),
    params(CurrentSettingsQuery),
    responses(
        (status = 200, description = "The settings", body = CurrentSettings, headers(("ETag" = String, description = "For If-Match"))),
        ReadErrors
    )
)]
#[get("/settings/current")]
pub(crate) async fn get_current_settings(
    guard: Guard<SignedIn>,
    Query(query): Query<CurrentSettingsQuery>,
) -> Result<HttpResponse, ApiError> {
    let now = guard.now();
    let reading = move |conn: &mut store::Conn<'_>| {
        let zone = time_zone(conn)?;
        let month = query.month.unwrap_or_else(|| domain::period::month_of(now, zone));
        Ok((month, newest_settings_id(conn)?, settings_version_for(conn, month)?))
    };
    let (month, newest, version) = guard.db().read(reading).await?;
    let valid_from = version.as_ref().map(|version| version.valid_from);
    let settings = version.map(|version| version.settings).unwrap_or_default();
    Ok(versioned(HttpResponse::Ok(), newest, &CurrentSettings { month, valid_from, settings }))
}
