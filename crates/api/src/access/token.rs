//! Access tokens: JWT, HS256, ten minutes.

use super::actor::UserActor;
use crate::config::Secret;
use crate::error::{ApiError, ErrorCode};
use chrono::{DateTime, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use store::users::{Role, User};
use uuid::Uuid;

/// How long a token is good for, in seconds.
pub const LIFETIME_SECONDS: u32 = 600;
const ISSUER: &str = "sumberdaya";

/// What a token says.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Claims {
    iss: String,
    sub: String,
    role: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unit: Option<i32>,
    sid: String,
    iat: i64,
    exp: i64,
}

/// Makes and checks tokens.
pub struct Tokens {
    encoding: EncodingKey,
    decoding: DecodingKey,
    validation: Validation,
}

impl Tokens {
    /// Signs with a key derived from the secret.
    pub fn new(secret: &Secret) -> Self {
        let key = secret.key_for("access token");
        let mut validation = Validation::new(Algorithm::HS256);
        validation.set_issuer(&[ISSUER]);
        // The end is compared with the injected clock below.
        validation.validate_exp = false;
        Self { encoding: EncodingKey::from_secret(&key), decoding: DecodingKey::from_secret(&key), validation }
    }

    /// A token for a user in a session.
    ///
    /// # Errors
    /// When it cannot be signed.
    pub fn issue(&self, user: &User, session: Uuid, now: DateTime<Utc>) -> Result<String, ApiError> {
        let claims = Claims {
            iss: ISSUER.to_owned(),
            sub: user.username.clone(),
            role: user.role.as_str().to_owned(),
            unit: user.unit.as_ref().map(|(id, _)| *id),
            sid: session.to_string(),
            iat: now.timestamp(),
            exp: now.timestamp() + i64::from(LIFETIME_SECONDS),
        };
        jsonwebtoken::encode(&Header::new(Algorithm::HS256), &claims, &self.encoding).map_err(|error| {
            tracing::error!(error = %error, "no token can be signed");
            ApiError::new(ErrorCode::Internal, "no token can be made")
        })
    }

    /// Checks signature and time.
    ///
    /// # Errors
    /// 401 for a token that is not ours or too old.
    pub fn verify(&self, token: &str, now: DateTime<Utc>) -> Result<Claims, ApiError> {
        let claims = jsonwebtoken::decode::<Claims>(token, &self.decoding, &self.validation)
            .map_err(|_| ApiError::new(ErrorCode::InvalidToken, "the token was not made by this server"))?
            .claims;
        if claims.exp <= now.timestamp() {
            return Err(ApiError::new(ErrorCode::TokenExpired, "the token's ten minutes are over"));
        }
        Ok(claims)
    }
}

impl Claims {
    /// The session the token belongs to.
    ///
    /// # Errors
    /// 401 when it holds none.
    pub fn session(&self) -> Result<Uuid, ApiError> {
        Uuid::parse_str(&self.sid).map_err(|_| ApiError::new(ErrorCode::InvalidToken, "the token names no session"))
    }

    /// The user as the token says.
    ///
    /// # Errors
    /// 401 when it names no known role or session.
    pub fn into_actor(self) -> Result<UserActor, ApiError> {
        let session = self.session()?;
        let role = Role::parse(&self.role)
            .map_err(|_| ApiError::new(ErrorCode::InvalidToken, "the token names no known role"))?;
        Ok(UserActor { username: self.sub, role, unit_id: self.unit, session })
    }
}
