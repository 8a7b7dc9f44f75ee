//! The city's recap and series of a unit.

use super::{IndexSummary, Method, Sample};
use crate::IndexKind;
use serde::{Deserialize, Serialize};

/// Every unit with its figures, and the city's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Recap {
    /// The period in its own form.
    #[cfg_attr(feature = "schema", schema(example = "2026-TW3"))]
    pub period: String,
    /// The first month.
    #[cfg_attr(feature = "schema", schema(example = "2026-07"))]
    pub from: String,
    /// The last month, included.
    #[cfg_attr(feature = "schema", schema(example = "2026-09"))]
    pub to: String,
    /// How the figures were computed.
    pub method: Method,
    /// Units that must run the survey.
    #[cfg_attr(feature = "schema", schema(example = 156))]
    pub units_obliged: usize,
    /// Obliged units that have an answer.
    #[cfg_attr(feature = "schema", schema(example = 152))]
    pub units_with_answers: usize,
    /// Responses of the obliged units.
    #[cfg_attr(feature = "schema", schema(example = 48211))]
    pub n: i64,
    /// Responses of the obliged units that were taken out, whether or not they are counted here.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(required, example = 3))]
    pub excluded: i64,
    /// The city's indices: of each unit what its submitted report says, before that its answers; `sementara` (provisional)
    /// as long as one rests on answers.
    pub indices: Vec<CityIndex>,
    /// The same by kind of unit, over the obliged units.
    pub kinds: Vec<RecapKind>,
    /// Every obliged unit, in the order of the unit tree.
    pub units: Vec<RecapUnit>,
    /// Units that have answers and need not run the survey: in no figure of the city, and without a place.
    pub others: Vec<RecapUnit>,
}

/// The obliged units of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct RecapKind {
    /// The kind.
    #[cfg_attr(feature = "schema", schema(example = "kelurahan"))]
    pub kind: String,
    /// Units of the kind that must run the survey.
    #[cfg_attr(feature = "schema", schema(example = 52))]
    pub units_obliged: usize,
    /// Of these, how many have an answer.
    #[cfg_attr(feature = "schema", schema(example = 50))]
    pub units_with_answers: usize,
    /// Their responses.
    #[cfg_attr(feature = "schema", schema(example = 12040))]
    pub n: i64,
    /// Their indices.
    pub indices: Vec<KindIndex>,
    /// Each element of the IKM: the mean of the units' printed converted means, each unit counting once, as in the headline.
    pub elements: Vec<ElementMean>,
}

/// An index of the units of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct KindIndex {
    /// The mean of the units' printed indices, as the city's headline is made.
    #[cfg_attr(not(target_arch = "wasm32"), serde(flatten))]
    #[cfg_attr(target_arch = "wasm32", serde(rename = "@"))]
    pub headline: IndexSummary,
    /// How many units it is the mean of.
    #[cfg_attr(feature = "schema", schema(example = 50))]
    pub units: usize,
}

/// An index of the whole city.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CityIndex {
    /// The headline: the mean of the obliged units' printed indices.
    #[cfg_attr(not(target_arch = "wasm32"), serde(flatten))]
    #[cfg_attr(target_arch = "wasm32", serde(rename = "@"))]
    pub headline: IndexSummary,
    /// How many units the headline is the mean of.
    #[cfg_attr(feature = "schema", schema(example = 152))]
    pub units: usize,
    /// Of these units, how many stand with the figures of their submitted report of the period.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(required, example = 140))]
    pub submitted_units: usize,
    /// True as long as one of the units stands with answers that still come in.
    #[cfg_attr(feature = "schema", schema(example = true))]
    pub sementara: bool,
    /// Of these units, how many have fewer than 30 responses.
    #[cfg_attr(feature = "schema", schema(example = 8))]
    pub small_units: usize,
    /// Of these units, how many have a single response. Nobody knows its spread; in the margin the spread within the other
    /// units stands for it.
    #[cfg_attr(feature = "schema", schema(example = 0))]
    pub single_answer_units: usize,
    /// The headline without the small units, on 25–100.
    #[cfg_attr(feature = "schema", schema(required, example = "84.31"))]
    pub converted_without_small: Option<String>,
    /// All respondents of the obliged units together, as they are stored today.
    pub pooled: IndexSummary,
}

