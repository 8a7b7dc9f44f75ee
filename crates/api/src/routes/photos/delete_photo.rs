//! A photo less.

use super::scoped_photo;
use crate::access::{Guard, ManageUnit};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use actix_web::{HttpResponse, delete, web};

/// Delete a photo.
///
/// The round shows it no longer; reports that were submitted with it keep it.
#[utoipa::path(
    tag = "preparation",
    security(("bearer" = [])),
    params(("photo" = i32, Path, description = "The photo's number", example = 12)),
    responses((status = 204, description = "Deleted"), ReadErrors)
)]
#[delete("/photos/{photo}")]
pub(crate) async fn delete_photo(guard: Guard<ManageUnit>, photo: web::Path<String>) -> Result<HttpResponse, ApiError> {
    let photo = scoped_photo(&guard, &photo).await?;
    guard.db().write(move |conn| store::pictures::delete_photo(conn, photo.id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
