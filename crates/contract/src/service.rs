//! What units offer.

use crate::page::page;
use domain::Code;
use domain::questionnaire::ServiceMode;
use serde::{Deserialize, Serialize};

/// A service of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({
    "unit": "dukcapil", "code": "ktp-el", "name": "Penerbitan KTP-el", "mode": "counter", "free": true, "active": true
})))]
pub struct Service {
    /// The code of the unit that offers it.
    pub unit: String,
    /// Names it within the unit; it never changes. Every unit has `umum`.
    pub code: String,
    /// The official name.
    pub name: String,
    /// How it reaches people.
    pub mode: ServiceMode,
    /// Whether it costs nothing.
    pub free: bool,
    /// False when it is no longer offered.
    pub active: bool,
}

page!(
    /// A page of services: `umum` first, then by code.
    ServicePage of Service
);

/// A new service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({
    "code": "ktp-el", "name": "Penerbitan KTP-el", "mode": "counter", "free": true
})))]
#[serde(deny_unknown_fields)]
pub struct CreateServiceRequest {
    /// Names it within the unit; it never changes.
    pub code: Code,
    /// The official name.
    #[cfg_attr(feature = "schema", schema(min_length = 1, max_length = 200))]
    pub name: String,
    /// How it reaches people.
    pub mode: ServiceMode,
    /// Whether it costs nothing.
    pub free: bool,
}

/// What to change of a service; what is left out stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({"mode": "hybrid"})))]
#[serde(deny_unknown_fields)]
pub struct UpdateServiceRequest {
    /// The official name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false, min_length = 1, max_length = 200))]
    pub name: Option<String>,
    /// How it reaches people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false))]
    pub mode: Option<ServiceMode>,
    /// Whether it costs nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false))]
    pub free: Option<bool>,
    /// Whether it is offered; false closes the survey links made for it alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false))]
    pub active: Option<bool>,
}
