//! A draft less.

use super::scoped_report;
use crate::access::{Guard, ManageUnit};
use crate::error::ApiError;
use crate::error_docs::{ActErrors, EditErrors};
use crate::etag::IfMatch;
use actix_web::{HttpResponse, delete, web};

/// Delete a report that is open.
///
/// A draft is no official document; what was submitted stays for ever.
#[utoipa::path(
    tag = "reports",
    security(("bearer" = [])),
    params(
        ("report" = String, Path, description = "The report's id", example = "019a1f60-7c31-7a55-8f3a-0d6f5a1c2b3d"),
        ("If-Match" = String, Header, description = "The ETag of what was read", example = "\"1\"")
    ),
    responses((status = 204, description = "Deleted"), ActErrors, EditErrors)
)]
#[delete("/reports/{report}")]
pub(crate) async fn delete_report(
    guard: Guard<ManageUnit>,
    report: web::Path<String>,
    seen: IfMatch,
) -> Result<HttpResponse, ApiError> {
    let id = scoped_report(&guard, &report).await?.id;
    guard.db().write(move |conn| store::reports::delete_report(conn, id, seen.0)).await?;
    Ok(HttpResponse::NoContent().finish())
}
