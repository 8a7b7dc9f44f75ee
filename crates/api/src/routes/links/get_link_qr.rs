//! The QR code of a survey link.

use super::{scoped_link, url};
use crate::access::{Guard, ManageUnit};
use crate::error::{ApiError, ErrorCode};
use crate::error_docs::ReadErrors;
use crate::etag::computed;

use actix_web::{HttpRequest, HttpResponse, get, web};
use documents::qr;

/// Read the QR code of a survey link.
///
/// An SVG drawing of the address under SUMBERDAYA_PUBLIC_URL that respondents scan: black on white, error correction M or better, with
/// the quiet zone that readers need. It scales to any size; print it no smaller than 2 cm.
#[utoipa::path(
    tag = "links",
    security(("bearer" = [])),
    params(("link" = String, Path, description = "The link's code", example = "k7m2p9qx")),
    responses(
        (status = 200, description = "The drawing", body = String, content_type = "image/svg+xml", headers(("ETag" = String, description = "For If-None-Match"))),
        (status = 304, description = "Nothing changed since the ETag in If-None-Match"),
        ReadErrors
    )
)]
#[get("/links/{link}/qr.svg")]
pub(crate) async fn get_link_qr(
    request: HttpRequest,
    guard: Guard<ManageUnit>,
    link: web::Path<String>,
) -> Result<HttpResponse, ApiError> {
    let link = scoped_link(&guard, &link).await?;
    let address = url(&guard.state().config.public_url, link.code);
    let drawing = qr::svg(&address, &address)
        .ok_or_else(|| ApiError::new(ErrorCode::Internal, "SUMBERDAYA_PUBLIC_URL is too long for a QR code"))?;
    Ok(computed(&request, "image/svg+xml", drawing.into_bytes()))
}
