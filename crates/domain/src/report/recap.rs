//! What the city's recap is made from.

use super::{ReportTrend, UnitProfile};
use crate::figures::{CityChange, Recap};
use serde::{Deserialize, Serialize};

/// The city's recap of a period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct RecapDocument {
    /// A stable id: the same recap gives the same bytes.
    #[cfg_attr(feature = "schema", schema(example = "kota-2026-TW3"))]
    pub id: String,
    /// The city: "Kota Banjarmasin".
    #[cfg_attr(feature = "schema", schema(example = "Kota Banjarmasin"))]
    pub city_name: String,
    /// The division's letterhead and head.
    pub profile: UnitProfile,
    /// The city's colour; absent where it has none but the program's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false, example = "#1d4ed8"))]
    pub brand_color: Option<String>,
    /// The day it bears: `2026-10-12`.
    #[cfg_attr(feature = "schema", schema(example = "2026-10-12"))]
    pub dated: String,
    /// Every unit and the city.
    pub recap: Recap,
    /// The city's indices from period to period.
    pub trends: Vec<ReportTrend>,
    /// Against the period before, over the units that have the index in both; nothing where no unit has.
    #[serde(default)]
    pub changes: Vec<CityChange>,
}
