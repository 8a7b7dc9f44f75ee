//! A new profile of a unit.

use super::body;
use crate::access::{Guard, ManageUnit};
use crate::error::ApiError;
use crate::error_docs::{EditErrors, WriteErrors};
use crate::etag::{IfMatch, versioned};
use crate::extract::Body;
use actix_web::{HttpResponse, put, web};
use contract::Office;
use domain::preparation::OfficeProfile;
use store::offices::{Edit, put_profile};
use store::pictures::find_logo;

/// Write the profile of a unit.
///
/// All of it: what is left out is empty. A NIP has 18 digits that can be one, blanks are taken out. Reports that were
/// submitted keep what they were made with.
#[utoipa::path(
    tag = "preparation",
    security(("bearer" = [])),
    params(
        ("unit" = String, Path, description = "The unit's code", example = "kel-kuin-utara"),
        ("If-Match" = String, Header, description = "The ETag of what was read", example = "\"0\"")
    ),
    request_body = OfficeProfile,
    responses(
        (status = 200, description = "Written", body = Office, headers(("ETag" = String, description = "For the next change"))),
        WriteErrors,
        EditErrors
    )
)]
#[put("/units/{unit}/profile")]
pub(crate) async fn put_unit_profile(
    guard: Guard<ManageUnit>,
    unit: web::Path<String>,
    seen: IfMatch,
    Body(profile): Body<OfficeProfile>,
) -> Result<HttpResponse, ApiError> {
    let unit = guard.unit(&unit).await?;
    let profile = profile.tidy();
    let defects = profile.check();
    if !defects.is_empty() {
        return Err(defects.into());
    }
    let (id, edit) = (unit.id, Edit { seen: seen.0, actor: guard.actor().label(), at: guard.now() });
    let writing =
        move |conn: &mut store::WriteConn<'_>| Ok((put_profile(conn, id, &profile, &edit)?, find_logo(conn, id)?));
    let (profile, logo) = guard.db().write(writing).await?;
    Ok(versioned(HttpResponse::Ok(), profile.row_version, &body(unit.code, profile, logo)))
}
