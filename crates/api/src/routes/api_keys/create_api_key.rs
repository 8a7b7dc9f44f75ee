//! A new key.

use super::{body, scope_of};
use crate::access::api_key::FreshKey;
use crate::access::{Guard, ManageCity};
use crate::error::{ApiError, field_problem};
use crate::error_docs::WriteErrors;
use crate::extract::Body;
use crate::routes::users::name_defect;
use actix_web::http::header;
use actix_web::{HttpResponse, post};
use contract::{CreateApiKeyRequest, CreatedApiKey};
use store::api_keys::NewApiKey;

/// Create an API key.
///
/// The secret is shown this once. The key works for its unit and those below, within its scopes, until it is revoked.
#[utoipa::path(
    tag = "api_keys",
    security(("bearer" = [])),
    request_body = CreateApiKeyRequest,
    responses((status = 201, description = "Created", body = CreatedApiKey), WriteErrors)
)]
#[post("/api-keys")]
pub(crate) async fn create_api_key(
    guard: Guard<ManageCity>,
    Body(request): Body<CreateApiKeyRequest>,
) -> Result<HttpResponse, ApiError> {
    let name = request.name.trim().to_owned();
    let mut defects: Vec<_> = name_defect(&name).into_iter().collect();
    if request.scopes.is_empty() {
        defects.push(field_problem("/scopes", "empty", "[]", "submit_answers, read_results or both"));
    }
    if !defects.is_empty() {
        return Err(ApiError::invalid_fields(defects));
    }
    let unit = guard.unit(&request.unit).await;
    let unit = unit.map_err(|_| ApiError::invalid("/unit", "unknown_unit", &request.unit, "the code of a unit"))?;
    let mut scopes: Vec<_> = request.scopes.into_iter().map(scope_of).collect();
    scopes.sort_unstable();
    scopes.dedup();
    let FreshKey { prefix, secret_hash, text } = FreshKey::draw()?;
    let new = NewApiKey { prefix, name, secret_hash, scopes, unit_id: unit.id, created_by: guard.actor().label() };
    let now = guard.now();
    let key = guard.db().write(move |conn| store::api_keys::insert_key(conn, &new, now)).await?;
    let created = CreatedApiKey { api_key: body(&key), secret: text };
    Ok(HttpResponse::Created().insert_header((header::CACHE_CONTROL, "no-store")).json(created))
}
