//! Official reports: their states, what people write in them, and what everybody may read once they are published.

use crate::page::page;
use domain::preparation::ReportEdits;
use domain::report::{PlanRow, ReportDocument, ReportTrend};
use domain::{Code, Period};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A report in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({
    "id": "019a1f60-7c31-7a55-8f3a-0d6f5a1c2b3d", "code": "k7m2p9qx", "unit": "kel-kuin-utara",
    "unit_name": "Kelurahan Kuin Utara", "service": null, "period": "2026-TW3", "revision": 1, "state": "published",
    "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "superseded_by": null,
    "created_by": "user:budi", "created_at": "2026-10-01T01:00:00Z", "submitted_by": "user:budi",
    "submitted_at": "2026-10-05T01:00:00Z", "published_by": "user:admin", "published_at": "2026-10-06T01:00:00Z"
})))]
pub struct ReportSummary {
    /// Its id (UUIDv7).
    pub id: String,
    /// The short code of its public page.
    pub code: String,
    /// The unit's code; `kota` for the whole city.
    pub unit: String,
    /// The unit's name.
    pub unit_name: String,
    /// The one service it is about; null for the whole unit.
    #[cfg_attr(feature = "schema", schema(required))]
    pub service: Option<String>,
    /// The period.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub period: Period,
    /// 1 for the first, then counted up.
    pub revision: i32,
    /// `draft` (follows the answers), `returned` and `verified` (kept for later), `submitted` (never changes again),
    /// `published`.
    pub state: String,
    /// SHA-256 of the frozen document, in hex; null while it is open.
    #[cfg_attr(feature = "schema", schema(required))]
    pub sha256: Option<String>,
    /// The id of the published revision that took its place; null while it counts.
    #[cfg_attr(feature = "schema", schema(required))]
    pub superseded_by: Option<String>,
    /// Who made it.
    pub created_by: String,
    /// When.
    #[cfg_attr(feature = "schema", schema(format = DateTime))]
    pub created_at: String,
    /// Who submitted it; null while it is open.
    #[cfg_attr(feature = "schema", schema(required))]
    pub submitted_by: Option<String>,
    /// When.
    #[cfg_attr(feature = "schema", schema(required, format = DateTime))]
    pub submitted_at: Option<String>,
    /// Who published it; null before.
    #[cfg_attr(feature = "schema", schema(required))]
    pub published_by: Option<String>,
    /// When.
    #[cfg_attr(feature = "schema", schema(required, format = DateTime))]
    pub published_at: Option<String>,
}

page!(
    /// A page of reports, the newest first.
    ReportPage of ReportSummary
);

/// A report with everything in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Report {
    /// Where it stands.
    #[serde(flatten)]
    pub summary: ReportSummary,
    /// Responses stored for its period after it was frozen ("n jawaban menyusul"); 0 while it is open.
    #[cfg_attr(feature = "schema", schema(example = 3))]
    pub late_responses: i64,
    /// What people wrote in it.
    pub edits: ReportEdits,
    /// The document: frozen, or as it would be frozen now.
    pub document: ReportDocument,
    /// Every figure and name that a text may use, by its key, as it is printed.
    #[cfg_attr(feature = "schema", schema(example = json!({"ikm.converted": "84,17"})))]
    pub facts: BTreeMap<String, String>,
    /// What to look at before submitting; nothing once it is frozen.
    pub checks: Vec<ReportCheck>,
    /// The files of a published report.
    pub files: Vec<ReportFileInfo>,
}

/// Something to look at before a report is submitted; it never blocks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ReportCheck {
    /// `no_answers`, `people_served_unknown`, `sample_short`, `people_served_below_n`, `no_signatory`, `no_logo`,
    /// `no_address`, `no_activities`, `no_forum`, `no_photos`, `plan_incomplete`, `no_plan`, `lowest_not_planned`,
    /// `last_plan_untold`, `foreign_number`.
    #[cfg_attr(feature = "schema", schema(example = "plan_incomplete"))]
    pub code: String,
    /// Where: an element, or a slot and the number typed in it; empty for the whole report.
    #[cfg_attr(feature = "schema", schema(example = "U3"))]
    pub place: String,
}

