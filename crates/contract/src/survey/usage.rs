//! How a survey was filled in: plain counts, apart from the answers.

pub use domain::usage::{DeviceClass, SurveyLanguage};

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How long it took and on what kind of device. Added to the counters of the link and the day; never stored with the
/// response, and no part of its content.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({
    "seconds": {"u1": 6, "u2": 4}, "total_seconds": 58, "device": "phone", "language": "id"
})))]
#[serde(deny_unknown_fields)]
pub struct Usage {
    /// Item code to the seconds that its question was on the screen; 600 at most are counted, unknown items are left out.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(required = false))]
    pub seconds: BTreeMap<String, i64>,
    /// Seconds from the first question to the last tap; 1800 and more are not told apart.
    #[serde(default)]
    pub total_seconds: Option<i64>,
    /// What kind of device: `phone`, `tablet` or `desktop`.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, example = "phone", pattern = "^(phone|tablet|desktop)$"))]
    pub device: Option<DeviceClass>,
    /// In which language: `id` or `en`.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, example = "id", pattern = "^(id|en)$"))]
    pub language: Option<SurveyLanguage>,
}
