//! What results are made of.

use super::SeriesChange;
use crate::{IndexKind, Localized};
use serde::{Deserialize, Serialize};

/// The results of a unit (or a service, or the city) over a period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Figures {
    /// The period in its own form: `2026-TW3`, `2026-07`, `2026-S2`, `2026`, or two months.
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
    /// Responses counted.
    #[cfg_attr(feature = "schema", schema(example = 175))]
    pub n: i64,
    /// Against the number of people served.
    pub sample: Sample,
    /// One entry for each index that has an answer.
    pub indices: Vec<IndexResult>,
    /// One entry for each service that has an answer.
    pub services: Vec<ServiceResult>,
    /// Who answered, one entry for each question about the person.
    pub characteristics: Vec<Characteristic>,
    /// How the answers came.
    pub channels: Vec<SliceResult>,
    /// At what time of day ("Jam survei").
    pub time_slots: Vec<SliceResult>,
    /// Answers that staff entered with or for the respondent, paper included.
    pub assisted: Share,
    /// Answers that were taken out, and why.
    pub excluded: Excluded,
}

impl Figures {
    /// The service with most answers, where there are several; of services that tie the first.
    pub fn largest_service(&self) -> Option<&ServiceResult> {
        self.services.iter().rev().max_by_key(|service| service.n).filter(|_| self.services.len() > 1)
    }
}

/// The choices behind the figures; a report freezes and prints them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Method {
    /// The city's weight for an index of nine elements: `exact`, `0.111` or `0.11`.
    #[cfg_attr(feature = "schema", schema(example = "exact"))]
    pub weight: String,
    /// `gabungan`: all respondents together; `rata_rata_layanan`: the mean of the services' printed indices.
    #[cfg_attr(feature = "schema", schema(example = "gabungan"))]
    pub unit_dari_layanan: String,
    /// The questionnaires that were answered, each with the grouping used.
    pub questionnaires: Vec<QuestionnaireUsed>,
    /// True when excluded answers were counted as well.
    #[cfg_attr(feature = "schema", schema(example = false))]
    pub excluded_counted: bool,
}

/// A questionnaire version and how its items form elements.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct QuestionnaireUsed {
    /// The questionnaire.
    #[cfg_attr(feature = "schema", schema(example = "skm-2017"))]
    pub code: String,
    /// Its version.
    #[cfg_attr(feature = "schema", schema(example = 1))]
    pub version: u16,
    /// The grouping.
    #[cfg_attr(feature = "schema", schema(example = "sembilan"))]
    pub grouping: String,
    /// Responses that answered it.
    #[cfg_attr(feature = "schema", schema(example = 175))]
    pub n: i64,
}

/// Responses against the required sample (Krejcie and Morgan).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Sample {
    /// `unknown`: nobody has said how many people are served; `reached`; `short`.
    #[cfg_attr(feature = "schema", schema(example = "short"))]
    pub status: String,
    /// N, people served in the period.
    #[cfg_attr(feature = "schema", schema(required, example = 470))]
    pub people_served: Option<i64>,
    /// The required sample.
    #[cfg_attr(feature = "schema", schema(required, example = 212))]
    pub required: Option<i64>,
    /// How many responses are missing.
    #[cfg_attr(feature = "schema", schema(required, example = 37))]
    pub missing: Option<i64>,
    /// More responses than people served: N must be wrong.
    #[cfg_attr(feature = "schema", schema(example = false))]
    pub people_served_below_n: bool,
}

/// One index with everything that is printed of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct IndexResult {
    /// Its printed numbers.
    #[cfg_attr(not(target_arch = "wasm32"), serde(flatten))]
    #[cfg_attr(target_arch = "wasm32", serde(rename = "@"))]
    pub summary: IndexSummary,
    /// Its responses against the number of people served.
    pub sample: Sample,
    /// k, the elements with an answer; fewer than the index has when one dropped out.
    #[cfg_attr(feature = "schema", schema(example = 9))]
    pub elements_used: usize,
    /// The weight really used: `1/9`, `0.111`, `0.11`, `1/8`, …
    #[cfg_attr(feature = "schema", schema(example = "1/9"))]
    pub weight: String,
    /// The elements in the official order.
    pub elements: Vec<ElementResult>,
    /// Against the period before, of the same length.
    #[cfg_attr(feature = "schema", schema(required))]
    pub change: Option<SeriesChange>,
    /// Under `rata_rata_layanan` and in the report of the city: the pooled value beside it, and how many services or units
    /// the mean is of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false))]
    pub pooled: Option<PooledBeside>,
}

