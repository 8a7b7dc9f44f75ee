//! Pages and stylesheets with brotli: a page made for one link is compressed for each reader, a sixth smaller than gzip does.

use crate::bundles::get_asset::best_coding;
use actix_web::Error;
use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderValue};
use actix_web::middleware::Next;
use brotli::enc::BrotliEncoderParams;

/// A few milliseconds for the largest page.
const QUALITY: i32 = 5;
/// What is shorter fits into one packet anyway.
const LEAST: usize = 512;

/// Compresses the texts that browsers show, for whoever takes brotli; the rest goes on as it is, and may get another coding.
///
/// # Errors
/// What the rest answers.
pub async fn shrink<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    let brotli = best_coding(&request) == Some("br");
    let mut response = next.call(request).await?;
    if !is_shown(&response) {
        return Ok(response.map_into_left_body());
    }
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if !brotli {
        return Ok(response.map_into_left_body());
    }
    let (request, response) = response.into_parts();
    let (mut response, body) = response.into_parts();
    let body = match body.try_into_bytes() {
        Ok(text) => match packed(&text).filter(|_| text.len() >= LEAST) {
            Some(small) => {
                response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
                EitherBody::right(BoxBody::new(small))
            }
            None => EitherBody::right(BoxBody::new(text)),
        },
        Err(flowing) => EitherBody::left(flowing),
    };
    Ok(ServiceResponse::new(request, response.set_body(body)))
}

/// True for a page or a stylesheet that is still plain.
fn is_shown<B>(response: &ServiceResponse<B>) -> bool {
    let headers = response.headers();
    let kind = headers.get(header::CONTENT_TYPE).map_or(&b""[..], HeaderValue::as_bytes);
    let shown = [&b"text/html"[..], b"text/css"].iter().any(|shown| kind.starts_with(shown));
    shown && !headers.contains_key(header::CONTENT_ENCODING)
}

fn packed(text: &[u8]) -> Option<Vec<u8>> {
    let parameters = BrotliEncoderParams { quality: QUALITY, size_hint: text.len(), ..Default::default() };
    let mut small = Vec::with_capacity(text.len() / 3);
    brotli::BrotliCompress(&mut &text[..], &mut small, &parameters).ok()?;
    Some(small)
}
