//! What everybody may read of a published report.

use super::ReportFileInfo;
use domain::report::{PlanRow, ReportTrend};
use serde::{Deserialize, Serialize};

/// What everybody may know of a published report.
///
/// Figures of the whole unit alone: no group of respondents, so that nobody can be singled out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PublicReport {
    /// The short code.
    #[cfg_attr(feature = "schema", schema(example = "k7m2p9qx"))]
    pub code: String,
    /// The unit's name.
    #[cfg_attr(feature = "schema", schema(example = "Kelurahan Kuin Utara"))]
    pub unit: String,
    /// The unit's code; `kota` for the whole city.
    #[cfg_attr(feature = "schema", schema(example = "kel-kuin-utara"))]
    pub unit_code: String,
    /// The service's name, when the report is about one.
    #[cfg_attr(feature = "schema", schema(required, example = json!(null)))]
    pub service: Option<String>,
    /// The city.
    #[cfg_attr(feature = "schema", schema(example = "Kota Banjarmasin"))]
    pub city: String,
    /// The period.
    #[cfg_attr(feature = "schema", schema(example = "2026-TW3"))]
    pub period: String,
    /// 1 for the first, then counted up: 2 is printed as "Revisi 1".
    #[cfg_attr(feature = "schema", schema(example = 1))]
    pub revision: u32,
    /// The day the report bears.
    #[cfg_attr(feature = "schema", schema(example = "2026-10-05"))]
    pub dated: String,
    /// When it was published.
    #[cfg_attr(feature = "schema", schema(format = DateTime, example = "2026-10-06T01:00:00Z"))]
    pub published_at: String,
    /// The short code of the published revision that took its place; null while it counts.
    #[cfg_attr(feature = "schema", schema(required, example = json!(null)))]
    pub superseded_by: Option<String>,
    /// Respondents.
    #[cfg_attr(feature = "schema", schema(example = 175))]
    pub n: i64,
    /// The required sample; null where the number of people served is not known.
    #[cfg_attr(feature = "schema", schema(required, example = 212))]
    pub required_sample: Option<i64>,
    /// The weight of an element, as the report prints it.
    #[cfg_attr(feature = "schema", schema(example = "exact"))]
    pub weight: String,
    /// The indices; none where fewer answered than the city shows publicly.
    pub indices: Vec<PublicIndex>,
    /// Each index from period to period, as the report prints it.
    pub trends: Vec<ReportTrend>,
    /// What was promised; `element` is empty where the index that it belongs to is not shown.
    pub plan: Vec<PlanRow>,
    /// How many of the promises of the report before are done, and of how many; null for a first report.
    #[cfg_attr(feature = "schema", schema(required))]
    pub last_plan: Option<PublicLastPlan>,
    /// SHA-256 of the frozen document, in hex.
    #[cfg_attr(
        feature = "schema",
        schema(example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
    )]
    pub sha256: String,
    /// The published files with their hashes: a file in hand is the published one when its SHA-256 is here.
    pub files: Vec<ReportFileInfo>,
}

/// An index as everybody may know it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PublicIndex {
    /// Its printed numbers.
    #[cfg_attr(not(target_arch = "wasm32"), serde(flatten))]
    #[cfg_attr(target_arch = "wasm32", serde(rename = "@"))]
    pub summary: domain::figures::IndexSummary,
    /// Each element on 25–100, in the official order.
    pub elements: Vec<domain::figures::ElementMean>,
    /// Where the index is a mean of units or services: what all respondents together come to, whose elements these are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false, example = "84.02"))]
    pub pooled: Option<String>,
}

/// What became of what was promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({"period": "2026-TW2", "done": 2, "promised": 3, "not_reported": 1})))]
pub struct PublicLastPlan {
    /// The period it was promised for.
    pub period: String,
    /// How much is done.
    pub done: usize,
    /// How much was promised.
    pub promised: usize,
    /// Of how much nobody told what became of it.
    pub not_reported: usize,
}
