//! An electronically signed PDF.

use super::{answer, scoped_report};
use crate::access::{Guard, ManageCity};
use crate::error::ApiError;
use crate::error_docs::{EditErrors, WriteErrors};
use crate::etag::IfMatch;
use crate::extract::body::read_raw;
use crate::reports::pdf_signature::is_signed_behind;
use actix_web::{HttpRequest, HttpResponse, put, web};
use contract::report::Report;
use store::reports::{ORIGINAL, SIGNED, find_file, put_signed_file};

const MOST_BYTES: usize = 32 * 1024 * 1024;

/// Put a signed PDF in the place of a published one.
///
/// At most 32 MB. Signing tools write the signature behind the bytes of what is signed (an incremental update), so the file
/// must begin with the published PDF, byte by byte, and go on after it with a signature that covers the whole file: its
/// `/ByteRange` ends where the file ends and leaves out its own `/Contents` alone, which holds CMS SignedData. Whether the
/// signature is valid a PDF reader shows. Downloads of `pdf` give the signed file from then on, the published one stays as
/// `pdf-original`; the public page knows both. Another upload takes the place of the one before.
#[utoipa::path(
    tag = "reports",
    security(("bearer" = [])),
    params(
        ("report" = String, Path, description = "The report's id", example = "019a1f60-7c31-7a55-8f3a-0d6f5a1c2b3d"),
        ("If-Match" = String, Header, description = "The ETag of what was read", example = "\"3\"")
    ),
    request_body(content = Vec<u8>, content_type = "application/pdf", description = "The signed PDF"),
    responses(
        (status = 200, description = "Kept", body = Report, headers(("ETag" = String, description = "For the next change"))),
        WriteErrors,
        EditErrors
    )
)]
#[put("/reports/{report}/signed-pdf")]
pub(crate) async fn put_signed_report(
    request: HttpRequest,
    guard: Guard<ManageCity>,
    report: web::Path<String>,
    seen: IfMatch,
    payload: web::Payload,
) -> Result<HttpResponse, ApiError> {
    let report = scoped_report(&guard, &report).await?;
    let content = read_raw(&request, payload, &["application/pdf"], MOST_BYTES).await?.to_vec();
    let (id, actor, now) = (report.id, guard.actor().label(), guard.now());
    if report.state.is_published() {
        let format = if report.signed.is_some() { ORIGINAL } else { SIGNED };
        let original = guard.db().read(move |conn| find_file(conn, id, format)).await?;
        refuse_another(&content, &original.content)?;
    }
    guard.db().write(move |conn| put_signed_file(conn, id, seen.0, content, &actor, now)).await?;
    answer(&guard, HttpResponse::Ok(), id).await
}

/// 422 unless a file goes on where the published one ends.
fn refuse_another(content: &[u8], original: &[u8]) -> Result<(), ApiError> {
    let hash = hex::encode(crate::reports::hash(original));
    let accepted = format!(
        "a file that begins with the {} bytes of the published PDF (SHA-256 {hash}), a signature behind",
        original.len()
    );
    let (code, received) = match content.strip_prefix(original) {
        Some([]) => ("not_signed", "the published PDF itself, nothing behind it".to_owned()),
        Some(behind) if !is_signed_behind(content, original.len()) => (
            "no_signature",
            format!(
                "the published PDF and {} bytes that hold no electronic signature over the whole file",
                behind.len()
            ),
        ),
        Some(_) => return Ok(()),
        None if !content.starts_with(b"%PDF-") => ("not_a_pdf", format!("{} bytes that are no PDF", content.len())),
        None => ("not_the_published_file", format!("another PDF of {} bytes", content.len())),
    };
    Err(ApiError::invalid("", code, received, accepted))
}
