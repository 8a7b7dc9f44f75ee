//! The cookie that carries the refresh token; scripts never see it.

use crate::config::Config;
use crate::error::{ApiError, ErrorCode};
use crate::random;
use actix_web::HttpRequest;
use actix_web::cookie::{Cookie, SameSite, time::Duration};
use sha2::{Digest, Sha256};

const NAME: &str = "sumberdaya_refresh";
const PATH: &str = "/api/v1/auth";

/// A new refresh token and its hash.
pub struct FreshToken {
    /// What the browser keeps.
    pub text: String,
    /// What the database keeps.
    pub hash: Vec<u8>,
}

impl FreshToken {
    /// Draws one from the system's random source.
    ///
    /// # Errors
    /// When the system has none.
    pub fn draw() -> Result<Self, ApiError> {
        let text = hex::encode(random::bytes::<32>()?);
        Ok(Self { hash: hash(&text), text })
    }
}

fn hash(text: &str) -> Vec<u8> {
    Sha256::digest(text.as_bytes()).to_vec()
}

/// The hash of the token that the request brings.
pub fn hash_in(request: &HttpRequest) -> Option<Vec<u8>> {
    request.cookie(NAME).map(|cookie| hash(cookie.value()))
}

/// As [`hash_in`], insisting.
///
/// # Errors
/// 401 when there is none.
pub fn require_hash(request: &HttpRequest) -> Result<Vec<u8>, ApiError> {
    hash_in(request).ok_or_else(|| ApiError::new(ErrorCode::NotSignedIn, format!("the cookie {NAME} is missing")))
}

/// The cookie to set.
pub fn cookie(token: &FreshToken, config: &Config) -> Cookie<'static> {
    build(token.text.clone(), config, Duration::days(store::sessions::LIFETIME_DAYS))
}

/// The cookie that takes it away.
pub fn removal(config: &Config) -> Cookie<'static> {
    build(String::new(), config, Duration::ZERO)
}

fn build(value: String, config: &Config, age: Duration) -> Cookie<'static> {
    let cookie = Cookie::build(NAME, value).path(PATH).http_only(true).same_site(SameSite::Strict);
    cookie.secure(config.is_https()).max_age(age).finish()
}