/// The printed numbers of an index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct IndexSummary {
    /// Which index: `ikm`, `ipkp` or `ipak`.
    #[cfg_attr(feature = "schema", schema(value_type = String, example = "ikm"))]
    pub index: IndexKind,
    /// Responses with at least one of its items answered.
    #[cfg_attr(feature = "schema", schema(example = 175))]
    pub n: i64,
    /// On 1–4, four decimals.
    #[cfg_attr(feature = "schema", schema(example = "3.3668"))]
    pub value: String,
    /// On 25–100, two decimals.
    #[cfg_attr(feature = "schema", schema(example = "84.17"))]
    pub converted: String,
    /// Mutu pelayanan: `A` to `D`, of the printed converted value.
    #[cfg_attr(feature = "schema", schema(example = "B"))]
    pub grade: String,
    /// Kinerja unit pelayanan.
    #[cfg_attr(feature = "schema", schema(example = "Baik"))]
    pub performance: String,
    /// What chance alone does, if respondents were drawn at random.
    pub margin: MarginResult,
}

/// The margin of error of a printed number, at 95%.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct MarginResult {
    /// `value`; `too_few` (fewer than 10 responses); `all_equal` (every answer is the same); `not_kept` (a slice).
    #[cfg_attr(feature = "schema", schema(example = "value"))]
    pub status: String,
    /// On 25–100, two decimals.
    #[cfg_attr(feature = "schema", schema(required, example = "1.90"))]
    pub points: Option<String>,
    /// On 1–4, four decimals.
    #[cfg_attr(feature = "schema", schema(required, example = "0.0760"))]
    pub value: Option<String>,
    /// The lower end of the band, on 25–100.
    #[cfg_attr(feature = "schema", schema(required, example = "82.27"))]
    pub low: Option<String>,
    /// The upper end of the band, on 25–100.
    #[cfg_attr(feature = "schema", schema(required, example = "86.07"))]
    pub high: Option<String>,
    /// Fewer than 30 responses: show a warning.
    #[cfg_attr(feature = "schema", schema(example = false))]
    pub small_sample: bool,
}

/// One element of an index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ElementResult {
    /// `U1`, `KP3`, `AK5`.
    #[cfg_attr(feature = "schema", schema(example = "U3"))]
    pub code: String,
    /// Answers to its items.
    #[cfg_attr(feature = "schema", schema(example = 174))]
    pub answered: i64,
    /// Items asked and not answered.
    #[cfg_attr(feature = "schema", schema(example = 1))]
    pub skipped: i64,
    /// How often scores 1, 2, 3 and 4 were given.
    #[cfg_attr(feature = "schema", schema(value_type = Vec<i64>, min_items = 4, max_items = 4, example = json!([4, 21, 98, 51])))]
    pub scores: [i64; 4],
    /// NRR, on 1–4, four decimals; null without an answer.
    #[cfg_attr(feature = "schema", schema(required, example = "3.1264"))]
    pub mean: Option<String>,
    /// NRR tertimbang, three decimals, as the processed-data sheet prints it.
    #[cfg_attr(feature = "schema", schema(required, example = "0.347"))]
    pub weighted_mean: Option<String>,
    /// On 25–100, two decimals.
    #[cfg_attr(feature = "schema", schema(required, example = "78.16"))]
    pub converted: Option<String>,
    /// Of the printed converted value.
    #[cfg_attr(feature = "schema", schema(required, example = "B"))]
    pub grade: Option<String>,
    /// Of the converted mean.
    pub margin: MarginResult,
    /// It has the lowest printed value; elements that tie are lowest together.
    #[cfg_attr(feature = "schema", schema(example = true))]
    pub lowest: bool,
    /// What the index would gain on 25–100 if this element reached the mean of the others.
    #[cfg_attr(feature = "schema", schema(required, example = "0.75"))]
    pub possible_gain: Option<String>,
}

