//! The end of a key.

use crate::access::{Guard, ManageCity};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use actix_web::{HttpResponse, delete, web};

/// Revoke an API key.
///
/// At once and for good; the key stays in the list. Revoking it again changes nothing.
#[utoipa::path(
    tag = "api_keys",
    security(("bearer" = [])),
    params(("prefix" = String, Path, description = "The public part of the key", example = "k7m2p9qx")),
    responses((status = 204, description = "Revoked"), ReadErrors)
)]
#[delete("/api-keys/{prefix}")]
pub(crate) async fn revoke_api_key(
    guard: Guard<ManageCity>,
    prefix: web::Path<String>,
) -> Result<HttpResponse, ApiError> {
    let now = guard.now();
    guard.db().write(move |conn| store::api_keys::revoke_key(conn, &prefix, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}
