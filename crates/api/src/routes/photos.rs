//! Photos of the documentation.

pub mod add_photo;
pub mod delete_photo;
pub mod get_photo;
pub mod list_photos;

use crate::access::{Guard, ManageUnit};
use crate::clock::rfc3339;
use crate::error::ApiError;
use crate::extract::body::read_raw;
use crate::pictures::{MOST_BYTES, Purpose, re_encode};
use actix_web::{HttpRequest, web};
use store::pictures::{Photo, Picture};

fn body(photo: &Photo) -> contract::Photo {
    contract::Photo {
        id: photo.id,
        unit: photo.unit.1.to_string(),
        period: photo.period,
        caption: photo.caption.clone(),
        sha256: hex::encode(photo.picture),
        width: photo.size.0,
        height: photo.size.1,
        added_by: photo.added_by.clone(),
        added_at: rfc3339(photo.added_at),
    }
}

/// The picture of a request's body, decoded and encoded again.
pub(super) async fn uploaded(
    guard: &Guard<ManageUnit>,
    request: &HttpRequest,
    payload: web::Payload,
    purpose: Purpose,
) -> Result<Picture, ApiError> {
    let bytes = read_raw(request, payload, &["image/png", "image/jpeg"], MOST_BYTES).await?;
    let picture = guard.state().heavy.run(move || re_encode(&bytes, purpose)).await?;
    picture.map_err(|bad| ApiError::invalid("", "bad_picture", "other bytes", bad.to_string()))
}

/// A photo by the number in the address, when its unit is the actor's.
async fn scoped_photo(guard: &Guard<ManageUnit>, id: &str) -> Result<Photo, ApiError> {
    let id: i32 = id.parse().map_err(|_| ApiError::not_found("photo"))?;
    let photo = guard.db().read(move |conn| store::pictures::find_photo(conn, id)).await?;
    guard.unit(photo.unit.1.as_str()).await?;
    Ok(photo)
}
