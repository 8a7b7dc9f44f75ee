//! An index from period to period.

use super::{figures, zone};
use crate::access::{Guard, ReadResults};
use crate::error::{ApiError, ErrorCode};
use crate::error_docs::ReadErrors;
use crate::extract::Query;
use crate::results::period;
use crate::results::series::{SeriesQuery, periods_until, unit_series};
use actix_web::{HttpRequest, HttpResponse, get, web};
use contract::results::UnitSeries;
use domain::Period;
use domain::period::{PeriodKind, month_of};
use serde::Deserialize;
use std::sync::Arc;
use utoipa::IntoParams;

/// Which series.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct SeriesParams {
    /// How long each period is: `month`, `quarter` (the default), `semester` or `year`.
    #[param(example = "quarter")]
    pub by: Option<String>,
    /// The last period, or `current`; the default.
    #[param(example = "current")]
    pub until: Option<String>,
    /// How many periods, 1 to 60; 5 by default.
    #[param(minimum = 1, maximum = 60, default = 5, example = 5)]
    pub count: Option<usize>,
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

/// Read the series of a unit.
///
/// Each index from period to period, every point tested against the one before it. Where a change says `not_comparable`,
/// draw no arrow and break the line. `excluded` says how many answers of these periods were taken out; with
/// `include_excluded=true` they count all the same.
#[utoipa::path(
    tag = "results",
    security(("bearer" = [])),
    params(("unit" = String, Path, description = "The unit's code", example = "kel-kuin-utara"), SeriesParams),
    responses(
        (status = 200, description = "The series", body = UnitSeries, headers(("ETag" = String, description = "For If-None-Match"))),
        (status = 304, description = "Nothing changed since the ETag in If-None-Match"),
        ReadErrors
    )
)]
#[get("/units/{unit}/series")]
pub(crate) async fn get_unit_series(
    request: HttpRequest,
    guard: Guard<ReadResults>,
    unit: web::Path<String>,
    Query(query): Query<SeriesParams>,
) -> Result<HttpResponse, ApiError> {
    let unit = guard.unit(&unit).await?;
    let kind = kind(query.by.as_deref())?;
    let last = match query.until.as_deref() {
        None | Some("current") => Period::containing(month_of(guard.now(), zone(&guard).await?), kind),
        until => period::of_query(until, None, None, guard.now(), zone(&guard).await?)?,
    };
    let periods = periods_until(last, kind, count(query.count)?);
    let asked = SeriesQuery {
        unit: unit.code.clone(),
        service: query.service,
        subtree: query.subtree,
        periods,
        include_excluded: query.include_excluded,
    };
    let versions = Arc::clone(guard.db().versions());
    let (series, excluded) = guard.db().read(move |conn| unit_series(conn, &versions, &asked)).await?;
    figures(&request, &UnitSeries { unit: unit.code, excluded, excluded_counted: query.include_excluded, series })
}

fn kind(text: Option<&str>) -> Result<PeriodKind, ApiError> {
    match text {
        Some("month") => Ok(PeriodKind::Month),
        None | Some("quarter") => Ok(PeriodKind::Quarter),
        Some("semester") => Ok(PeriodKind::Semester),
        Some("year") => Ok(PeriodKind::Year),
        Some(other) => Err(invalid("?by", other, "month, quarter, semester or year")),
    }
}

fn count(number: Option<usize>) -> Result<usize, ApiError> {
    match number.unwrap_or(5) {
        count @ 1..=60 => Ok(count),
        other => Err(invalid("?count", &other.to_string(), "a whole number from 1 to 60")),
    }
}

fn invalid(pointer: &str, received: &str, accepted: &str) -> ApiError {
    ApiError::new(ErrorCode::InvalidQuery, "the query cannot be read").field(
        pointer,
        "not_accepted",
        received,
        accepted,
    )
}
