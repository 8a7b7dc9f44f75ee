//! Figures of units and of the city, and what people wrote.

pub mod get_city_recap;
pub mod get_recap_file;
pub mod get_unit_completion;
pub mod get_unit_results;
pub mod get_unit_series;
pub mod list_unit_comments;

use crate::access::Guard;
use crate::access::permission::Permission;
use crate::error::ApiError;
use crate::etag::computed;
use actix_web::{HttpRequest, HttpResponse};
use chrono_tz::Tz;
use serde::Serialize;

/// The city's time zone.
async fn zone<P: Permission>(guard: &Guard<P>) -> Result<Tz, ApiError> {
    let city = guard.db().read(store::city::find_city).await?;
    city.map(|city| city.time_zone).ok_or_else(|| ApiError::not_found("city"))
}

/// Figures with a weak ETag of the body, so that a client who has them already gets no body.
pub(super) fn figures(request: &HttpRequest, body: &impl Serialize) -> Result<HttpResponse, ApiError> {
    let json = serde_json::to_vec(body).map_err(|error| {
        tracing::error!(error = %error, "figures cannot be written");
        ApiError::new(crate::error::ErrorCode::Internal, "the figures cannot be written")
    })?;
    Ok(computed(request, "application/json", json))
}
