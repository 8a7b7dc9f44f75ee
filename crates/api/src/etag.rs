//! Versions of editable resources: a strong ETag from the row version, and `If-Match` to change it. What is computed has a
//! weak ETag of its bytes.

use crate::error::{ApiError, ErrorCode};
use actix_web::dev::Payload;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{FromRequest, HttpRequest, HttpResponse, HttpResponseBuilder};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::future::{Ready, ready};

/// The answer with a resource and its version.
pub fn versioned(mut response: HttpResponseBuilder, row_version: i32, body: &impl Serialize) -> HttpResponse {
    response.insert_header((header::ETAG, format!("\"{row_version}\"")));
    response.insert_header((header::CACHE_CONTROL, "private, no-cache"));
    response.json(body)
}

/// What was computed, with a weak ETag of its bytes: a client who has them already gets no body.
pub fn computed(request: &HttpRequest, content_type: &str, body: Vec<u8>) -> HttpResponse {
    with_etag(request, content_type, "private, no-cache", body)
}

/// The same of what never changes under its address: the browser need not ask again for a day.
pub fn kept(request: &HttpRequest, content_type: &str, body: Vec<u8>) -> HttpResponse {
    with_etag(request, content_type, "private, max-age=86400, immutable", body)
}

/// The same of what is everybody's: it may be kept for a quarter of an hour, here and on the way.
pub fn shared(request: &HttpRequest, content_type: &str, body: Vec<u8>) -> HttpResponse {
    let mut answer = with_etag(request, content_type, "public, max-age=900", body);
    answer.headers_mut().insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    answer
}

/// The weak ETag of something with this hash.
pub fn weak(hash: &[u8]) -> String {
    format!("W/\"{}\"", hex::encode(hash))
}

/// Whether the client has it already, by its `If-None-Match`.
pub fn is_known(request: &HttpRequest, etag: &str) -> bool {
    let known = request.headers().get_all(header::IF_NONE_MATCH).filter_map(|value| value.to_str().ok());
    known.flat_map(|value| value.split(',')).any(|known| known.trim() == etag)
}

fn with_etag(request: &HttpRequest, content_type: &str, caching: &'static str, body: Vec<u8>) -> HttpResponse {
    let etag = weak(&Sha256::digest(&body)[..16]);
    let unchanged = is_known(request, &etag);
    let mut response = if unchanged { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    response
        .insert_header((header::ETAG, etag))
        .insert_header((header::CACHE_CONTROL, caching))
        .insert_header((header::VARY, "Authorization, Accept-Encoding"));
    if unchanged { response.finish() } else { response.content_type(content_type).body(body) }
}

/// The row version that the client has seen, from `If-Match`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IfMatch(pub i32);

impl FromRequest for IfMatch {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let value = request.headers().get(header::IF_MATCH);
        ready(match value.map(|value| value.to_str().unwrap_or_default().trim()) {
            None => Err(ApiError::new(ErrorCode::PreconditionRequired, "the header If-Match is missing")),
            Some(text) => read(text).map(Self).ok_or_else(|| {
                ApiError::new(
                    ErrorCode::InvalidHeader,
                    "If-Match must be one ETag in double quotes, as it was received",
                )
            }),
        })
    }
}

/// Reads an ETag; compression on the way may have marked it as weak, which for a row version means the same.
fn read(text: &str) -> Option<i32> {
    let quoted = text.strip_prefix("W/").unwrap_or(text);
    quoted.strip_prefix('"')?.strip_suffix('"')?.parse().ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_etag_is_a_quoted_row_version() {
        assert_eq!(super::read("\"7\""), Some(7));
        for bad in ["7", "*", "\"x\"", "\"7\", \"8\"", "\"99999999999\""] {
            assert_eq!(super::read(bad), None, "{bad}");
        }
    }
}
