//! Official reports: their states, what people write in them, and what everybody may read once they are published.

mod job;
mod pages;
mod public;
mod public_unit;

pub use job::{CreateReportJobRequest, ReportJob, ReportJobPage};
pub use pages::{PageHeading, PagePicture, PagePictureQuery, PagePictures};
pub use public::{PublicIndex, PublicLastPlan, PublicReport};
pub use public_unit::{
    PublicCity, PublicCityUnit, PublicDone, PublicFollowUp, PublicHeadline, PublicPeriod, PublicUnit, PublishedReport,
};

use crate::page::page;
use domain::figures::IndexSummary;
use domain::preparation::ReportEdits;
use domain::report::ReportDocument;
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
    "submitted_at": "2026-10-05T01:00:00Z", "published_by": "user:admin", "published_at": "2026-10-06T01:00:00Z",
    "signed_by": null, "signed_at": null, "figures": [{
        "index": "ikm", "n": 175, "value": "3.3668", "converted": "84.17", "grade": "B", "performance": "Baik",
        "margin": {"status": "value", "points": "1.90", "value": "0.0760", "low": "82.27", "high": "86.07", "small_sample": false}
    }]
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
    /// 1 for the first, then counted up: 2 is printed as "Revisi 1".
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
    /// Who put an electronically signed PDF in the place of the published one; null while nobody has.
    #[cfg_attr(feature = "schema", schema(required))]
    pub signed_by: Option<String>,
    /// When.
    #[cfg_attr(feature = "schema", schema(required, format = DateTime))]
    pub signed_at: Option<String>,
    /// Its indices: frozen with the document; of an open report as the answers are now. None without an answer.
    pub figures: Vec<IndexSummary>,
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
    #[cfg_attr(not(target_arch = "wasm32"), serde(flatten))]
    #[cfg_attr(target_arch = "wasm32", serde(rename = "@"))]
    pub summary: ReportSummary,
    /// Responses stored for its period after it was frozen ("n jawaban menyusul"); 0 while it is open.
    #[cfg_attr(feature = "schema", schema(example = 3))]
    pub late_responses: i64,
    /// How many minutes the city's clocks are ahead of UTC: its times are those of the city, wherever a reader is.
    #[cfg_attr(feature = "schema", schema(example = 480))]
    pub minutes_ahead_of_utc: i32,
    /// What people wrote in it.
    pub edits: ReportEdits,
    /// The document: frozen, or as it would be frozen now.
    pub document: ReportDocument,
    /// Every figure and name that a text may use, by its key, as it is printed.
    #[cfg_attr(feature = "schema", schema(example = json!({"ikm.converted": "84,17"})))]
    pub facts: BTreeMap<String, String>,
    /// What to look at before submitting; nothing once it is frozen.
    pub checks: Vec<ReportCheck>,
    /// Its tables and figures with the numbers that PDF and Word print, in their order.
    pub captions: Vec<ReportCaption>,
    /// The files of a published report.
    pub files: Vec<ReportFileInfo>,
}

/// A table or figure of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ReportCaption {
    /// The block of the outline that it belongs to: its kind and name. A block may have several, or none.
    #[cfg_attr(feature = "schema", schema(example = "table:sample"))]
    pub block: String,
    /// Its number as it is printed.
    #[cfg_attr(feature = "schema", schema(example = "Tabel 3"))]
    pub label: String,
    /// What it shows.
    #[cfg_attr(feature = "schema", schema(example = "Populasi dan sampel"))]
    pub caption: String,
}

/// Something to look at before a report is submitted; only `period_running` keeps it from being submitted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ReportCheck {
    /// `period_running`, `no_answers`, `people_served_unknown`, `sample_short`, `people_served_below_n`, `no_signatory`, `no_logo`,
    /// `no_address`, `no_activities`, `no_forum`, `no_photos`, `plan_incomplete`, `no_plan`, `lowest_not_planned`,
    /// `last_plan_untold`, `foreign_number`, `dated_oddly`.
    #[cfg_attr(feature = "schema", schema(example = "plan_incomplete"))]
    pub code: String,
    /// Where: an element, a slot and the number typed in it, or the day set; empty for the whole report.
    #[cfg_attr(feature = "schema", schema(example = "U3"))]
    pub place: String,
}

/// A file of a published report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({
    "format": "json", "file_name": "laporan-skm-kel-kuin-utara-2026-TW3.json", "content_type": "application/json",
    "bytes": 48213,
    "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "signed": false
})))]
pub struct ReportFileInfo {
    /// Its format; `pdf-original` is the published PDF beside an electronically signed one.
    pub format: String,
    /// What a download is called.
    pub file_name: String,
    /// Its content type.
    pub content_type: String,
    /// How many bytes it has. An electronically signed PDF begins with these bytes and has more.
    pub bytes: i64,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// Whether it is the published PDF with an electronic signature behind it.
    pub signed: bool,
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
    /// The outline of this one report, of those shipped (`lima-bab`, `empat-bab`, `spkp-spak`) or the city's own; left out,
    /// the city's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false, example = "spkp-spak"))]
    pub outline: Option<Code>,
}
