//! One photo.

use super::scoped_photo;
use crate::access::{Guard, ManageUnit};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::etag::computed;
use actix_web::{HttpRequest, HttpResponse, get, web};

/// Read a photo.
///
/// As it is kept: a JPEG of at most 1,600 pixels a side.
#[utoipa::path(
    tag = "preparation",
    security(("bearer" = [])),
    params(("photo" = i32, Path, description = "The photo's number", example = 12)),
    responses(
        (status = 200, description = "The picture", body = Vec<u8>, content_type = "image/jpeg", headers(("ETag" = String, description = "For If-None-Match"))),
        (status = 304, description = "Nothing changed since the ETag in If-None-Match"),
        ReadErrors
    )
)]
#[get("/photos/{photo}")]
pub(crate) async fn get_photo(
    request: HttpRequest,
    guard: Guard<ManageUnit>,
    photo: web::Path<String>,
) -> Result<HttpResponse, ApiError> {
    let photo = scoped_photo(&guard, &photo).await?;
    let picture = guard.db().read(move |conn| store::pictures::find_picture(conn, &photo.picture)).await?;
    Ok(computed(&request, &picture.content_type, picture.content))
}
