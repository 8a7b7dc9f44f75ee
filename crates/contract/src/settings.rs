//! What the city decides, in force from a month on.

use crate::page::page;
use domain::{CitySettings, Month};
use serde::{Deserialize, Serialize};

/// The settings in force in a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CurrentSettings {
    /// The month that was asked for.
    pub month: Month,
    /// The first month they are meant for; null while nobody has decided and the defaults hold.
    #[cfg_attr(feature = "schema", schema(required, value_type = Option<String>, example = "2026-07"))]
    pub valid_from: Option<Month>,
    /// The settings.
    pub settings: CitySettings,
}

/// One version of the settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SettingsVersion {
    /// The first month they are meant for.
    pub valid_from: Month,
    /// The settings.
    pub settings: CitySettings,
    /// Who made them.
    #[cfg_attr(feature = "schema", schema(example = "user:admin"))]
    pub changed_by: String,
    /// When.
    #[cfg_attr(feature = "schema", schema(format = DateTime, example = "2026-07-01T01:00:00Z"))]
    pub changed_at: String,
    /// From this month on another version holds in its place: one with a later first month, or a newer one of the same. Null
    /// while none does. Where it is not null after a change, what was meant to last ends there: store the change for that
    /// month too.
    #[cfg_attr(feature = "schema", schema(required, value_type = Option<String>, example = json!(null)))]
    pub hidden_from: Option<Month>,
}

page!(
    /// A page of settings, the newest version first.
    SettingsPage of SettingsVersion
);

/// Which month's settings to read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "schema", into_params(parameter_in = Query))]
#[serde(deny_unknown_fields)]
pub struct CurrentSettingsQuery {
    /// The month; left out, the running one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", param(value_type = Option<String>, example = "2026-07"))]
    pub month: Option<Month>,
}

/// New settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PutSettingsRequest {
    /// The first month they are meant for.
    pub valid_from: Month,
    /// All settings; what is left out is an error, so that none changes unseen.
    pub settings: CitySettings,
}
