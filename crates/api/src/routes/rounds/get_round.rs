//! The round of a period.

use super::body;
use crate::access::{Guard, ManageUnit};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::etag::versioned;
use actix_web::{HttpResponse, get, web};
use contract::Round;
use domain::Period;

/// Read how a unit carried out a round.
///
/// Activities with their working days, the Forum Konsultasi Publik, and where the result was published. While nobody has
/// written it, it is empty and its ETag is `"0"`.
#[utoipa::path(
    tag = "preparation",
    security(("bearer" = [])),
    params(
        ("unit" = String, Path, description = "The unit's code", example = "kel-kuin-utara"),
        ("period" = String, Path, description = "The period", example = "2026-TW3")
    ),
    responses(
        (status = 200, description = "The round", body = Round, headers(("ETag" = String, description = "For If-Match"))),
        ReadErrors
    )
)]
#[get("/units/{unit}/rounds/{period}")]
pub(crate) async fn get_round(
    guard: Guard<ManageUnit>,
    place: web::Path<(String, Period)>,
) -> Result<HttpResponse, ApiError> {
    let (unit, period) = place.into_inner();
    let unit = guard.unit(&unit).await?;
    let id = unit.id;
    let round = guard.db().read(move |conn| store::offices::find_round(conn, id, period)).await?;
    Ok(versioned(HttpResponse::Ok(), round.row_version, &body(unit.code, period, round)))
}
