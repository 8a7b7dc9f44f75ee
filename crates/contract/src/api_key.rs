//! Keys for other systems of the city.

use crate::page::page;
use serde::{Deserialize, Serialize};

/// What a key may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ApiKeyScope {
    /// Submit answers in the name of the unit and those below it.
    SubmitAnswers,
    /// Read results of the unit and those below it.
    ReadResults,
}

/// A key, without its secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({
    "prefix": "k7m2p9qx", "name": "Antrian Dukcapil", "scopes": ["submit_answers"], "unit": "dukcapil",
    "created_by": "user:admin", "created_at": "2026-07-01T01:00:00Z", "revoked_at": null, "last_used_at": null
})))]
pub struct ApiKey {
    /// The public part of the key, which names it.
    pub prefix: String,
    /// What the key is for.
    pub name: String,
    /// What the key may do.
    pub scopes: Vec<ApiKeyScope>,
    /// The code of the unit it works for, with those below.
    pub unit: String,
    /// Who made it.
    pub created_by: String,
    /// When it was made.
    #[cfg_attr(feature = "schema", schema(format = DateTime))]
    pub created_at: String,
    /// When it was revoked; null while it works.
    #[cfg_attr(feature = "schema", schema(required, format = DateTime))]
    pub revoked_at: Option<String>,
    /// When it was last used, to the minute; null when never.
    #[cfg_attr(feature = "schema", schema(required, format = DateTime))]
    pub last_used_at: Option<String>,
}

page!(
    /// A page of keys, by prefix.
    ApiKeyPage of ApiKey
);

/// A new key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({"name": "Antrian Dukcapil", "scopes": ["submit_answers"], "unit": "dukcapil"})))]
#[serde(deny_unknown_fields)]
pub struct CreateApiKeyRequest {
    /// What the key is for.
    #[cfg_attr(feature = "schema", schema(min_length = 1, max_length = 120))]
    pub name: String,
    /// What the key may do; at least one.
    #[cfg_attr(feature = "schema", schema(min_items = 1, max_items = 2))]
    pub scopes: Vec<ApiKeyScope>,
    /// The code of the unit it works for, with those below.
    pub unit: String,
}

/// The new key with its secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CreatedApiKey {
    /// The key.
    pub api_key: ApiKey,
    /// The whole key, shown this once. Send it as `Authorization: Bearer …`.
    #[cfg_attr(feature = "schema", schema(example = "sd_k7m2p9qx_0123456789abcdefghjkmnpqrstvwxyz"))]
    pub secret: String,
}
