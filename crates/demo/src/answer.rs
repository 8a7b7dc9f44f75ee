//! One answer of the demonstration city.

use chrono::{DateTime, Utc};
use domain::Channel;
use uuid::Uuid;

/// A response as the generator makes it; it keeps every rule of its questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// In the shape of a version 7, from the time and the seed.
    pub id: Uuid,
    /// A position in [`crate::Organisation::units`].
    pub unit: usize,
    /// A position in [`crate::Unit::services`]; 0 is `umum`.
    pub service: usize,
    /// A position in the questionnaires given.
    pub questionnaire: usize,
    /// To the millisecond. Paper has a time of day too; whoever stores it keeps the date alone.
    pub at: DateTime<Utc>,
    /// How it came in.
    pub channel: Channel,
    /// One byte an item: 1 to 4, [`domain::tally::SKIPPED`] or [`domain::tally::NOT_ASKED`].
    pub answers: Vec<u8>,
    /// One byte a profile question: the option's number, 0 for "Tidak menjawab".
    pub profile: Vec<u8>,
    /// Whether a profile question is answered that needs consent.
    pub consented: bool,
    /// The free text.
    pub comment: Option<&'static str>,
}
