//! The results of a unit.

use super::{figures, period_query, zone};
use crate::access::{Guard, ReadResults};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::extract::Query;
use crate::results::unit::{UnitQuery, read};
use actix_web::{HttpRequest, HttpResponse, get, web};
use contract::results::UnitResults;

period_query! {
    /// Which results.
    ResultsQuery {
        /// One service of the unit alone.
        #[param(example = "umum")]
        service: Option<String>,
        /// Count the units below as well.
        #[serde(default)]
        #[param(example = false)]
        subtree: bool,
        /// Count excluded answers as well.
        #[serde(default)]
        #[param(example = false)]
        include_excluded: bool,
    }
}

/// Read the results of a unit.
///
/// Every figure of a unit and a period: the three indices with grade, margin and change, their elements, who answered, by
/// which channel, and what was excluded. Decimals are texts with fixed places. Own answers by default; `subtree=true` adds
/// the units below.
#[utoipa::path(
    tag = "results",
    security(("bearer" = [])),
    params(("unit" = String, Path, description = "The unit's code", example = "kel-kuin-utara"), ResultsQuery),
    responses(
        (status = 200, description = "The results", body = UnitResults, headers(("ETag" = String, description = "For If-None-Match"))),
        (status = 304, description = "Nothing changed since the ETag in If-None-Match"),
        ReadErrors
    )
)]
#[get("/units/{unit}/results")]
pub(crate) async fn get_unit_results(
    request: HttpRequest,
    guard: Guard<ReadResults>,
    unit: web::Path<String>,
    Query(query): Query<ResultsQuery>,
) -> Result<HttpResponse, ApiError> {
    let unit = guard.unit(&unit).await?;
    let zone = zone(&guard).await?;
    let period = query.period(guard.now(), zone)?;
    let asked = UnitQuery {
        unit: unit.code.clone(),
        service: query.service.clone(),
        subtree: query.subtree,
        period,
        include_excluded: query.include_excluded,
    };
    let named = read(guard.db(), asked).await?;
    let body = UnitResults {
        unit: unit.code,
        name: named.name,
        service: query.service,
        subtree: query.subtree,
        figures: named.figures,
    };
    figures(&request, &body)
}