/// How an index of the city changed over the units that have it in both periods.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CityChange {
    /// Which index: `ikm`, `ipkp` or `ipak`.
    #[cfg_attr(feature = "schema", schema(value_type = String, example = "ikm"))]
    pub index: IndexKind,
    /// How many obliged units have it in both periods.
    #[cfg_attr(feature = "schema", schema(example = 148))]
    pub units: usize,
    /// The mean of their printed values in the later period, on 25–100.
    #[cfg_attr(feature = "schema", schema(example = "84.20"))]
    pub converted: String,
    /// Against the mean of their printed values in the period before.
    pub change: SeriesChange,
}

/// One unit in the recap.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct RecapUnit {
    /// Its code.
    #[cfg_attr(feature = "schema", schema(example = "kel-kuin-utara"))]
    pub code: String,
    /// Its name.
    #[cfg_attr(feature = "schema", schema(example = "Kelurahan Kuin Utara"))]
    pub name: String,
    /// Its kind.
    #[cfg_attr(feature = "schema", schema(example = "kelurahan"))]
    pub kind: String,
    /// Whether it must run the survey.
    #[cfg_attr(feature = "schema", schema(example = true))]
    pub obliged: bool,
    /// Whether its figures are those of its submitted report of the period; otherwise they follow its answers.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(required, example = true))]
    pub submitted: bool,
    /// Its own responses, without those of units below it.
    #[cfg_attr(feature = "schema", schema(example = 175))]
    pub n: i64,
    /// Against the number of people served.
    pub sample: Sample,
    /// Its indices.
    pub indices: Vec<IndexSummary>,
    /// The converted mean of each element of the IKM that has an answer.
    pub elements: Vec<ElementMean>,
    /// Its place among the obliged units by the printed IKM; equal values share a place. Null for fewer than 30 responses.
    #[cfg_attr(feature = "schema", schema(required, example = 31))]
    pub rank: Option<usize>,
}

/// An element and its converted mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ElementMean {
    /// `U1` to `U9`.
    #[cfg_attr(feature = "schema", schema(example = "U3"))]
    pub code: String,
    /// On 25–100, two decimals.
    #[cfg_attr(feature = "schema", schema(example = "73.85"))]
    pub converted: String,
}

/// An index from period to period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Series {
    /// Which index: `ikm`, `ipkp` or `ipak`.
    #[cfg_attr(feature = "schema", schema(value_type = String, example = "ikm"))]
    pub index: crate::IndexKind,
    /// From the oldest to the newest; a period without an answer has no figure.
    pub points: Vec<SeriesPoint>,
}

/// One period of a series.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SeriesPoint {
    /// The period in its own form.
    #[cfg_attr(feature = "schema", schema(example = "2026-TW3"))]
    pub period: String,
    /// Its figure; null without an answer.
    #[cfg_attr(feature = "schema", schema(required))]
    pub figure: Option<IndexSummary>,
    /// Against the point before; null for the first and beside a gap.
    #[cfg_attr(feature = "schema", schema(required))]
    pub change: Option<SeriesChange>,
}

/// A change between two periods and whether it is more than chance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SeriesChange {
    /// `comparable` or `not_comparable` ("tidak dapat dibandingkan": draw no arrow and break the line).
    #[cfg_attr(feature = "schema", schema(example = "comparable"))]
    pub status: String,
    /// Why not: `too_few`, `no_variation`, `other_questionnaire`, `other_grouping`, `other_weight`, `other_elements`,
    /// `overlapping_periods`.
    #[cfg_attr(feature = "schema", schema(required, example = json!(null)))]
    pub reason: Option<String>,
    /// The earlier period.
    #[cfg_attr(feature = "schema", schema(example = "2026-TW2"))]
    pub previous_period: String,
    /// Its printed value, on 25–100.
    #[cfg_attr(feature = "schema", schema(example = "81.86"))]
    pub previous_converted: String,
    /// Its responses.
    #[cfg_attr(feature = "schema", schema(example = 198))]
    pub previous_n: i64,
    /// Later minus earlier, of the printed values.
    #[cfg_attr(feature = "schema", schema(required, example = "2.31"))]
    pub difference: Option<String>,
    /// Welch's t, four decimals.
    #[cfg_attr(feature = "schema", schema(required, example = "1.7342"))]
    pub t: Option<String>,
    /// Degrees of freedom (Welch and Satterthwaite).
    #[cfg_attr(feature = "schema", schema(required, example = "355.20"))]
    pub df: Option<String>,
    /// Two-sided p, four decimals.
    #[cfg_attr(feature = "schema", schema(required, example = "0.0838"))]
    pub p: Option<String>,
    /// Whether p is below 5 %.
    #[cfg_attr(feature = "schema", schema(required, example = false))]
    pub significant: Option<bool>,
}
