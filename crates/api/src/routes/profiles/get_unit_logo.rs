//! The logo of a unit.

use crate::access::{Guard, ManageUnit};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::etag::computed;
use actix_web::{HttpRequest, HttpResponse, get, web};
use store::StoreError;
use store::pictures::{find_logo, find_picture};

/// Read the logo of a unit.
///
/// As it is kept: a PNG of at most 600 pixels a side.
#[utoipa::path(
    tag = "preparation",
    security(("bearer" = [])),
    params(("unit" = String, Path, description = "The unit's code", example = "kel-kuin-utara")),
    responses(
        (status = 200, description = "The picture", body = Vec<u8>, content_type = "image/png", headers(("ETag" = String, description = "For If-None-Match"))),
        (status = 304, description = "Nothing changed since the ETag in If-None-Match"),
        ReadErrors
    )
)]
#[get("/units/{unit}/logo")]
pub(crate) async fn get_unit_logo(
    request: HttpRequest,
    guard: Guard<ManageUnit>,
    unit: web::Path<String>,
) -> Result<HttpResponse, ApiError> {
    let unit = guard.unit(&unit).await?;
    let reading = move |conn: &mut store::Conn<'_>| {
        let hash = find_logo(conn, unit.id)?.ok_or(StoreError::NotFound("logo"))?;
        find_picture(conn, &hash)
    };
    let picture = guard.db().read(reading).await?;
    Ok(computed(&request, &picture.content_type, picture.content))
}
