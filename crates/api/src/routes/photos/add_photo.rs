//! A photo for a period.

use super::{body, uploaded};
use crate::access::{Guard, ManageUnit};
use crate::error::{ApiError, ErrorCode};
use crate::error_docs::WriteErrors;
use crate::extract::Query;
use crate::pictures::Purpose;
use actix_web::{HttpRequest, HttpResponse, post, web};
use contract::{AddPhotoQuery, Photo};
use domain::Period;
use store::pictures::NewPhoto;

/// Add a photo to a round.
///
/// A JPEG or PNG of at most 5 MB. It is decoded, turned upright, made no larger than 1,600 pixels a side and kept as JPEG;
/// what the camera wrote beside it (place, time, device) is gone. The same photo again only changes its caption.
#[utoipa::path(
    tag = "preparation",
    security(("bearer" = [])),
    params(
        ("unit" = String, Path, description = "The unit's code", example = "kel-kuin-utara"),
        ("period" = String, Path, description = "The period", example = "2026-TW3"),
        AddPhotoQuery
    ),
    request_body(content((Vec<u8> = "image/jpeg"), (Vec<u8> = "image/png")), description = "The photo"),
    responses((status = 201, description = "Added", body = Photo), WriteErrors)
)]
#[post("/units/{unit}/rounds/{period}/photos")]
pub(crate) async fn add_photo(
    request: HttpRequest,
    guard: Guard<ManageUnit>,
    place: web::Path<(String, Period)>,
    Query(query): Query<AddPhotoQuery>,
    payload: web::Payload,
) -> Result<HttpResponse, ApiError> {
    let (unit, period) = place.into_inner();
    let unit = guard.unit(&unit).await?;
    let caption = query.caption.trim().to_owned();
    if !(1..=200).contains(&caption.chars().count()) || caption.chars().any(char::is_control) {
        let error = ApiError::new(ErrorCode::InvalidQuery, "the caption cannot be printed");
        return Err(error.field("?caption", "invalid_text", format!("{caption:?}"), "1 to 200 characters on one line"));
    }
    let picture = uploaded(&guard, &request, payload, Purpose::Photo).await?;
    let new = NewPhoto { unit_id: unit.id, period, caption, added_by: guard.actor().label() };
    let now = guard.now();
    let photo = guard.db().write(move |conn| store::pictures::add_photo(conn, &new, &picture, now)).await?;
    Ok(HttpResponse::Created().json(body(&photo)))
}