/// The pooled value beside a mean of services, or of units in the report of the city.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PooledBeside {
    /// How many services (of the city: units) the mean is of.
    #[cfg_attr(feature = "schema", schema(example = 4))]
    pub services: usize,
    /// Of all respondents together, on 25–100.
    #[cfg_attr(feature = "schema", schema(example = "84.02"))]
    pub converted: String,
}

/// One service of the unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ServiceResult {
    /// The unit that gives it.
    #[cfg_attr(feature = "schema", schema(example = "kel-kuin-utara"))]
    pub unit: String,
    /// Its code.
    #[cfg_attr(feature = "schema", schema(example = "surat-pengantar"))]
    pub code: String,
    /// Its name.
    #[cfg_attr(feature = "schema", schema(example = "Surat pengantar"))]
    pub name: String,
    /// Responses about it.
    #[cfg_attr(feature = "schema", schema(example = 61))]
    pub n: i64,
    /// Its part of all responses, in percent: the mix alone can move a pooled index.
    #[cfg_attr(feature = "schema", schema(example = "34.86"))]
    pub percent: String,
    /// The same of the period before; absent where that has no answer, and in documents of the program before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false, example = "30.12"))]
    pub previous_percent: Option<String>,
    /// Its indices.
    pub indices: Vec<IndexSummary>,
}

/// The answers to one question about the person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Characteristic {
    /// `sex`, `age`, `education`, …
    #[cfg_attr(feature = "schema", schema(example = "sex"))]
    pub code: String,
    /// What it is called.
    pub label: Label,
    /// The options in their order, then `declined` ("Tidak menjawab"); together 100 % of those who were asked: whose
    /// questionnaire has the question, and to whom it applies by age and by the answer before.
    pub options: Vec<SliceResult>,
}

impl Characteristic {
    /// How many were asked.
    pub fn asked(&self) -> i64 {
        self.options.iter().map(|option| option.n).sum()
    }
}

/// A part of the responses with its own indices; small groups say so.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SliceResult {
    /// Its code; `declined` for "Tidak menjawab".
    #[cfg_attr(feature = "schema", schema(example = "female"))]
    pub code: String,
    /// What it is called.
    pub label: Label,
    /// Responses in it.
    #[cfg_attr(feature = "schema", schema(example = 98))]
    pub n: i64,
    /// Of all responses, in percent; in a characteristic, of those who were asked.
    #[cfg_attr(feature = "schema", schema(example = "56.00"))]
    pub percent: String,
    /// Its indices, without margins: slices keep counts only.
    pub indices: Vec<IndexSummary>,
}

/// A part of what was counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SliceCount {
    /// Its code.
    #[cfg_attr(feature = "schema", schema(example = "phone"))]
    pub code: String,
    /// What it is called.
    pub label: Label,
    /// How many.
    #[cfg_attr(feature = "schema", schema(example = 140))]
    pub n: i64,
    /// Of all that told it, in percent.
    #[cfg_attr(feature = "schema", schema(example = "87.50"))]
    pub percent: String,
}

/// A label in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Label {
    /// Indonesian.
    #[cfg_attr(feature = "schema", schema(example = "Perempuan"))]
    pub id: String,
    /// English.
    #[cfg_attr(feature = "schema", schema(example = "Female"))]
    pub en: String,
}

impl From<&Localized> for Label {
    fn from(text: &Localized) -> Self {
        Self { id: text.id.clone(), en: text.en.clone() }
    }
}

/// A number of responses and its part of all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Share {
    /// Responses.
    #[cfg_attr(feature = "schema", schema(example = 7))]
    pub n: i64,
    /// Of all responses, in percent.
    #[cfg_attr(feature = "schema", schema(example = "4.00"))]
    pub percent: String,
}

/// Answers that were taken out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Excluded {
    /// How many.
    #[cfg_attr(feature = "schema", schema(example = 3))]
    pub n: i64,
    /// Why.
    pub by_reason: Vec<ExcludedByReason>,
}

/// How many were taken out for one reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ExcludedByReason {
    /// `test`, `duplicate`, `filled_by_staff`, `automated`, `wrong_unit`, `import_undone`, `other`.
    #[cfg_attr(feature = "schema", schema(example = "duplicate"))]
    pub reason: String,
    /// How many.
    #[cfg_attr(feature = "schema", schema(example = 3))]
    pub n: i64,
}
