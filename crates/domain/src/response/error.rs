//! What is wrong with a response, field by field.

use serde::{Deserialize, Serialize};

/// The kinds of mistakes; stable names for clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldCode {
    /// The questionnaire has no such item.
    UnknownItem,
    /// A score is a whole number from 1 to 4, or null for a skipped item.
    ScoreOutOfRange,
    /// An item or profile question is answered twice.
    DuplicateAnswer,
    /// The questionnaire does not ask this of the person.
    UnknownProfileQuestion,
    /// Not one of the options, such as an age band that does not exist.
    UnknownProfileOption,
    /// Asked only after another answer.
    ProfileQuestionNotAsked,
    /// Needs the respondent's consent.
    ConsentMissing,
    /// Consent to what nobody is asked to consent to.
    UnknownConsent,
    /// The unit of the link does not offer this service.
    ForeignService,
    /// The comment is too long.
    CommentTooLong,
    /// The questionnaire asks for no comment.
    CommentNotAsked,
    /// Not one item is answered.
    NoAnswer,
}

impl FieldCode {
    /// Its name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::UnknownItem => "unknown_item",
            Self::ScoreOutOfRange => "score_out_of_range",
            Self::DuplicateAnswer => "duplicate_answer",
            Self::UnknownProfileQuestion => "unknown_profile_question",
            Self::UnknownProfileOption => "unknown_profile_option",
            Self::ProfileQuestionNotAsked => "profile_question_not_asked",
            Self::ConsentMissing => "consent_missing",
            Self::UnknownConsent => "unknown_consent",
            Self::ForeignService => "foreign_service",
            Self::CommentTooLong => "comment_too_long",
            Self::CommentNotAsked => "comment_not_asked",
            Self::NoAnswer => "no_answer",
        }
    }
}

/// One mistake: where, what was received, what is accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// JSON pointer into the body, `/answers/u3`.
    pub pointer: String,
    /// Which kind of mistake.
    pub code: FieldCode,
    /// What was received, shortened.
    pub received: String,
    /// What would have been accepted.
    pub accepted: String,
}

impl FieldError {
    /// A mistake at `pointer`.
    pub fn new(pointer: String, code: FieldCode, received: &str, accepted: impl Into<String>) -> Self {
        Self { pointer, code, received: received.chars().take(80).collect(), accepted: accepted.into() }
    }
}
