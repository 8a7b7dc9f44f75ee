//! Endpoints that use the cookie answer pages of this site alone.

use super::state::AppState;
use crate::error::{ApiError, ErrorCode};
use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, web};
use std::future::{Ready, ready};

/// Proof that the request has no Origin (no browser sent it) or that of SUMBERDAYA_PUBLIC_URL.
#[derive(Clone, Copy, Debug)]
pub struct SameOrigin;

impl FromRequest for SameOrigin {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let expected = request.app_data::<web::Data<AppState>>().map(|state| state.config.public_url.as_str());
        let ours = match request.headers().get(header::ORIGIN) {
            None => true,
            Some(origin) => origin.to_str().is_ok_and(|origin| expected == Some(origin.to_ascii_lowercase().as_str())),
        };
        ready(if ours {
            Ok(Self)
        } else {
            Err(ApiError::new(
                ErrorCode::ForeignOrigin,
                format!("only pages of {} may sign in and refresh", expected.unwrap_or_default()),
            ))
        })
    }
}
