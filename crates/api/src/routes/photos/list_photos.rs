//! The photos of a period.

use super::body;
use crate::access::{Guard, ManageUnit};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use actix_web::{HttpResponse, get, web};
use contract::Photos;
use domain::Period;

/// List the photos of a unit and a period.
///
/// In the order in which they were added; reports print them so.
#[utoipa::path(
    tag = "preparation",
    security(("bearer" = [])),
    params(
        ("unit" = String, Path, description = "The unit's code", example = "kel-kuin-utara"),
        ("period" = String, Path, description = "The period", example = "2026-TW3")
    ),
    responses((status = 200, description = "The photos", body = Photos), ReadErrors)
)]
#[get("/units/{unit}/rounds/{period}/photos")]
pub(crate) async fn list_photos(
    guard: Guard<ManageUnit>,
    place: web::Path<(String, Period)>,
) -> Result<HttpResponse, ApiError> {
    let (unit, period) = place.into_inner();
    let unit = guard.unit(&unit).await?;
    let photos = guard.db().read(move |conn| store::pictures::list_photos(conn, unit.id, period)).await?;
    Ok(HttpResponse::Ok().json(Photos { items: photos.iter().map(body).collect() }))
}
