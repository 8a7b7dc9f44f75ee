//! Keys for other systems.

pub mod create_api_key;
pub mod list_api_keys;
pub mod revoke_api_key;

use crate::clock::rfc3339;
use contract::ApiKeyScope;
use store::api_keys::KeyScope;

fn body(key: &store::api_keys::ApiKey) -> contract::ApiKey {
    let scopes = key.scopes.iter().map(|scope| match scope {
        KeyScope::SubmitAnswers => ApiKeyScope::SubmitAnswers,
        KeyScope::ReadResults => ApiKeyScope::ReadResults,
    });
    contract::ApiKey {
        prefix: key.prefix.clone(),
        name: key.name.clone(),
        scopes: scopes.collect(),
        unit: key.unit.1.clone(),
        created_by: key.created_by.clone(),
        created_at: rfc3339(key.created_at),
        revoked_at: key.revoked_at.map(rfc3339),
        last_used_at: key.last_used_at.map(rfc3339),
    }
}

fn scope_of(scope: ApiKeyScope) -> KeyScope {
    match scope {
        ApiKeyScope::SubmitAnswers => KeyScope::SubmitAnswers,
        ApiKeyScope::ReadResults => KeyScope::ReadResults,
    }
}
