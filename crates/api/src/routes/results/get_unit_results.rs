//! The results of a unit.

use super::{figures, zone};
use crate::access::{Guard, ReadResults};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::extract::Query;
use crate::results::period;
use crate::results::unit::{UnitQuery, read};
use actix_web::{HttpRequest, HttpResponse, get, web};
use contract::results::UnitResults;
use serde::Deserialize;
use utoipa::IntoParams;

/// Which results.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ResultsQuery {
    /// A month, quarter (TW), semester, year, or `current`, the running quarter; the default.
    #[param(example = "2026-TW3")]
    pub period: Option<String>,
    /// Instead of `period`: the first month.
    #[param(example = "2026-07")]
    pub from: Option<String>,
    /// With `from`: the last month, included.
    #[param(example = "2026-09")]
    pub to: Option<String>,
    /// One service of the unit alone.
    #[param(example = "umum")]
    pub service: Option<String>,
    /// Count the units below as well.
    #[serde(default)]
    #[param(example = false)]
    pub subtree: bool,
    /// Count excluded answers as well.
    #[serde(default)]
    #[param(example = false)]
    pub include_excluded: bool,
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
    let period =
        period::of_query(query.period.as_deref(), query.from.as_deref(), query.to.as_deref(), guard.now(), zone)?;
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
