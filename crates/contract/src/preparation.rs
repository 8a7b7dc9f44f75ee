//! What a report needs besides the answers: profiles, rounds, historic points, photos and the city's template.

use crate::page::page;
use domain::Period;
use domain::preparation::{HistoricPoint, OfficeProfile, ReportTemplate, RoundDetails};
use domain::report::Outline;
use serde::{Deserialize, Serialize};

/// What a report prints of a unit besides its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Office {
    /// The unit's code.
    #[cfg_attr(feature = "schema", schema(example = "kel-kuin-utara"))]
    pub unit: String,
    /// The profile; empty while nobody has written it.
    pub profile: OfficeProfile,
    /// SHA-256 of the logo, in hex; null without one.
    #[cfg_attr(feature = "schema", schema(required, example = json!(null)))]
    pub logo: Option<String>,
    /// Who wrote it last; null while nobody has.
    #[cfg_attr(feature = "schema", schema(required, example = "user:budi"))]
    pub changed_by: Option<String>,
    /// When.
    #[cfg_attr(feature = "schema", schema(required, format = DateTime, example = "2026-10-01T01:00:00Z"))]
    pub changed_at: Option<String>,
}

/// How a unit carried out the round of a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Round {
    /// The unit's code.
    #[cfg_attr(feature = "schema", schema(example = "kel-kuin-utara"))]
    pub unit: String,
    /// The period.
    #[cfg_attr(feature = "schema", schema(value_type = String, example = "2026-TW3"))]
    pub period: Period,
    /// What the unit tells of it; empty while nobody has written it.
    pub round: RoundDetails,
    /// Who wrote it last; null while nobody has.
    #[cfg_attr(feature = "schema", schema(required, example = "user:budi"))]
    pub changed_by: Option<String>,
    /// When.
    #[cfg_attr(feature = "schema", schema(required, format = DateTime, example = "2026-10-01T01:00:00Z"))]
    pub changed_at: Option<String>,
}

/// A point of the trend that somebody entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct EnteredHistoricPoint {
    /// What was published.
    pub point: HistoricPoint,
    /// Who entered it.
    #[cfg_attr(feature = "schema", schema(example = "user:budi"))]
    pub entered_by: String,
    /// When.
    #[cfg_attr(feature = "schema", schema(format = DateTime, example = "2026-10-01T01:00:00Z"))]
    pub entered_at: String,
}

/// What a unit published before this system, by index and period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct HistoricPoints {
    /// The unit's code.
    #[cfg_attr(feature = "schema", schema(example = "kel-kuin-utara"))]
    pub unit: String,
    /// The points.
    pub points: Vec<EnteredHistoricPoint>,
}

/// What became of a file of historic points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({"added": 40, "changed": 2, "unchanged": 0})))]
pub struct HistoricImport {
    /// Periods that had no point before.
    pub added: u32,
    /// Periods whose point is another now.
    pub changed: u32,
    /// Periods that had the same point.
    pub unchanged: u32,
}

/// A photo of the documentation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({
    "id": 12, "unit": "kel-kuin-utara", "period": "2026-TW3", "caption": "Forum Konsultasi Publik",
    "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "width": 1600, "height": 1200,
    "added_by": "user:budi", "added_at": "2026-10-08T03:00:00Z"
})))]
pub struct Photo {
    /// Its number.
    pub id: i32,
    /// The unit's code.
    pub unit: String,
    /// The period.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub period: Period,
    /// What it shows; also its text for who cannot see it.
    pub caption: String,
    /// SHA-256 of its bytes as they are kept, in hex.
    pub sha256: String,
    /// In pixels.
    pub width: i32,
    /// In pixels.
    pub height: i32,
    /// Who added it.
    pub added_by: String,
    /// When.
    #[cfg_attr(feature = "schema", schema(format = DateTime))]
    pub added_at: String,
}

/// The photos of a unit and a period, in the order in which they were added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Photos {
    /// The photos.
    pub items: Vec<Photo>,
}

/// What a photo shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "schema", into_params(parameter_in = Query))]
#[serde(deny_unknown_fields)]
pub struct AddPhotoQuery {
    /// What it shows, 1 to 200 characters.
    #[cfg_attr(feature = "schema", param(min_length = 1, max_length = 200, example = "Forum Konsultasi Publik"))]
    pub caption: String,
}

/// One version of the fixed parts of reports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ReportTemplateVersion {
    /// Its number; 0 for what is shipped, which holds until the city stores a version.
    #[cfg_attr(feature = "schema", schema(example = 3))]
    pub version: i32,
    /// The template.
    pub template: ReportTemplate,
    /// Who made it; null for what is shipped.
    #[cfg_attr(feature = "schema", schema(required, example = "user:admin"))]
    pub changed_by: Option<String>,
    /// When.
    #[cfg_attr(feature = "schema", schema(required, format = DateTime, example = "2026-07-01T01:00:00Z"))]
    pub changed_at: Option<String>,
}

page!(
    /// A page of report templates, the newest version first.
    ReportTemplatePage of ReportTemplateVersion
);

/// The outlines that come with the program: a start for the city's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ReportOutlines {
    /// The outlines.
    pub items: Vec<Outline>,
}
