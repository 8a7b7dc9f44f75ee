//! How the answers came: what section 2.6 "Kualitas Pengumpulan Data" tells beyond the figures. Counts, no accusation.

use serde::{Deserialize, Serialize};

/// What section 2.6 prints; channels, exclusions and skipped questions stand in the figures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CollectionQuality {
    /// Answers of the period entered after it ended ("dientri setelah periode berakhir").
    #[cfg_attr(feature = "schema", schema(example = 0))]
    pub entered_after_period: i64,
    /// Answers with one score for every question.
    #[cfg_attr(feature = "schema", schema(example = 21))]
    pub uniform: i64,
    /// Of these, all with the score 4.
    #[cfg_attr(feature = "schema", schema(example = 14))]
    pub uniform_fours: i64,
    /// Most answers from one device, or devices of one kind in one network, within a month; none where none was counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false, example = 6))]
    pub most_from_one_device: Option<i64>,
    /// Most answers entered by one member of staff; none where nobody entered any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false, example = 18))]
    pub most_from_one_enterer: Option<i64>,
    /// Answers whose day is not known, as they came from a file with a month; they are in none of the days below.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(example = 0))]
    pub undated: i64,
    /// Working days on which an answer was given.
    #[cfg_attr(feature = "schema", schema(example = 58))]
    pub days_with_answers: i64,
    /// Working days (Monday to Friday) of the period.
    #[cfg_attr(feature = "schema", schema(example = 66))]
    pub working_days: i64,
    /// Answers of the busiest day.
    #[cfg_attr(feature = "schema", schema(example = 9))]
    pub busiest_day: i64,
    /// Answers of the period's last three days.
    #[cfg_attr(feature = "schema", schema(example = 5))]
    pub last_three_days: i64,
    /// Survey pages opened; zero where nobody counts them.
    #[cfg_attr(feature = "schema", schema(example = 240))]
    pub opened: i64,
    /// Pages with a first answer.
    #[cfg_attr(feature = "schema", schema(example = 200))]
    pub begun: i64,
    /// Pages from which answers were sent.
    #[cfg_attr(feature = "schema", schema(example = 175))]
    pub finished: i64,
    /// Where N comes from, the latest last.
    pub people_served: Vec<PeopleServedNote>,
}

/// A number of people served, and where it came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PeopleServedNote {
    /// N.
    #[cfg_attr(feature = "schema", schema(example = 470))]
    pub people: i64,
    /// `register`, `antrean` or `perkiraan`.
    #[cfg_attr(feature = "schema", schema(example = "register"))]
    pub source: String,
    /// The day it was entered, `2026-10-01`.
    #[cfg_attr(feature = "schema", schema(example = "2026-10-01"))]
    pub entered_on: String,
    /// Why it replaced the number before; empty for the first.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(example = ""))]
    pub reason: String,
}

/// One row of "Waktu Pelaksanaan".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Activity {
    /// Kegiatan.
    #[cfg_attr(feature = "schema", schema(example = "Pengumpulan data"))]
    pub name: String,
    /// Waktu pelaksanaan, as the operator writes it.
    #[cfg_attr(feature = "schema", schema(example = "Juli–September 2026"))]
    pub time: String,
    /// Jumlah hari kerja.
    #[cfg_attr(feature = "schema", schema(example = 66))]
    pub working_days: u32,
}
