//! The next revision of a report.

use super::{answer, scoped_report};
use crate::access::{Guard, ManageUnit};
use crate::error::ApiError;
use crate::error_docs::ActErrors;
use actix_web::{HttpResponse, post, web};
use contract::report::Report;
use uuid::Uuid;

/// Revise a report.
///
/// Makes a draft beside a report that was submitted, with the same words and the next revision number; it follows the answers
/// again. The document before stays as it is.
#[utoipa::path(
    tag = "reports",
    security(("bearer" = [])),
    params(("report" = String, Path, description = "The report's id", example = "019a1f60-7c31-7a55-8f3a-0d6f5a1c2b3d")),
    responses(
        (status = 201, description = "Made", body = Report, headers(("ETag" = String, description = "For If-Match"))),
        ActErrors
    )
)]
#[post("/reports/{report}/revise")]
pub(crate) async fn revise_report(
    guard: Guard<ManageUnit>,
    report: web::Path<String>,
) -> Result<HttpResponse, ApiError> {
    let id = scoped_report(&guard, &report).await?.id;
    let (new_id, actor, now) = (Uuid::now_v7(), guard.actor().label(), guard.now());
    guard.db().write(move |conn| store::reports::revise_report(conn, id, new_id, &actor, now)).await?;
    answer(&guard, HttpResponse::Created(), new_id).await
}
