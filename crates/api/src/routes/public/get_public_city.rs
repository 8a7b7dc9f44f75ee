//! The city, for everybody.

use crate::access::{Guard, Public};
use crate::error::ApiError;
use crate::error_docs::CommonErrors;
use actix_web::{HttpRequest, HttpResponse, get};
use contract::report::PublicCity;
use std::sync::Arc;

/// Read what everybody may know of the city.
///
/// The mean of the units' indices in the period of the city's published report, or in the last closed quarter while there is
/// none; `sementara` until every unit has submitted. Its trend, what the units promised and did, and every unit that has
/// published a report, with its newest.
#[utoipa::path(
    tag = "public",
    security(()),
    responses(
        (status = 200, description = "The city", body = PublicCity, headers(("ETag" = String, description = "For If-None-Match"))),
        (status = 304, description = "Nothing changed since the ETag in If-None-Match"),
        CommonErrors
    )
)]
#[get("/public/city")]
pub(crate) async fn get_public_city(request: HttpRequest, guard: Guard<Public>) -> Result<HttpResponse, ApiError> {
    let (versions, now) = (Arc::clone(guard.db().versions()), guard.now());
    let past = Arc::clone(&guard.state().city_past);
    let reading = move |conn: &mut store::Conn<'_>| crate::reports::public_city::read(conn, &versions, &past, now);
    let body = guard.db().read(reading).await?;
    crate::routes::results::figures(&request, &body)
}
