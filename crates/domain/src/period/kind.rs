//! The kinds of periods.

use serde::{Deserialize, Serialize};

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeriodKind {
    /// Bulan.
    Month,
    /// Triwulan: TW1 to TW4.
    Quarter,
    /// Semester: S1 and S2.
    Semester,
    /// Tahun.
    Year,
    /// Any other run of months.
    Range,
}

impl PeriodKind {
    /// The kinds that the calendar fixes, shortest first.
    pub const CALENDAR: [Self; 4] = [Self::Month, Self::Quarter, Self::Semester, Self::Year];

    /// How many months it has; a range has no fixed length.
    pub const fn months(self) -> Option<i32> {
        match self {
            Self::Month => Some(1),
            Self::Quarter => Some(3),
            Self::Semester => Some(6),
            Self::Year => Some(12),
            Self::Range => None,
        }
    }
}
