//! Every unit with its figures, and the city's.

use super::{figures, period_query, zone};
use crate::access::actor::Scope;
use crate::access::{Guard, ReadResults};
use crate::error::{ApiError, ErrorCode};
use crate::error_docs::ReadErrors;
use crate::extract::Query;
use crate::results::recap::city_recap;
use actix_web::{HttpRequest, HttpResponse, get};
use contract::results::Recap;
use std::sync::Arc;

period_query! {
    /// Which recap.
    RecapQuery {
        /// Count excluded answers as well.
        #[serde(default)]
        #[param(example = false)]
        include_excluded: bool,
    }
}

/// Read the recap of the city.
///
/// Every obliged unit with its own figures, the headline (the mean of the units' printed indices) and beside it the pooled
/// value, the same by kind of unit, how many of the obliged units have answers, and the units' places. Units that need not
/// run the survey are listed apart and count in none of it. `excluded` says how many answers were taken out; with
/// `include_excluded=true` they count all the same. For the whole city: administrators, and keys made for the city.
#[utoipa::path(
    tag = "results",
    security(("bearer" = [])),
    params(RecapQuery),
    responses(
        (status = 200, description = "The recap", body = Recap, headers(("ETag" = String, description = "For If-None-Match"))),
        (status = 304, description = "Nothing changed since the ETag in If-None-Match"),
        ReadErrors
    )
)]
#[get("/recap")]
pub(crate) async fn get_city_recap(
    request: HttpRequest,
    guard: Guard<ReadResults>,
    Query(query): Query<RecapQuery>,
) -> Result<HttpResponse, ApiError> {
    refuse_outside_the_city(&guard).await?;
    let zone = zone(&guard).await?;
    let period = query.period(guard.now(), zone)?;
    let versions = Arc::clone(guard.db().versions());
    let include_excluded = query.include_excluded;
    let recap = guard.db().read(move |conn| city_recap(conn, &versions, period, include_excluded)).await?;
    figures(&request, &recap)
}

/// The recap is of the whole city.
pub(super) async fn refuse_outside_the_city(guard: &Guard<ReadResults>) -> Result<(), ApiError> {
    if guard.scope() == Scope::City {
        return Ok(());
    }
    let city = guard.unit(store::city::ROOT).await;
    city.map(drop).map_err(|_| ApiError::new(ErrorCode::OutsideScope, "the recap is of the whole city"))
}
