//! One respondent's answers: parsed at the edge, then only this type travels.

mod error;
mod moment;
mod parse;

pub use error::{FieldCode, FieldError};
pub use moment::{GRACE_DAYS, TimeSlot, survey_moment};
pub use parse::{Asked, COMMENT_LIMIT, RawAnswer, RawResponse};

use crate::tally::{NOT_ASKED, SKIPPED, SliceKey, SliceKind};
use crate::{Channel, Code, Questionnaire};
use serde::{Deserialize, Serialize};

/// A response that keeps the rules of its questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// One byte an item, in questionnaire order: 1 to 4, [`SKIPPED`] or [`NOT_ASKED`].
    pub answers: Vec<u8>,
    /// One byte a profile question: the option's number, 0 for "Tidak menjawab".
    pub profile: Vec<u8>,
    /// The service it is about, when the respondent or the link names one.
    pub service: Option<Code>,
    /// The free text, trimmed, at most [`COMMENT_LIMIT`] characters.
    pub comment: Option<String>,
    /// Whether the respondent agreed to the questions that need it.
    pub consented: bool,
    /// JSON pointers of what was received and, by law, not kept (UU 27/2022: nothing of this kind from minors).
    pub not_kept: Vec<String>,
    /// What would be kept of the same response under another minimum age, where that makes a difference.
    pub otherwise: Option<Sensitive>,
}

/// The parts of a response of which nothing is kept from minors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sensitive {
    /// The profile, with or without what adults alone are asked.
    pub profile: Vec<u8>,
    /// The free text.
    pub comment: Option<String>,
}

impl Response {
    /// What makes two submissions with one id the same: link, questionnaire version, answers, profile, service, comment.
    ///
    /// Neither times nor device belong to it, nor whether an item was skipped or not asked, as that follows from settings.
    ///
    /// Of what is kept: a hash of what must not be kept could be guessed back from it.
    pub fn content(&self, link: &str, questionnaire: &Questionnaire) -> Vec<u8> {
        self.content_with(&self.profile, self.comment.as_deref(), link, questionnaire)
    }

    /// The content under another minimum age: a retry after the city changed it is still the same response.
    pub fn content_otherwise(&self, link: &str, questionnaire: &Questionnaire) -> Option<Vec<u8>> {
        let Sensitive { profile, comment } = self.otherwise.as_ref()?;
        Some(self.content_with(profile, comment.as_deref(), link, questionnaire))
    }

    fn content_with(
        &self,
        profile: &[u8],
        comment: Option<&str>,
        link: &str,
        questionnaire: &Questionnaire,
    ) -> Vec<u8> {
        let mut out = Vec::with_capacity(96 + comment.map_or(0, str::len));
        let mut part = |bytes: &[u8]| {
            out.extend_from_slice(&u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_be_bytes());
            out.extend_from_slice(bytes);
        };
        part(link.as_bytes());
        part(questionnaire.code.as_str().as_bytes());
        part(&questionnaire.version.to_be_bytes());
        let answers: Vec<u8> =
            self.answers.iter().map(|answer| if *answer == NOT_ASKED { SKIPPED } else { *answer }).collect();
        part(&answers);
        part(profile);
        part(self.service.as_ref().map_or("", Code::as_str).as_bytes());
        part(comment.unwrap_or_default().as_bytes());
        out
    }
}

/// The slices a response is counted in; `exclusion` is given for an excluded one.
pub fn slice_keys(
    profile: &[u8],
    channel: Channel,
    slot: TimeSlot,
    exclusion: Option<ExclusionReason>,
) -> Vec<SliceKey> {
    let mut keys = Vec::with_capacity(profile.len() + 3);
    keys.push(SliceKey { kind: SliceKind::Channel, value: channel.number() });
    keys.push(SliceKey { kind: SliceKind::TimeSlot, value: slot.number() });
    if let Some(reason) = exclusion {
        keys.push(SliceKey { kind: SliceKind::Exclusion, value: reason.number() });
    }
    for (position, &value) in (0_u8..).zip(profile) {
        keys.push(SliceKey { kind: SliceKind::Profile(position), value });
    }
    keys
}

/// Why a response no longer counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExclusionReason {
    /// A trial entry.
    Test,
    /// The same person or sheet twice.
    Duplicate,
    /// Staff answered in a respondent's place.
    FilledByStaff,
    /// A script or bot.
    Automated,
    /// Belongs to another unit or service.
    WrongUnit,
    /// An import that was taken back.
    ImportUndone,
    /// Something else, told in the note.
    Other,
}

impl ExclusionReason {
    /// Every reason, in the order of lists.
    pub const ALL: [Self; 7] = [
        Self::Test,
        Self::Duplicate,
        Self::FilledByStaff,
        Self::Automated,
        Self::WrongUnit,
        Self::ImportUndone,
        Self::Other,
    ];

    /// The number it is stored as; never reused.
    pub const fn number(self) -> u8 {
        match self {
            Self::Test => 1,
            Self::Duplicate => 2,
            Self::FilledByStaff => 3,
            Self::Automated => 4,
            Self::WrongUnit => 5,
            Self::ImportUndone => 6,
            Self::Other => 7,
        }
    }

    /// The reason stored as `number`.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.number() == number)
    }

    /// Its name in JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Test => "test",
            Self::Duplicate => "duplicate",
            Self::FilledByStaff => "filled_by_staff",
            Self::Automated => "automated",
            Self::WrongUnit => "wrong_unit",
            Self::ImportUndone => "import_undone",
            Self::Other => "other",
        }
    }

    /// The reason of this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}
