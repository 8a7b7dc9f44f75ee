//! What a unit tells of a round.

use super::body;
use crate::access::{Guard, ManageUnit};
use crate::error::ApiError;
use crate::error_docs::{EditErrors, WriteErrors};
use crate::etag::{IfMatch, versioned};
use crate::extract::Body;
use actix_web::{HttpResponse, put, web};
use contract::Round;
use domain::Period;
use domain::preparation::RoundDetails;
use store::offices::Edit;

/// Write how a unit carried out a round.
///
/// All of it: what is left out is empty. Working days are typed, as the program knows no holidays; they cannot be more than
/// the days between the dates.
#[utoipa::path(
    tag = "preparation",
    security(("bearer" = [])),
    params(
        ("unit" = String, Path, description = "The unit's code", example = "kel-kuin-utara"),
        ("period" = String, Path, description = "The period", example = "2026-TW3"),
        ("If-Match" = String, Header, description = "The ETag of what was read", example = "\"0\"")
    ),
    request_body = RoundDetails,
    responses(
        (status = 200, description = "Written", body = Round, headers(("ETag" = String, description = "For the next change"))),
        WriteErrors,
        EditErrors
    )
)]
#[put("/units/{unit}/rounds/{period}")]
pub(crate) async fn put_round(
    guard: Guard<ManageUnit>,
    place: web::Path<(String, Period)>,
    seen: IfMatch,
    Body(details): Body<RoundDetails>,
) -> Result<HttpResponse, ApiError> {
    let (unit, period) = place.into_inner();
    let unit = guard.unit(&unit).await?;
    let defects = details.check();
    if !defects.is_empty() {
        return Err(defects.into());
    }
    let (id, edit) = (unit.id, Edit { seen: seen.0, actor: guard.actor().label(), at: guard.now() });
    let round = guard.db().write(move |conn| store::offices::put_round(conn, id, period, &details, &edit)).await?;
    Ok(versioned(HttpResponse::Ok(), round.row_version, &body(unit.code, period, round)))
}
