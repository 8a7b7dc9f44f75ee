//! How far people come in the surveys of a unit.

use super::{figures, period_query, zone};
use crate::access::{Guard, ReadResults};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::extract::Query;
use crate::results::completion::{CompletionQuery, unit_completion};
use actix_web::{HttpRequest, HttpResponse, get, web};
use contract::results::UnitCompletion;
use std::sync::Arc;

period_query! {
    /// Which surveys.
    CompletionParams {
        /// Only links made for this service: pages are counted by link, so what came by a link of the whole unit is not among
        /// them.
        #[param(example = "umum")]
        service: Option<String>,
        /// The links of the units below as well.
        #[serde(default)]
        #[param(example = false)]
        subtree: bool,
    }
}

/// Read the completion of a unit's surveys.
///
/// How many opened, began and finished a survey by the unit's links, where people left, on what kind of device and in which
/// language they answered, and how long it took them. Rates are null where nothing was counted. Counters are written every
/// few seconds and may lose the last ones.
#[utoipa::path(
    tag = "results",
    security(("bearer" = [])),
    params(("unit" = String, Path, description = "The unit's code", example = "kel-kuin-utara"), CompletionParams),
    responses(
        (status = 200, description = "The completion", body = UnitCompletion, headers(("ETag" = String, description = "For If-None-Match"))),
        (status = 304, description = "Nothing changed since the ETag in If-None-Match"),
        ReadErrors
    )
)]
#[get("/units/{unit}/completion")]
pub(crate) async fn get_unit_completion(
    request: HttpRequest,
    guard: Guard<ReadResults>,
    unit: web::Path<String>,
    Query(query): Query<CompletionParams>,
) -> Result<HttpResponse, ApiError> {
    let unit = guard.unit(&unit).await?;
    let zone = zone(&guard).await?;
    let period = query.period(guard.now(), zone)?;
    let asked =
        CompletionQuery { unit: unit.code.clone(), service: query.service.clone(), subtree: query.subtree, period };
    let versions = Arc::clone(guard.db().versions());
    let completion = guard.db().read(move |conn| unit_completion(conn, &versions, &asked)).await?;
    figures(&request, &UnitCompletion { unit: unit.code, service: query.service, subtree: query.subtree, completion })
}
