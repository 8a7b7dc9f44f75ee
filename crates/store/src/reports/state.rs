//! Where a report stands, and who brought it there.

use chrono::{DateTime, Utc};

/// Where a report stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReportState {
    /// Follows the answers and is edited.
    Draft,
    /// Sent back for correction; edited like a draft. Nobody sends back yet.
    Returned,
    /// Frozen.
    Submitted,
    /// Checked by the city. Nobody checks yet.
    Verified,
    /// Open to everybody.
    Published,
}

impl ReportState {
    /// Every state, in the order in which a report goes through them.
    pub const ALL: [Self; 5] = [Self::Draft, Self::Returned, Self::Submitted, Self::Verified, Self::Published];

    /// Its name in JSON and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Returned => "returned",
            Self::Submitted => "submitted",
            Self::Verified => "verified",
            Self::Published => "published",
        }
    }

    /// The state of this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether it is open to everybody.
    pub const fn is_published(self) -> bool {
        matches!(self, Self::Published)
    }

    /// Whether it follows the answers and may be edited.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Returned)
    }
}

/// Who did something, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Who.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}
