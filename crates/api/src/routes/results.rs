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

/// A query that names a period, and what else an operation asks for.
macro_rules! period_query {
    ($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, serde::Deserialize, utoipa::IntoParams)]
        #[into_params(parameter_in = Query)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// A month, quarter (TW), semester, year, or `current`, the running quarter; the default.
            #[param(example = "2026-TW3")]
            pub period: Option<String>,
            /// Instead of `period`: the first month.
            #[param(example = "2026-07")]
            pub from: Option<String>,
            /// With `from`: the last month, included.
            #[param(example = "2026-09")]
            pub to: Option<String>,
            $($(#[$field_meta])* pub $field: $type),*
        }

        impl $name {
            /// The period it names.
            fn period(
                &self,
                now: chrono::DateTime<chrono::Utc>,
                zone: chrono_tz::Tz,
            ) -> Result<domain::Period, $crate::error::ApiError> {
                let [period, from, to] = [&self.period, &self.from, &self.to].map(Option::as_deref);
                $crate::results::period::of_query(period, from, to, now, zone)
            }
        }
    };
}
use period_query;

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
