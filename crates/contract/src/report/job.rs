//! Documents of many units, made in the background.

use crate::page::page;
use domain::Period;
use serde::{Deserialize, Serialize};

/// Documents of many units, made in the background.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({
    "id": "019a1f60-7c31-7a55-8f3a-0d6f5a1c2b3d", "period": "2026-TW3", "formats": ["pdf", "xlsx"], "state": "running",
    "total": 312, "done": 120, "failed": 1, "skipped": 4, "unit": "kota",
    "created_by": "user:admin", "created_at": "2026-10-06T01:00:00Z",
    "finished_at": null
})))]
pub struct ReportJob {
    /// Its id (UUIDv7).
    pub id: String,
    /// The unit at the top of those it is about: who answers for it sees the job.
    pub unit: String,
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
    /// Documents left out, of units without a report and without an answer; the archive names them.
    pub skipped: i32,
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