/// A file of a published report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({
    "format": "json", "file_name": "laporan-skm-kel-kuin-utara-2026-TW3.json", "content_type": "application/json",
    "bytes": 48213,
    "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
})))]
pub struct ReportFileInfo {
    /// Its format.
    pub format: String,
    /// What a download is called.
    pub file_name: String,
    /// Its content type.
    pub content_type: String,
    /// How many bytes it has. An electronically signed PDF begins with these bytes and has more.
    pub bytes: i64,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
}

/// Which reports to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "schema", into_params(parameter_in = Query))]
#[serde(deny_unknown_fields)]
pub struct ListReportsQuery {
    /// Only reports of this unit; left out, of all that you may see.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", param(example = "kel-kuin-utara"))]
    pub unit: Option<String>,
    /// Only of this period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", param(value_type = Option<String>, example = "2026-TW3"))]
    pub period: Option<Period>,
    /// Only in this state: `draft`, `submitted` or `published`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", param(example = "published"))]
    pub state: Option<String>,
    /// `next` of the page before; leave it out for the first page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows a page, 1 to 200.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", param(minimum = 1, maximum = 200, default = 50, example = 50))]
    pub limit: Option<u32>,
}

/// A report to make.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({"unit": "kel-kuin-utara", "period": "2026-TW3"})))]
#[serde(deny_unknown_fields)]
pub struct CreateReportRequest {
    /// The code of the unit; `kota` for the whole city.
    pub unit: Code,
    /// The code of the one service it is about; left out, it is about the whole unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false))]
    pub service: Option<Code>,
    /// The period.
    #[cfg_attr(feature = "schema", schema(value_type = String, example = "2026-TW3"))]
    pub period: Period,
}

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
    /// The service's name, when the report is about one.
    #[cfg_attr(feature = "schema", schema(required, example = json!(null)))]
    pub service: Option<String>,
    /// The city.
    #[cfg_attr(feature = "schema", schema(example = "Kota Banjarmasin"))]
    pub city: String,
    /// The period.
    #[cfg_attr(feature = "schema", schema(example = "2026-TW3"))]
    pub period: String,
    /// 1 for the first, then counted up.
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
    /// What was promised.
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
    #[serde(flatten)]
    pub summary: domain::figures::IndexSummary,
    /// Each element on 25–100, in the official order.
    pub elements: Vec<domain::figures::ElementMean>,
}

/// What became of what was promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({"period": "2026-TW2", "done": 2, "promised": 3})))]
pub struct PublicLastPlan {
    /// The period it was promised for.
    pub period: String,
    /// How much is done.
    pub done: usize,
    /// How much was promised.
    pub promised: usize,
}

/// Documents of many units, made in the background.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({
    "id": "019a1f60-7c31-7a55-8f3a-0d6f5a1c2b3d", "period": "2026-TW3", "formats": ["pdf", "xlsx"], "state": "running",
    "total": 312, "done": 120, "failed": 1, "created_by": "user:admin", "created_at": "2026-10-06T01:00:00Z",
    "finished_at": null
})))]
pub struct ReportJob {
    /// Its id (UUIDv7).
    pub id: String,
    /// The period.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub period: Period,
    /// The formats.
    pub formats: Vec<String>,
    /// `waiting`, `running`, `done` or `cancelled`.
    pub state: String,
    /// Documents wanted.
    pub total: i32,
    /// Documents that are made.
    pub done: i32,
    /// Documents that could not be made; the archive says why.
    pub failed: i32,
    /// Who wanted it.
    pub created_by: String,
    /// When.
    #[cfg_attr(feature = "schema", schema(format = DateTime))]
    pub created_at: String,
    /// When it ended; null before.
    #[cfg_attr(feature = "schema", schema(required, format = DateTime))]
    pub finished_at: Option<String>,
}

page!(
    /// A page of jobs, the newest first.
    ReportJobPage of ReportJob
);

/// Documents to make.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({"period": "2026-TW3", "formats": ["pdf", "xlsx"]})))]
#[serde(deny_unknown_fields)]
pub struct CreateReportJobRequest {
    /// The period.
    #[cfg_attr(feature = "schema", schema(value_type = String, example = "2026-TW3"))]
    pub period: Period,
    /// `pdf`, `docx`, `xlsx`, `poster-pdf`, `poster-png`, `poster-svg` or `json`.
    #[cfg_attr(feature = "schema", schema(min_items = 1))]
    pub formats: Vec<String>,
}
