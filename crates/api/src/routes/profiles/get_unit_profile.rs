//! The profile of a unit.

use super::body;
use crate::access::{Guard, ManageUnit};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::etag::versioned;
use actix_web::{HttpResponse, get, web};
use contract::Office;
use store::offices::find_profile;
use store::pictures::find_logo;

/// Read the profile of a unit.
///
/// Address, place and who signs, as letterhead and signature block print them. The profile of the city (`kota`) names the
/// head of the division that answers for the surveys. While nobody has written it, it is empty and its ETag is `"0"`.
#[utoipa::path(
    tag = "preparation",
    security(("bearer" = [])),
    params(("unit" = String, Path, description = "The unit's code", example = "kel-kuin-utara")),
    responses(
        (status = 200, description = "The profile", body = Office, headers(("ETag" = String, description = "For If-Match"))),
        ReadErrors
    )
)]
#[get("/units/{unit}/profile")]
pub(crate) async fn get_unit_profile(
    guard: Guard<ManageUnit>,
    unit: web::Path<String>,
) -> Result<HttpResponse, ApiError> {
    let unit = guard.unit(&unit).await?;
    let id = unit.id;
    let (profile, logo) = guard.db().read(move |conn| Ok((find_profile(conn, id)?, find_logo(conn, id)?))).await?;
    Ok(versioned(HttpResponse::Ok(), profile.row_version, &body(unit.code, profile, logo)))
}
