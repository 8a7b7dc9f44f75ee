//! Bringing answers back.

use super::{body, services_in};
use crate::access::actor::Scope;
use crate::access::{Guard, ManageUnit};
use crate::error::{ApiError, ErrorCode};
use crate::error_docs::ActErrors;
use actix_web::{HttpResponse, post, web};
use contract::results::Exclusion;
use std::sync::Arc;
use store::exclusions::{find_exclusion, services_of_exclusion};

/// Undo an exclusion.
///
/// Its responses count again. The exclusion stays in the list, with who undid it and when. Only who made it may undo it, or
/// the city administrator.
#[utoipa::path(
    tag = "exclusions",
    security(("bearer" = [])),
    params(("id" = i32, Path, description = "The exclusion's number", example = 12)),
    responses((status = 200, description = "Undone", body = Exclusion), ActErrors)
)]
#[post("/exclusions/{id}/undo")]
pub(crate) async fn undo_exclusion(guard: Guard<ManageUnit>, id: web::Path<i32>) -> Result<HttpResponse, ApiError> {
    let (id, scope) = (id.into_inner(), guard.scope());
    let ours = guard
        .db()
        .read(move |conn| {
            let Some(services) = services_in(conn, scope)? else { return Ok(true) };
            Ok(services_of_exclusion(conn, id)?.iter().all(|service| services.contains(service)))
        })
        .await?;
    if !ours {
        return Err(ApiError::new(
            ErrorCode::OutsideScope,
            format!("exclusion {id} holds answers of units that are not yours"),
        ));
    }
    let found = guard.db().read(move |conn| find_exclusion(conn, id)).await?;
    if scope != Scope::City && found.excluded_by != guard.actor().label() {
        return Err(ApiError::new(
            ErrorCode::Forbidden,
            format!("only {}, who made exclusion {id}, or the city administrator may undo it", found.excluded_by),
        ));
    }
    let (versions, actor, now) = (Arc::clone(guard.db().versions()), guard.actor().label(), guard.now());
    let undone =
        guard.db().write(move |conn| store::exclusions::undo_exclusion(conn, &versions, id, &actor, now)).await?;
    Ok(HttpResponse::Ok().json(body(&undone)))
}
