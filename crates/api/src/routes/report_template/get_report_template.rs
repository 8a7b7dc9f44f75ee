//! The template that counts.

use super::{body, shipped};
use crate::access::{Guard, Person};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::etag::versioned;
use actix_web::{HttpResponse, get};
use contract::ReportTemplateVersion;
use store::city::time_zone;
use store::report_templates::newest_template;

/// Read the template of reports.
///
/// The newest version: outline with its fixed texts, legal basis, letterhead, place. Until the city stores one, what is
/// shipped holds, as version 0.
#[utoipa::path(
    tag = "preparation",
    security(("bearer" = [])),
    responses(
        (status = 200, description = "The template", body = ReportTemplateVersion, headers(("ETag" = String, description = "For If-Match"))),
        ReadErrors
    )
)]
#[get("/report-template")]
pub(crate) async fn get_report_template(guard: Guard<Person>) -> Result<HttpResponse, ApiError> {
    let now = guard.now();
    let reading = move |conn: &mut store::Conn<'_>| {
        let zone = time_zone(conn)?;
        let settings = store::settings::settings_for(conn, domain::period::month_of(now, zone))?;
        Ok((newest_template(conn)?, settings.city_name))
    };
    let (newest, city_name) = guard.db().read(reading).await?;
    let version = newest.map_or_else(|| shipped(&city_name), |newest| Ok(body(newest)))?;
    Ok(versioned(HttpResponse::Ok(), version.version, &version))
}
