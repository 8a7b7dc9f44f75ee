//! A unit without a logo.

use crate::access::{Guard, ManageUnit};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use actix_web::{HttpResponse, delete, web};
use store::pictures::put_logo;

/// Take the logo of a unit away.
///
/// Reports that were submitted with it keep it. Without a logo nothing changes.
#[utoipa::path(
    tag = "preparation",
    security(("bearer" = [])),
    params(("unit" = String, Path, description = "The unit's code", example = "kel-kuin-utara")),
    responses((status = 204, description = "The unit has no logo"), ReadErrors)
)]
#[delete("/units/{unit}/logo")]
pub(crate) async fn delete_unit_logo(
    guard: Guard<ManageUnit>,
    unit: web::Path<String>,
) -> Result<HttpResponse, ApiError> {
    let unit = guard.unit(&unit).await?;
    let (actor, now) = (guard.actor().label(), guard.now());
    guard.db().write(move |conn| put_logo(conn, unit.id, None, &actor, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}
