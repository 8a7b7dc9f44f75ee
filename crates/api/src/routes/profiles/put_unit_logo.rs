//! A logo for a unit.

use super::body;
use crate::access::{Guard, ManageUnit};
use crate::error::ApiError;
use crate::error_docs::WriteErrors;
use crate::pictures::Purpose;
use crate::routes::photos::uploaded;
use actix_web::{HttpRequest, HttpResponse, put, web};
use contract::Office;
use store::offices::find_profile;
use store::pictures::put_logo;

/// Give a unit a logo.
///
/// A JPEG or PNG of at most 5 MB. It is decoded, made no larger than 600 pixels a side and kept as PNG, without anything
/// that was written beside the picture.
#[utoipa::path(
    tag = "preparation",
    security(("bearer" = [])),
    params(("unit" = String, Path, description = "The unit's code", example = "kel-kuin-utara")),
    request_body(content((Vec<u8> = "image/png"), (Vec<u8> = "image/jpeg")), description = "The picture"),
    responses((status = 200, description = "The profile with its logo", body = Office), WriteErrors)
)]
#[put("/units/{unit}/logo")]
pub(crate) async fn put_unit_logo(
    request: HttpRequest,
    guard: Guard<ManageUnit>,
    unit: web::Path<String>,
    payload: web::Payload,
) -> Result<HttpResponse, ApiError> {
    let unit = guard.unit(&unit).await?;
    let picture = uploaded(&guard, &request, payload, Purpose::Logo).await?;
    let (id, actor, now) = (unit.id, guard.actor().label(), guard.now());
    let writing = move |conn: &mut store::WriteConn<'_>| {
        let logo = put_logo(conn, id, Some(&picture), &actor, now)?;
        Ok((find_profile(conn, id)?, logo))
    };
    let (profile, logo) = guard.db().write(writing).await?;
    Ok(HttpResponse::Ok().json(body(unit.code, profile, logo)))
}
