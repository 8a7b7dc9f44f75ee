//! API keys: `sd_<prefix>_<secret>`; the prefix names the key, only a hash of the secret is kept.

use super::actor::KeyActor;
use super::state::AppState;
use crate::error::{ApiError, ErrorCode};
use crate::random;
use actix_web::web;
use sha2::{Digest, Sha256};
use store::StoreError;
use subtle::ConstantTimeEq;

/// How every key begins.
pub const MARK: &str = "sd_";
const PREFIX_LENGTH: usize = 8;
const SECRET_LENGTH: usize = 32;

/// A new key, before it is stored.
pub struct FreshKey {
    /// The public part.
    pub prefix: String,
    /// What is stored of the secret.
    pub secret_hash: Vec<u8>,
    /// The whole key, shown once.
    pub text: String,
}

impl FreshKey {
    /// Draws a key from the system's random source.
    ///
    /// # Errors
    /// When the system has none.
    pub fn draw() -> Result<Self, ApiError> {
        let (prefix, secret) = (random::text(PREFIX_LENGTH)?, random::text(SECRET_LENGTH)?);
        let text = format!("{MARK}{prefix}_{secret}");
        Ok(Self { prefix, secret_hash: hash(&secret), text })
    }
}

// The secret has 160 random bits: a plain hash cannot be guessed back, unlike that of a password.
fn hash(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}

/// The key that this text is.
///
/// # Errors
/// 401 when it is unknown, wrong or revoked; which of them is not said.
pub(super) async fn identify(text: &str, state: &web::Data<AppState>) -> Result<KeyActor, ApiError> {
    let refused = || ApiError::new(ErrorCode::InvalidApiKey, "the key is unknown or was revoked");
    let (prefix, secret) = text.strip_prefix(MARK).and_then(|rest| rest.split_once('_')).ok_or_else(refused)?;
    let (prefix, secret_hash) = (prefix.to_owned(), hash(secret));
    if prefix.len() != PREFIX_LENGTH || !prefix.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return Err(refused());
    }
    let key = match state.db.read(move |conn| store::api_keys::find_key(conn, &prefix)).await {
        Err(StoreError::NotFound(_)) => return Err(refused()),
        other => other?,
    };
    if key.revoked_at.is_some() || !bool::from(key.secret_hash.ct_eq(&secret_hash)) {
        return Err(refused());
    }
    remember_use(key.id, state);
    Ok(KeyActor { prefix: key.prefix, scopes: key.scopes, unit_id: key.unit.0 })
}

/// Writes the use down beside the request, not on its way.
fn remember_use(id: i32, state: &web::Data<AppState>) {
    let now = state.clock.now();
    if state.key_use_is_news(id, now) {
        let db = state.db.clone();
        actix_web::rt::spawn(async move {
            if let Err(error) = db.write(move |conn| store::api_keys::touch_key(conn, id, now)).await {
                tracing::warn!(error = %error, "the use of a key was not written down");
            }
        });
    }
}
