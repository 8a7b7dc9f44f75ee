//! A point less.

use crate::access::{Guard, ManageUnit};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use actix_web::{HttpResponse, delete, web};
use domain::{IndexKind, Period};

/// Delete what a unit published before.
///
/// One index and period. Reports that were submitted with it keep it.
#[utoipa::path(
    tag = "preparation",
    security(("bearer" = [])),
    params(
        ("unit" = String, Path, description = "The unit's code", example = "kel-kuin-utara"),
        ("index" = IndexKind, Path, description = "Which index", example = "ikm"),
        ("period" = String, Path, description = "The period", example = "2024-S2")
    ),
    responses((status = 204, description = "Deleted"), ReadErrors)
)]
#[delete("/units/{unit}/historic-points/{index}/{period}")]
pub(crate) async fn delete_historic_point(
    guard: Guard<ManageUnit>,
    place: web::Path<(String, IndexKind, Period)>,
) -> Result<HttpResponse, ApiError> {
    let (unit, index, period) = place.into_inner();
    let unit = guard.unit(&unit).await?;
    guard.db().write(move |conn| store::historic::delete_point(conn, unit.id, index, period)).await?;
    Ok(HttpResponse::NoContent().finish())
}
