//! Parts of the address.

use crate::error::ApiError;
use actix_web::web;

/// A part of the address that cannot be read names nothing: 404.
pub fn config() -> web::PathConfig {
    web::PathConfig::default().error_handler(|_, _| ApiError::not_found("thing").into())
}
