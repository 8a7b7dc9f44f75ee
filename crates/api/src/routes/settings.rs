//! What the city decides.

pub mod get_current_settings;
pub mod list_settings;
pub mod put_settings;

use crate::clock::rfc3339;

fn body(version: &store::settings::SettingsVersion) -> contract::SettingsVersion {
    contract::SettingsVersion {
        valid_from: version.valid_from,
        settings: version.settings.clone(),
        changed_by: version.changed_by.clone(),
        changed_at: rfc3339(version.changed_at),
        hidden_from: version.hidden_from,
    }
}
