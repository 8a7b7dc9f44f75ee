//! Comments, exclusions and how results are asked for. The figures themselves are `domain::figures`.

use crate::page::page;
use serde::{Deserialize, Serialize};

pub use domain::figures::{Completion, Figures, Recap, Series};

/// The results of a unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct UnitResults {
    /// The unit's code.
    #[cfg_attr(feature = "schema", schema(example = "kel-kuin-utara"))]
    pub unit: String,
    /// The unit's name.
    #[cfg_attr(feature = "schema", schema(example = "Kelurahan Kuin Utara"))]
    pub name: String,
    /// The service, when results of one were asked for.
    #[cfg_attr(feature = "schema", schema(required, example = json!(null)))]
    pub service: Option<String>,
    /// Whether the units below are counted as well.
    #[cfg_attr(feature = "schema", schema(example = false))]
    pub subtree: bool,
    /// The figures.
    #[cfg_attr(not(target_arch = "wasm32"), serde(flatten))]
    #[cfg_attr(target_arch = "wasm32", serde(rename = "@"))]
    pub figures: Figures,
}

/// The series of a unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct UnitSeries {
    /// The unit's code.
    #[cfg_attr(feature = "schema", schema(example = "kel-kuin-utara"))]
    pub unit: String,
    /// Answers of these periods that were taken out, whether or not they are counted here.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(required, example = 3))]
    pub excluded: i64,
    /// True when excluded answers were counted as well.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(required, example = false))]
    pub excluded_counted: bool,
    /// One entry for each index with an answer in some period.
    pub series: Vec<Series>,
}

/// How far people come in the surveys of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct UnitCompletion {
    /// The unit's code.
    #[cfg_attr(feature = "schema", schema(example = "kel-kuin-utara"))]
    pub unit: String,
    /// The service, when only links made for one were asked for.
    #[cfg_attr(feature = "schema", schema(required, example = json!(null)))]
    pub service: Option<String>,
    /// Whether the links of the units below are counted as well.
    #[cfg_attr(feature = "schema", schema(example = false))]
    pub subtree: bool,
    /// The figures.
    #[cfg_attr(not(target_arch = "wasm32"), serde(flatten))]
    #[cfg_attr(target_arch = "wasm32", serde(rename = "@"))]
    pub completion: Completion,
}

/// What somebody wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Comment {
    /// The month it was written in; never a day or time.
    #[cfg_attr(feature = "schema", schema(example = "2026-09"))]
    pub month: String,
    /// The unit it is about.
    #[cfg_attr(feature = "schema", schema(example = "kel-kuin-utara"))]
    pub unit: String,
    /// The service it is about; null when it had fewer than 5 answers that month, which could tell who wrote.
    #[cfg_attr(feature = "schema", schema(required, example = "surat-pengantar"))]
    pub service: Option<String>,
    /// The text.
    #[cfg_attr(feature = "schema", schema(example = "Antre lama, loket cuma satu yang buka."))]
    pub text: String,
}

page!(
    /// A page of comments, in random order.
    CommentPage of Comment
);

/// Which responses to take out, and why. Give `link` with `from` and `to`, or `ids`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({
    "link": "k7m2p9qx", "from": "2026-09-15T02:00:00Z", "to": "2026-09-15T02:30:00Z",
    "reason": "test", "note": "Uji coba tablet di loket 2"
})))]
#[serde(deny_unknown_fields)]
pub struct ExcludeResponsesRequest {
    /// The code of the link they came by.
    #[serde(default)]
    pub link: Option<String>,
    /// They were given at this moment or later.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(format = DateTime))]
    pub from: Option<String>,
    /// They were given at this moment or earlier.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(format = DateTime))]
    pub to: Option<String>,
    /// The ids of the responses.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(max_items = 1000))]
    pub ids: Option<Vec<String>>,
    /// `test`, `duplicate`, `filled_by_staff`, `automated`, `wrong_unit`, `import_undone`, `other`.
    #[cfg_attr(
        feature = "schema",
        schema(pattern = "^(test|duplicate|filled_by_staff|automated|wrong_unit|import_undone|other)$")
    )]
    pub reason: String,
    /// Why, in words; required for `other`.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(max_length = 500))]
    pub note: Option<String>,
}

/// Responses that were taken out of the figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Exclusion {
    /// Its number.
    #[cfg_attr(feature = "schema", schema(example = 12))]
    pub id: i32,
    /// How many responses.
    #[cfg_attr(feature = "schema", schema(example = 3))]
    pub responses: i64,
    /// Which, in words.
    #[cfg_attr(
        feature = "schema",
        schema(example = "link k7m2p9qx from 2026-09-15T02:00:00+00:00 to 2026-09-15T02:30:00+00:00")
    )]
    pub selector: String,
    /// Why.
    #[cfg_attr(feature = "schema", schema(example = "test"))]
    pub reason: String,
    /// Why, in words.
    #[cfg_attr(feature = "schema", schema(example = "Uji coba tablet di loket 2"))]
    pub note: String,
    /// Who.
    #[cfg_attr(feature = "schema", schema(example = "user:admin"))]
    pub excluded_by: String,
    /// When.
    #[cfg_attr(feature = "schema", schema(format = DateTime, example = "2026-09-16T01:00:00Z"))]
    pub excluded_at: String,
    /// Who took it back; null while it stands.
    #[cfg_attr(feature = "schema", schema(required, example = json!(null)))]
    pub undone_by: Option<String>,
    /// When it was taken back; null while it stands.
    #[cfg_attr(feature = "schema", schema(required, format = DateTime, example = json!(null)))]
    pub undone_at: Option<String>,
}

page!(
    /// A page of exclusions, the newest first.
    ExclusionPage of Exclusion
);
