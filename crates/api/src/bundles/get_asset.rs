//! A file of the bundles, compressed beforehand.

use super::{manifest, read};
use crate::error::{ApiError, ErrorCode};
use actix_web::body::BoxBody;
use actix_web::http::header::{self, AcceptEncoding, Encoding, Header, HeaderValue};
use actix_web::{HttpMessage, HttpRequest, HttpResponse, web};
use std::borrow::Cow;

/// For what never changes under its name.
pub const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// The ending of the twin that holds a file in a content coding.
fn ending(coding: &str) -> &'static str {
    if coding == "br" { ".br" } else { ".gz" }
}

/// Answers a file by the name that the manifest gives it today.
///
/// # Errors
/// 404 for every other name.
pub async fn get_asset(file: web::Path<String>, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    // Only what the manifest names is served: neither the twins by their own names nor anything outside.
    let known = manifest().values().any(|name| *name == *file);
    let unknown = || ApiError::new(ErrorCode::NoSuchRoute, "no file of this version has this name");
    let plain = if known { read(&file) } else { None }.ok_or_else(unknown)?;

    let mut answer = HttpResponse::Ok();
    answer
        .insert_header((header::CONTENT_TYPE, content_type(&file)))
        .insert_header((header::CACHE_CONTROL, IMMUTABLE))
        .insert_header((header::VARY, HeaderValue::from_static("accept-encoding")));
    let twin = best_coding(&request).and_then(|coding| Some((coding, read(&format!("{file}{}", ending(coding)))?)));
    Ok(match twin {
        Some((coding, twin)) => answer.insert_header((header::CONTENT_ENCODING, coding)).body(bytes(twin)),
        None => answer.body(bytes(plain)),
    })
}

/// The coding that the client likes best, unless it likes none better than the plain file.
pub(crate) fn best_coding(request: &impl HttpMessage) -> Option<&'static str> {
    let supported = [Encoding::brotli(), Encoding::gzip(), Encoding::identity()];
    let accepted = AcceptEncoding::parse(request).ok()?.negotiate(supported.iter())?.to_string();
    ["br", "gzip"].into_iter().find(|coding| *coding == accepted)
}

fn bytes(content: Cow<'static, [u8]>) -> BoxBody {
    BoxBody::new(match content {
        Cow::Borrowed(bytes) => web::Bytes::from_static(bytes),
        Cow::Owned(bytes) => web::Bytes::from(bytes),
    })
}

fn content_type(file: &str) -> &'static str {
    match file.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}
