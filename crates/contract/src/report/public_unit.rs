//! What everybody may read of a unit and of the city.

use super::PublicReport;
use domain::figures::IndexSummary;
use domain::report::ReportTrend;
use serde::{Deserialize, Serialize};

/// What everybody may know of a unit: published or closed periods alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PublicUnit {
    /// Its code.
    #[cfg_attr(feature = "schema", schema(example = "kel-kuin-utara"))]
    pub unit: String,
    /// Its name.
    #[cfg_attr(feature = "schema", schema(example = "Kelurahan Kuin Utara"))]
    pub name: String,
    /// What kind of office it is.
    #[cfg_attr(feature = "schema", schema(example = "kelurahan"))]
    pub kind: String,
    /// The city.
    #[cfg_attr(feature = "schema", schema(example = "Kota Banjarmasin"))]
    pub city: String,
    /// Its newest published report; null while there is none.
    #[cfg_attr(feature = "schema", schema(required))]
    pub report: Option<PublicReport>,
    /// While there is no published report: its last closed quarter, when enough answered.
    #[cfg_attr(feature = "schema", schema(required))]
    pub closed: Option<PublicPeriod>,
    /// Each index from period to period; without periods in which fewer answered than the city shows publicly.
    pub trends: Vec<ReportTrend>,
    /// Its published reports, the newest first, at most 20.
    pub reports: Vec<PublishedReport>,
}

/// A closed period as everybody may know it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PublicPeriod {
    /// The period.
    #[cfg_attr(feature = "schema", schema(example = "2026-TW2"))]
    pub period: String,
    /// The indices that enough people answered.
    pub indices: Vec<IndexSummary>,
}

/// A published report in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PublishedReport {
    /// The short code of its public page, `/l/{code}`.
    #[cfg_attr(feature = "schema", schema(example = "k7m2p9qx"))]
    pub code: String,
    /// The period.
    #[cfg_attr(feature = "schema", schema(example = "2026-TW3"))]
    pub period: String,
    /// 1 for the first, then counted up: 2 is printed as "Revisi 1".
    #[cfg_attr(feature = "schema", schema(example = 1))]
    pub revision: i32,
    /// When it was published.
    #[cfg_attr(feature = "schema", schema(format = DateTime, example = "2026-10-06T01:00:00Z"))]
    pub published_at: String,
    /// The indices that enough people answered.
    pub indices: Vec<IndexSummary>,
}

/// What everybody may know of the city.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PublicCity {
    /// Its name.
    #[cfg_attr(feature = "schema", schema(example = "Kota Banjarmasin"))]
    pub city: String,
    /// The city's own figures; null while there are none to show.
    #[cfg_attr(feature = "schema", schema(required))]
    pub headline: Option<PublicHeadline>,
    /// Units that must run the survey.
    #[cfg_attr(feature = "schema", schema(example = 156))]
    pub units_obliged: usize,
    /// The headline from period to period, the closed ones alone: at most three years.
    pub trends: Vec<ReportTrend>,
    /// What the units promised and did, from the newest published report of each; null while none tells.
    #[cfg_attr(feature = "schema", schema(required))]
    pub follow_up: Option<PublicFollowUp>,
    /// Every unit that has published a report, in the order of the unit tree, with its newest.
    pub units: Vec<PublicCityUnit>,
}

/// What units promised in their last reports and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PublicFollowUp {
    /// Rows of the plans before.
    #[cfg_attr(feature = "schema", schema(example = 310))]
    pub promised: usize,
    /// Of these, how many are done.
    #[cfg_attr(feature = "schema", schema(example = 204))]
    pub done: usize,
    /// And of how many nobody told what became of them.
    #[cfg_attr(feature = "schema", schema(example = 12))]
    pub not_reported: usize,
    /// How many units told it.
    #[cfg_attr(feature = "schema", schema(example = 120))]
    pub units: usize,
    /// Rows that the newest reports promise for the next time.
    #[cfg_attr(feature = "schema", schema(example = 330))]
    pub planned: usize,
    /// A few that are done, from the reports published last.
    pub latest: Vec<PublicDone>,
}

/// A row of a plan that is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PublicDone {
    /// The unit's code.
    #[cfg_attr(feature = "schema", schema(example = "kel-kuin-utara"))]
    pub unit: String,
    /// Its name.
    #[cfg_attr(feature = "schema", schema(example = "Kelurahan Kuin Utara"))]
    pub name: String,
    /// The element it is about; empty where the unit's index is not shown.
    #[cfg_attr(feature = "schema", schema(example = "U3"))]
    pub element: String,
    /// What was promised.
    #[cfg_attr(feature = "schema", schema(example = "Membuka loket kedua"))]
    pub programme: String,
}

/// The figures of the whole city.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PublicHeadline {
    /// The short code of the city's published report of the period, where there is one. The figures are the mean of the
    /// units' printed indices all the same.
    #[cfg_attr(feature = "schema", schema(required, example = json!(null)))]
    pub report: Option<String>,
    /// The period.
    #[cfg_attr(feature = "schema", schema(example = "2026-TW3"))]
    pub period: String,
    /// True while the figure of a unit rests on its answers and not on its submitted report.
    #[cfg_attr(feature = "schema", schema(example = true))]
    pub sementara: bool,
    /// How many units the mean is of.
    #[cfg_attr(feature = "schema", schema(required, example = 152))]
    pub units: Option<usize>,
    /// The indices.
    pub indices: Vec<IndexSummary>,
}

/// A unit that has published a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PublicCityUnit {
    /// Its code.
    #[cfg_attr(feature = "schema", schema(example = "kel-kuin-utara"))]
    pub unit: String,
    /// Its name.
    #[cfg_attr(feature = "schema", schema(example = "Kelurahan Kuin Utara"))]
    pub name: String,
    /// What kind of office it is.
    #[cfg_attr(feature = "schema", schema(example = "kelurahan"))]
    pub kind: String,
    /// Its newest published report.
    pub report: PublishedReport,
}
