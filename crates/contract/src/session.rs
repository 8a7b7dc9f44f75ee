//! Signing in and out.

use crate::user::User;
use serde::{Deserialize, Serialize};

/// A username and its password.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({"username": "admin", "password": "the password printed at first start"})))]
#[serde(deny_unknown_fields)]
pub struct CreateSessionRequest {
    /// The username; upper and lower case are the same.
    #[cfg_attr(feature = "schema", schema(max_length = 64))]
    pub username: String,
    /// The password.
    #[cfg_attr(feature = "schema", schema(format = Password, write_only, max_length = 256))]
    pub password: String,
}

/// Who is signed in, and the token that proves it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Session {
    /// Send it as `Authorization: Bearer …`; keep it in memory only.
    #[cfg_attr(feature = "schema", schema(example = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.e30.c2ln"))]
    pub access_token: String,
    /// Always `Bearer`.
    #[cfg_attr(feature = "schema", schema(example = "Bearer"))]
    pub token_type: String,
    /// Seconds until the token ends; refresh before.
    #[cfg_attr(feature = "schema", schema(example = 600))]
    pub expires_in: u32,
    /// The user.
    pub user: User,
}

/// The old and the new password.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({"current_password": "the old one", "new_password": "a long sentence is best"})))]
#[serde(deny_unknown_fields)]
pub struct ChangePasswordRequest {
    /// The password until now.
    #[cfg_attr(feature = "schema", schema(format = Password, write_only, max_length = 256))]
    pub current_password: String,
    /// The password from now on.
    #[cfg_attr(feature = "schema", schema(format = Password, write_only, min_length = 10, max_length = 256))]
    pub new_password: String,
}
