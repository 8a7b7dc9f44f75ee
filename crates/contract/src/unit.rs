//! Offices that serve the public.

use crate::page::page;
use domain::{Code, UnitKind};
use serde::{Deserialize, Serialize};

/// An office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({
    "code": "kel-kuin-utara", "name": "Kelurahan Kuin Utara", "kind": "kelurahan", "parent": "kec-banjarmasin-utara",
    "obliged": true, "active": true, "created_at": "2026-07-01T01:00:00Z"
})))]
pub struct Unit {
    /// Names it in addresses; it never changes.
    pub code: String,
    /// The official name.
    pub name: String,
    /// What kind of office it is.
    pub kind: UnitKind,
    /// The code of the unit above; null for the city.
    #[cfg_attr(feature = "schema", schema(required))]
    pub parent: Option<String>,
    /// Whether it must survey.
    pub obliged: bool,
    /// False when it no longer serves.
    pub active: bool,
    /// When it was entered.
    #[cfg_attr(feature = "schema", schema(format = DateTime))]
    pub created_at: String,
}

page!(
    /// A page of units in tree order: each before those below it.
    UnitPage of Unit
);

/// Which units to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "schema", into_params(parameter_in = Query))]
#[serde(deny_unknown_fields)]
pub struct ListUnitsQuery {
    /// Only units of this kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", param(example = "kelurahan"))]
    pub kind: Option<UnitKind>,
    /// Only units that serve, or only those that no longer do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", param(example = true))]
    pub active: Option<bool>,
    /// `next` of the page before; leave it out for the first page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows a page, 1 to 200.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", param(minimum = 1, maximum = 200, default = 50, example = 50))]
    pub limit: Option<u32>,
}

/// A new office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({
    "code": "kel-kuin-utara", "name": "Kelurahan Kuin Utara", "kind": "kelurahan", "parent": "kec-banjarmasin-utara"
})))]
#[serde(deny_unknown_fields)]
pub struct CreateUnitRequest {
    /// Names it in addresses; it never changes.
    pub code: Code,
    /// The official name.
    #[cfg_attr(feature = "schema", schema(min_length = 1, max_length = 200))]
    pub name: String,
    /// Any kind but `kota`, of which there is one.
    pub kind: UnitKind,
    /// The code of the unit above; left out, it is the city.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false))]
    pub parent: Option<Code>,
    /// Whether it must survey; left out, it must.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false))]
    pub obliged: Option<bool>,
}

/// What to change of an office; what is left out stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({"name": "Kelurahan Kuin Utara"})))]
#[serde(deny_unknown_fields)]
pub struct UpdateUnitRequest {
    /// The official name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false, min_length = 1, max_length = 200))]
    pub name: Option<String>,
    /// Any kind but `kota`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false))]
    pub kind: Option<UnitKind>,
    /// The code of the unit above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false))]
    pub parent: Option<Code>,
    /// Whether it must survey.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false))]
    pub obliged: Option<bool>,
    /// Whether it serves; false closes its survey links.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false))]
    pub active: Option<bool>,
}
