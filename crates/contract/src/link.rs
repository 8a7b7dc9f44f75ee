//! Survey links: what QR codes lead to.

use crate::page::page;
use domain::Code;
use serde::{Deserialize, Deserializer, Serialize};

/// How answers come in by a link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum LinkChannel {
    /// On the respondent's own device.
    #[default]
    SelfFilled,
    /// On a tablet of the unit.
    Kiosk,
}

/// A survey link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({
    "code": "k7m2p9qx", "url": "http://127.0.0.1:8080/s/k7m2p9qx", "unit": "dukcapil", "service": null,
    "questionnaire": "skm-2017", "version": 1, "channel": "self_filled", "label": "Loket 3", "expires_at": null,
    "closed_at": null, "created_by": "user:admin", "created_at": "2026-07-01T01:00:00Z"
})))]
pub struct Link {
    /// Names it, also for people: upper case, `o` for 0, `i` and `l` for 1 and hyphens are understood.
    pub code: String,
    /// Where respondents go.
    pub url: String,
    /// The code of the unit it belongs to.
    pub unit: String,
    /// The code of the one service it asks about; null when the respondent chooses.
    #[cfg_attr(feature = "schema", schema(required))]
    pub service: Option<String>,
    /// The code of the questionnaire it asks.
    pub questionnaire: String,
    /// The version of the questionnaire.
    pub version: u16,
    /// How answers come in by it.
    pub channel: LinkChannel,
    /// What the unit calls it.
    pub label: String,
    /// From when on it takes no new answers; null for no end.
    #[cfg_attr(feature = "schema", schema(required, format = DateTime))]
    pub expires_at: Option<String>,
    /// When it was closed; null while it is not.
    #[cfg_attr(feature = "schema", schema(required, format = DateTime))]
    pub closed_at: Option<String>,
    /// Who made it.
    pub created_by: String,
    /// When it was made.
    #[cfg_attr(feature = "schema", schema(format = DateTime))]
    pub created_at: String,
}

page!(
    /// A page of survey links, the newest first.
    LinkPage of Link
);

/// Which survey links to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "schema", into_params(parameter_in = Query))]
#[serde(deny_unknown_fields)]
pub struct ListLinksQuery {
    /// Only links of this unit; left out, all that you may see.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", param(example = "dukcapil"))]
    pub unit: Option<String>,
    /// Of the units below `unit` as well.
    #[serde(default)]
    #[cfg_attr(feature = "schema", param(example = false, default = false))]
    pub subtree: bool,
    /// `next` of the page before; leave it out for the first page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows a page, 1 to 200.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", param(minimum = 1, maximum = 200, default = 50, example = 50))]
    pub limit: Option<u32>,
}

/// A new survey link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({"unit": "dukcapil", "questionnaire": "skm-2017", "label": "Loket 3"})))]
#[serde(deny_unknown_fields)]
pub struct CreateLinkRequest {
    /// The code of the unit it belongs to.
    pub unit: Code,
    /// The code of the one service it asks about; left out, the respondent chooses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false))]
    pub service: Option<Code>,
    /// The code of the questionnaire it asks.
    pub questionnaire: Code,
    /// The version of the questionnaire; left out, the newest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false))]
    pub version: Option<u16>,
    /// How answers come in by it; left out, `self_filled`.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(required = false))]
    pub channel: LinkChannel,
    /// What the unit calls it.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(required = false, max_length = 120))]
    pub label: String,
    /// From when on it takes no new answers; left out, it has no end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false, format = DateTime))]
    pub expires_at: Option<String>,
}

/// What to change of a survey link; what is left out stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({"closed": true})))]
#[serde(deny_unknown_fields)]
pub struct UpdateLinkRequest {
    /// What the unit calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false, max_length = 120))]
    pub label: Option<String>,
    /// From when on it takes no new answers; null for no end.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime, required = false))]
    pub expires_at: Option<Option<String>>,
    /// True closes it now, false opens it again. An answer begun before is accepted for 14 days after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false))]
    pub closed: Option<bool>,
}

/// Tells a null that was sent from a field that was left out.
fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<String>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}
