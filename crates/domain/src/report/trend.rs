//! Series, services and reliability as the report prints them.

use crate::IndexKind;
use crate::figures::{ElementMean, IndexSummary};
use serde::{Deserialize, Serialize};

/// An index from period to period, historic points included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ReportTrend {
    /// Which index.
    #[cfg_attr(feature = "schema", schema(value_type = String, example = "ikm"))]
    pub index: IndexKind,
    /// From the oldest to this report's own period.
    pub points: Vec<ReportTrendPoint>,
}

/// One period of a trend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ReportTrendPoint {
    /// The period in its own form.
    #[cfg_attr(feature = "schema", schema(example = "2025-TW4"))]
    pub period: String,
    /// On 25–100; absent for a period without an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false, example = "81.86"))]
    pub converted: Option<String>,
    /// The grade as it was published: before 2017 its limits were others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false, example = "B"))]
    pub grade: Option<String>,
    /// Respondents, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false, example = 198))]
    pub n: Option<i64>,
    /// The ends of the 95 % band on 25–100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false, value_type = Vec<String>, min_items = 2, max_items = 2, example = json!(["80.01", "83.71"])))]
    pub band: Option<(String, String)>,
    /// Whether it may be compared with the point before; if not, the line is broken there.
    pub comparable: bool,
    /// A point from before this system, as it was published.
    pub imported: bool,
}

/// A service with its IKM and elements.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ServiceElements {
    /// Its code.
    #[cfg_attr(feature = "schema", schema(example = "surat-pengantar"))]
    pub code: String,
    /// Its name.
    #[cfg_attr(feature = "schema", schema(example = "Surat pengantar"))]
    pub name: String,
    /// Responses about it.
    #[cfg_attr(feature = "schema", schema(example = 61))]
    pub n: i64,
    /// Its IKM; absent without an answer that gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false))]
    pub ikm: Option<IndexSummary>,
    /// Each element of the IKM that has an answer, on 25–100.
    pub elements: Vec<ElementMean>,
}

/// Cronbach's alpha over the elements of an index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ElementAlpha {
    /// Which index.
    #[cfg_attr(feature = "schema", schema(value_type = String, example = "ikm"))]
    pub index: IndexKind,
    /// Three decimals.
    #[cfg_attr(feature = "schema", schema(example = "0.843"))]
    pub alpha: String,
    /// Respondents who answered every element (listwise).
    #[cfg_attr(feature = "schema", schema(example = 170))]
    pub n: i64,
}
