//! JSON bodies.

use super::serde_problem::{self, Place};
use crate::error::{ApiError, ErrorCode};
use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::web::{self, Bytes};
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use serde::de::DeserializeOwned;
use std::future::Future;
use std::pin::Pin;

/// What a body may weigh when the operation says nothing else.
pub const DEFAULT_LIMIT: usize = 64 * 1024;

/// A JSON body of at most `LIMIT` bytes.
#[derive(Clone, Debug)]
pub struct Body<T, const LIMIT: usize = DEFAULT_LIMIT>(pub T);

impl<T: DeserializeOwned, const LIMIT: usize> FromRequest for Body<T, LIMIT> {
    type Error = ApiError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ApiError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let kind = check_kind(request, &["application/json"]);
        let reading = web::Payload::from_request(request, payload);
        Box::pin(async move {
            kind?;
            let payload = reading.await.map_err(|_| unreadable("the body cannot be read"))?;
            let bytes = read(payload, LIMIT).await?;
            parse(&bytes).map(Self)
        })
    }
}

fn unreadable(detail: impl Into<String>) -> ApiError {
    ApiError::new(ErrorCode::InvalidBody, detail)
}

/// Reads a body of one of these content types as it is, of at most `limit` bytes.
///
/// # Errors
/// 415 for another content type, 413 when it is larger, 400 when it breaks off.
pub async fn read_raw(
    request: &HttpRequest,
    payload: web::Payload,
    kinds: &[&str],
    limit: usize,
) -> Result<Bytes, ApiError> {
    check_kind(request, kinds)?;
    read(payload, limit).await
}

fn check_kind(request: &HttpRequest, kinds: &[&str]) -> Result<(), ApiError> {
    let essence = request.content_type().trim().to_ascii_lowercase();
    if !kinds.contains(&essence.as_str()) {
        let received = if essence.is_empty() { "none".to_owned() } else { format!("{essence:?}") };
        let detail = format!("the content type must be {}, received {received}", kinds.join(" or "));
        return Err(ApiError::new(ErrorCode::WrongContentType, detail));
    }
    match request.headers().get(header::CONTENT_ENCODING).map(|value| value.as_bytes()) {
        None | Some(b"identity") => Ok(()),
        Some(_) => Err(ApiError::new(ErrorCode::WrongContentType, "the body must not be compressed")),
    }
}

/// Reads a body of at most `limit` bytes.
///
/// # Errors
/// 413 when it is larger, 400 when it breaks off.
pub async fn read(payload: web::Payload, limit: usize) -> Result<Bytes, ApiError> {
    match payload.to_bytes_limited(limit).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(_)) => Err(unreadable("the body broke off")),
        Err(_) => Err(ApiError::new(ErrorCode::BodyTooLarge, format!("the body may have {limit} bytes at most"))),
    }
}

/// Reads JSON.
///
/// # Errors
/// 400 when it is not JSON; 422 with a JSON pointer when a field has another shape or is unknown.
pub fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, ApiError> {
    if holds_nul(bytes) {
        return Err(unreadable("a text holds the character U+0000, which cannot be stored"));
    }
    // Every body is an object; serde would take an array of its fields as well.
    if bytes.trim_ascii_start().first() == Some(&b'[') {
        return Err(unreadable("the body is an array; an object with the named fields is accepted"));
    }
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        // A wrong field may be met before the place where the JSON breaks; then the broken JSON is what to say.
        match serde_json::from_slice(bytes) {
            Ok(whole) => serde_problem::problem(ErrorCode::ValidationFailed, &error, Place::Body(whole)),
            Err(broken) => unreadable(format!("the body is not JSON: {broken}")),
        }
    })?;
    json.end().map_err(|error| unreadable(format!("after the JSON comes something else: {error}")))?;
    Ok(value)
}

/// True when a JSON text escapes a NUL, which PostgreSQL cannot keep in a text.
fn holds_nul(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| *byte == b'\\') {
        if rest[at..].starts_with(b"\\u0000") {
            return true;
        }
        rest = rest.get(at + 2..).unwrap_or_default();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_escaped_nul_is_found_and_an_escaped_backslash_is_not_one() {
        assert!(holds_nul(br#"{"name": "a\u0000"}"#));
        assert!(holds_nul(br#"{"name": "\\\u0000"}"#));
        assert!(!holds_nul(br#"{"name": "\\u0000"}"#));
        assert!(!holds_nul(br#"{"name": "\"#));
    }

    #[test]
    fn the_place_of_a_wrong_value_is_a_json_pointer() {
        #[derive(Debug, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Inner {
            #[expect(dead_code, reason = "only read")]
            score: u8,
        }
        type Outer = std::collections::BTreeMap<String, Vec<Inner>>;
        let problem = |text: &str| parse::<Outer>(text.as_bytes()).unwrap_err().problem();
        let wrong = problem(r#"{"a/b": [{"score": 1}, {"score": "x"}]}"#);
        assert_eq!((wrong.status, wrong.errors[0].pointer.as_str()), (422, "/a~1b/1/score"));
        assert_eq!(wrong.errors[0].received, "\"x\"");
        let unknown = problem(r#"{"a": [{"scor": 1}]}"#);
        assert_eq!(
            (unknown.errors[0].pointer.as_str(), unknown.errors[0].code.as_str()),
            ("/a/0/scor", "unknown_field")
        );
        let missing = problem(r#"{"a": [{}]}"#);
        assert_eq!(
            (missing.errors[0].pointer.as_str(), missing.errors[0].code.as_str()),
            ("/a/0/score", "missing_field")
        );
        assert_eq!(problem("{").code, "invalid_body");
        assert_eq!(problem(" [1]").code, "invalid_body");
        assert_eq!(problem("{} {}").code, "invalid_body");
        assert_eq!(problem(r#"{"a": [{"scor": 1}"#).code, "invalid_body");
    }
}
