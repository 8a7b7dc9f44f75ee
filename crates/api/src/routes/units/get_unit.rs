//! One unit.

use super::body;
use crate::access::{Guard, SignedIn};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::etag::versioned;
use actix_web::{HttpResponse, get, web};
use contract::Unit;

/// Read a unit.
///
/// The ETag is needed to change the unit.
#[utoipa::path(
    tag = "units",
    security(("bearer" = [])),
    params(("unit" = String, Path, description = "The unit's code", example = "dukcapil")),
    responses(
        (status = 200, description = "The unit", body = Unit, headers(("ETag" = String, description = "For If-Match"))),
        ReadErrors
    )
)]
#[get("/units/{unit}")]
pub(crate) async fn get_unit(guard: Guard<SignedIn>, unit: web::Path<String>) -> Result<HttpResponse, ApiError> {
    let scoped = guard.unit(&unit).await?;
    let unit = guard.db().read(move |conn| store::units::find_unit(conn, &scoped.code)).await?;
    Ok(versioned(HttpResponse::Ok(), unit.row_version, &body(&unit)))
}
