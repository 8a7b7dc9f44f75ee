//! One span, one log line and two metrics for each request; no address, no query, no body.

use crate::error::{ApiError, ErrorCode};
use crate::middleware::request_id;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, header::HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, ResponseError};
use std::time::Instant;
use tracing::Instrument;

/// Wraps the whole application.
///
/// Also answers HEAD like GET (the body is dropped on the way out), and refuses addresses with a NUL, which PostgreSQL
/// would not take.
///
/// # Errors
/// What another middleware answers; a handler's errors are answers already.
pub async fn observe(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let started = Instant::now();
    let id = request_id::choose(request.headers());
    let method = request.method().clone();
    if method == Method::HEAD {
        request.head_mut().method = Method::GET;
    }
    let span =
        tracing::info_span!("request", request.id = %id, http.method = %method, http.route = tracing::field::Empty);
    let work = async {
        let mut response = answer(request, next).await?;
        if let Ok(value) = HeaderValue::from_str(&request_id::current()) {
            response.headers_mut().insert(request_id::HEADER, value);
        }
        report(&method, &response, started);
        Ok(response)
    };
    request_id::scope(id, work.instrument(span)).await
}

async fn answer(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let uri = request.uri();
    if uri.path().contains("%00") || uri.query().is_some_and(|query| query.contains("%00")) {
        let error = ApiError::new(ErrorCode::InvalidAddress, "the address holds the character U+0000");
        return Ok(request.into_response(error.error_response()));
    }
    next.call(request).await.map(ServiceResponse::map_into_boxed_body)
}

fn report(method: &Method, response: &ServiceResponse<BoxBody>, started: Instant) {
    let route = response.request().match_pattern().unwrap_or_else(|| "unmatched".to_owned());
    let status = response.status().as_u16();
    let seconds = started.elapsed().as_secs_f64();
    tracing::Span::current().record("http.route", route.as_str());
    let known =
        matches!(*method, Method::GET | Method::HEAD | Method::POST | Method::PUT | Method::PATCH | Method::DELETE);
    let labels = [
        ("method", if known { method.to_string() } else { "other".to_owned() }),
        ("route", route),
        ("status", status.to_string()),
    ];
    metrics::counter!("http_requests_total", &labels).increment(1);
    metrics::histogram!("http_request_duration_seconds", &labels).record(seconds);
    let duration_ms = seconds * 1000.0;
    if status >= 500 {
        tracing::error!(http.status = status, duration_ms, "answered");
    } else {
        tracing::debug!(http.status = status, duration_ms, "answered");
    }
}
