//! One survey link.

use super::{body, scoped_link};
use crate::access::{Guard, ManageUnit};
use crate::error::ApiError;
use crate::error_docs::ReadErrors;
use crate::etag::versioned;
use actix_web::{HttpResponse, get, web};
use contract::Link;

/// Read a survey link.
///
/// The ETag is needed to change the link.
#[utoipa::path(
    tag = "links",
    security(("bearer" = [])),
    params(("link" = String, Path, description = "The link's code", example = "k7m2p9qx")),
    responses(
        (status = 200, description = "The survey link", body = Link, headers(("ETag" = String, description = "For If-Match"))),
        ReadErrors
    )
)]
#[get("/links/{link}")]
pub(crate) async fn get_link(guard: Guard<ManageUnit>, link: web::Path<String>) -> Result<HttpResponse, ApiError> {
    let link = scoped_link(&guard, &link).await?;
    let body = body(&link, guard.db().versions(), &guard.state().config.public_url)?;
    Ok(versioned(HttpResponse::Ok(), link.row_version, &body))
}
