//! The follow-up plan (rencana tindak lanjut, RTL) and what became of the last one.

use serde::{Deserialize, Serialize};

/// A quarter of the year in which something is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum PlanQuarter {
    /// Triwulan I.
    #[serde(rename = "TW1")]
    First,
    /// Triwulan II.
    #[serde(rename = "TW2")]
    Second,
    /// Triwulan III.
    #[serde(rename = "TW3")]
    Third,
    /// Triwulan IV.
    #[serde(rename = "TW4")]
    Fourth,
}

impl PlanQuarter {
    /// Every quarter in order.
    pub const ALL: [Self; 4] = [Self::First, Self::Second, Self::Third, Self::Fourth];

    /// Its Roman numeral.
    pub const fn roman(self) -> &'static str {
        match self {
            Self::First => "I",
            Self::Second => "II",
            Self::Third => "III",
            Self::Fourth => "IV",
        }
    }
}

/// One row of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanRow {
    /// Prioritas unsur: `U3`.
    #[cfg_attr(feature = "schema", schema(example = "U3"))]
    pub element: String,
    /// Program/kegiatan; empty until somebody writes it.
    #[cfg_attr(feature = "schema", schema(example = "Membuka loket kedua, Senin–Selasa"))]
    pub programme: String,
    /// When.
    #[cfg_attr(feature = "schema", schema(example = json!(["TW4"])))]
    pub quarters: Vec<PlanQuarter>,
    /// The year of these quarters.
    #[cfg_attr(feature = "schema", schema(example = 2026))]
    pub year: i32,
    /// Penanggung jawab.
    #[cfg_attr(feature = "schema", schema(example = "Sekretaris Kelurahan"))]
    pub responsible: String,
}

impl PlanRow {
    /// True when the operator has still to fill something in.
    pub fn is_incomplete(&self) -> bool {
        self.programme.trim().is_empty() || self.responsible.trim().is_empty() || self.quarters.is_empty()
    }
}

/// The plan of an earlier report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct LastPlan {
    /// The period it was made for.
    #[cfg_attr(feature = "schema", schema(example = "2026-TW2"))]
    pub period: String,
    /// Its rows.
    pub rows: Vec<LastPlanRow>,
}

impl LastPlan {
    /// Rows that are done.
    pub fn done(&self) -> usize {
        self.count(FollowUpState::Done)
    }

    /// Rows in a state.
    pub fn count(&self, state: FollowUpState) -> usize {
        self.rows.iter().filter(|row| row.state == state).count()
    }
}

/// A row of an earlier plan and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LastPlanRow {
    /// As it was planned.
    pub planned: PlanRow,
    /// Apakah RTL telah ditindaklanjuti.
    pub state: FollowUpState,
    /// What was done, or why not.
    #[cfg_attr(feature = "schema", schema(example = "Loket kedua dibuka sejak 3 Agustus 2026"))]
    pub description: String,
    /// Photos of it, by their hash; each also stands among the report's photos.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(example = json!(["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"])))]
    pub photos: Vec<String>,
}

/// Whether a planned row was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum FollowUpState {
    /// Sudah.
    Done,
    /// Sedang berjalan.
    Running,
    /// Belum.
    NotDone,
    /// Belum dilaporkan: nobody said yet what became of it.
    NotReported,
}

impl FollowUpState {
    /// As the table prints it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Done => "Sudah",
            Self::Running => "Sedang berjalan",
            Self::NotDone => "Belum",
            Self::NotReported => "Belum dilaporkan",
        }
    }
}
