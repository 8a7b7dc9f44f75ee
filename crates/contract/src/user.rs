//! People who sign in.

use crate::page::page;
use serde::{Deserialize, Serialize};

/// What a user may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Answers for the whole city: everything.
    Administrator,
    /// Works for one unit: that unit and those below it.
    Operator,
}

/// A user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({
    "username": "budi", "name": "Budi Santoso", "role": "operator", "unit": "dukcapil", "active": true,
    "created_at": "2026-07-01T01:00:00Z"
})))]
pub struct User {
    /// The name to sign in with; it never changes.
    pub username: String,
    /// The person's name.
    pub name: String,
    /// What the user may do.
    pub role: Role,
    /// The code of the operator's unit; null for an administrator.
    #[cfg_attr(feature = "schema", schema(required))]
    pub unit: Option<String>,
    /// False when the user may no longer sign in.
    pub active: bool,
    /// When the user was made.
    #[cfg_attr(feature = "schema", schema(format = DateTime))]
    pub created_at: String,
}

page!(
    /// A page of users, by username.
    UserPage of User
);

/// A new user.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({"username": "budi", "name": "Budi Santoso", "role": "operator", "unit": "dukcapil"})))]
#[serde(deny_unknown_fields)]
pub struct CreateUserRequest {
    /// 2 to 64 characters of a–z, 0–9 and `.`, `_`, `-`, `@`, beginning with a letter or digit.
    #[cfg_attr(feature = "schema", schema(pattern = "^[a-z0-9][a-z0-9._@-]{1,63}$"))]
    pub username: String,
    /// The person's name.
    #[cfg_attr(feature = "schema", schema(min_length = 1, max_length = 120))]
    pub name: String,
    /// What the user may do.
    pub role: Role,
    /// The code of the unit; needed for an operator, not allowed for an administrator.
    #[serde(default)]
    pub unit: Option<String>,
    /// The first password; left out, one is generated and shown once.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(format = Password, write_only, min_length = 10, max_length = 256))]
    pub password: Option<String>,
}

/// The new user, with the password when it was generated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CreatedUser {
    /// The user.
    pub user: User,
    /// The generated password, shown this once; null when the request brought one.
    #[cfg_attr(feature = "schema", schema(required, example = "kubus-9f3k-x2mq-77ab"))]
    pub password: Option<String>,
}

/// What to change of a user; what is left out stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({"active": false})))]
#[serde(deny_unknown_fields)]
pub struct UpdateUserRequest {
    /// The person's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(min_length = 1, max_length = 120))]
    pub name: Option<String>,
    /// What the user may do; an operator needs a unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// The code of the operator's unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// False ends all sessions of the user at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
}

/// A new password for somebody who lost theirs.
#[derive(Clone, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({})))]
#[serde(deny_unknown_fields)]
pub struct ResetUserPasswordRequest {
    /// The password; left out, one is generated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(format = Password, write_only, min_length = 10, max_length = 256))]
    pub password: Option<String>,
}

/// A generated password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct NewPassword {
    /// The generated password, shown this once; null when the request brought one.
    #[cfg_attr(feature = "schema", schema(required, example = "kubus-9f3k-x2mq-77ab"))]
    pub password: Option<String>,
}
