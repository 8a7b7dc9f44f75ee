//! What a respondent is asked, and what comes back.

mod answers;
mod usage;

pub use answers::Answers;
pub use usage::{DeviceClass, SurveyLanguage, Usage};

use domain::questionnaire::Wording;
use serde::{Deserialize, Serialize};

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({"id": "Cepat", "en": "Fast"})))]
pub struct Text {
    /// Indonesian.
    pub id: String,
    /// English.
    pub en: String,
}

impl From<&domain::Localized> for Text {
    fn from(text: &domain::Localized) -> Self {
        Self { id: text.id.clone(), en: text.en.clone() }
    }
}

/// Everything that a survey page needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Survey {
    /// The link's code.
    #[cfg_attr(feature = "schema", schema(example = "k7m2p9qx"))]
    pub link: String,
    /// The unit that is asked about.
    pub unit: SurveyUnit,
    /// How answers by this link are counted: `self_filled` or `kiosk`.
    #[cfg_attr(feature = "schema", schema(example = "self_filled"))]
    pub channel: String,
    /// The questionnaire to answer; send its code and version back.
    #[cfg_attr(feature = "schema", schema(example = "skm-2017"))]
    pub questionnaire: String,
    /// Its version.
    #[cfg_attr(feature = "schema", schema(example = 1))]
    pub version: u16,
    /// What the survey is called.
    pub title: Text,
    /// Every item of the questionnaire; which of them to ask depends on the service.
    pub items: Vec<SurveyItem>,
    /// The services to choose from; one when the link is made for it.
    pub services: Vec<SurveyService>,
    /// The service meant when none is chosen.
    #[cfg_attr(feature = "schema", schema(example = "umum"))]
    pub default_service: String,
    /// Questions about the person; each may be declined.
    pub profile: Vec<SurveyProfileQuestion>,
    /// The prompt of the free text; null when none is asked.
    #[cfg_attr(feature = "schema", schema(required))]
    pub comment: Option<Text>,
    /// The longest comment, in characters.
    #[cfg_attr(feature = "schema", schema(example = 2000))]
    pub comment_limit: u32,
    /// Until when the link takes new answers; null for no end.
    #[cfg_attr(feature = "schema", schema(required, format = DateTime, example = json!(null)))]
    pub ends_at: Option<String>,
    /// What people said of the unit in the last closed quarter with answers; null when they were fewer than the city's
    /// minimum for public figures.
    #[cfg_attr(feature = "schema", schema(required))]
    pub last_result: Option<LastResult>,
}

/// A closed period, told to those who answer next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct LastResult {
    /// The period.
    #[cfg_attr(feature = "schema", schema(example = "2026-TW2"))]
    pub period: String,
    /// Its name.
    pub period_name: Text,
    /// How many people answered.
    #[cfg_attr(feature = "schema", schema(example = 198))]
    pub n: i64,
    /// The IKM on 25–100, two decimals.
    #[cfg_attr(feature = "schema", schema(example = "81.86"))]
    pub converted: String,
    /// Mutu pelayanan: `A` to `D`.
    #[cfg_attr(feature = "schema", schema(example = "B"))]
    pub grade: String,
    /// Kinerja unit pelayanan: the grade in words.
    pub performance: Text,
    /// The margin of error at 95 % in points on 25–100, two decimals; null where there is none.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(required, example = "1.90"))]
    pub margin: Option<String>,
    /// The lowest elements, those that tie together; none when all are equal.
    pub lowest: Vec<NamedElement>,
}

/// An element and its official name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct NamedElement {
    /// Its code.
    #[cfg_attr(feature = "schema", schema(example = "U3"))]
    pub code: String,
    /// Its name.
    pub name: Text,
}

/// The unit that is asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SurveyUnit {
    /// Its code.
    #[cfg_attr(feature = "schema", schema(example = "kel-kuin-utara"))]
    pub code: String,
    /// Its name.
    #[cfg_attr(feature = "schema", schema(example = "Kelurahan Kuin Utara"))]
    pub name: String,
}

/// One question with four labels, scored 1 to 4.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SurveyItem {
    /// Its code.
    #[cfg_attr(feature = "schema", schema(example = "u3"))]
    pub code: String,
    /// The official wording.
    pub text: Text,
    /// The wording for an online service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false))]
    pub online_text: Option<Text>,
    /// The wording for a service that costs nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false))]
    pub free_text: Option<Text>,
    /// The short label.
    pub short: Text,
    /// A line under the question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false))]
    pub help: Option<Text>,
    /// The official labels of 1, 2, 3 and 4.
    #[cfg_attr(feature = "schema", schema(min_items = 4, max_items = 4))]
    pub options: Vec<Text>,
    /// False where a face beside the words would judge for the respondent.
    #[cfg_attr(feature = "schema", schema(example = true))]
    pub faces: bool,
}

/// A service and what is asked about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SurveyService {
    /// Its code.
    #[cfg_attr(feature = "schema", schema(example = "surat-pengantar"))]
    pub code: String,
    /// Its name.
    #[cfg_attr(feature = "schema", schema(example = "Surat pengantar"))]
    pub name: String,
    /// The items to ask, in order, and in which wording.
    pub items: Vec<OfferedItem>,
}

/// An item to ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct OfferedItem {
    /// Its code.
    #[cfg_attr(feature = "schema", schema(example = "u3"))]
    pub code: String,
    /// Which of its wordings.
    #[cfg_attr(feature = "schema", schema(value_type = String, example = "text"))]
    pub wording: Wording,
}

/// A question about the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SurveyProfileQuestion {
    /// Its code.
    #[cfg_attr(feature = "schema", schema(example = "sex"))]
    pub code: String,
    /// The question.
    pub text: Text,
    /// The options in order.
    pub options: Vec<SurveyProfileOption>,
    /// What the respondent agrees to by answering; name the question in `consents` then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false))]
    pub consent: Option<Text>,
    /// Ask it only after this answer of another question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false))]
    pub only_after: Option<ProfileAnswer>,
    /// Do not ask it below the minimum age; what is sent all the same is not kept.
    #[cfg_attr(feature = "schema", schema(example = false))]
    pub adults_only: bool,
}

/// An option of a question about the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SurveyProfileOption {
    /// Its code.
    #[cfg_attr(feature = "schema", schema(example = "female"))]
    pub code: String,
    /// Its label.
    pub text: Text,
    /// Who chooses it is below the minimum age: skip `adults_only` questions and the comment.
    #[cfg_attr(feature = "schema", schema(example = false))]
    pub minor: bool,
}

/// A question about the person and one answer to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ProfileAnswer {
    /// The question.
    #[cfg_attr(feature = "schema", schema(example = "disability"))]
    pub question: String,
    /// The option.
    #[cfg_attr(feature = "schema", schema(example = "yes"))]
    pub option: String,
}

/// One respondent's answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({
    "schema": "response.v1", "questionnaire": "skm-2017", "version": 1,
    "answers": {"u1": 3, "u2": 4, "u3": 3, "u4": 4, "u5": 3, "u6": 4, "u7": 4, "u9": 3, "u8": null},
    "profile": {"sex": "female", "age": "26-34", "education": "sma", "occupation": null},
    "service": "umum", "comment": "Petugasnya ramah."
})))]
#[serde(deny_unknown_fields)]
pub struct SubmitResponseRequest {
    /// The form of this body, `response.v1`; a released form stays accepted.
    #[serde(default = "first_schema")]
    #[cfg_attr(feature = "schema", schema(required = false, example = "response.v1"))]
    pub schema: String,
    /// The questionnaire that was answered, as `get_survey` named it.
    #[cfg_attr(feature = "schema", schema(example = "skm-2017"))]
    pub questionnaire: String,
    /// Its version.
    #[cfg_attr(feature = "schema", schema(example = 1, minimum = 1))]
    pub version: u16,
    /// Item code to score 1 to 4; null or absent for a skipped item. At least one score.
    #[cfg_attr(feature = "schema", schema(value_type = BTreeMap<String, Option<i64>>))]
    pub answers: Answers<i64>,
    /// Question code to option code; null or absent for "Tidak menjawab".
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(value_type = BTreeMap<String, Option<String>>, required = false))]
    pub profile: Answers<String>,
    /// Questions whose consent text the respondent agreed to.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(required = false, max_items = 16))]
    pub consents: Vec<String>,
    /// The service it is about; absent for the default one.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(example = "umum"))]
    pub service: Option<String>,
    /// The free text.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(max_length = 2000, example = "Petugasnya ramah."))]
    pub comment: Option<String>,
    /// When the respondent began, by the device's clock.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(format = DateTime, example = "2026-09-15T02:29:10Z"))]
    pub begun_at: Option<String>,
    /// When the respondent finished, by the device's clock; used if it lies in the 14 days before arrival.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(format = DateTime, example = "2026-09-15T02:30:00Z"))]
    pub answered_at: Option<String>,
    /// How it was filled in; counted apart, and never a reason to refuse an answer beyond its shape.
    #[serde(default)]
    pub usage: Option<Usage>,
}

fn first_schema() -> String {
    SCHEMA.to_owned()
}

/// The form of [`SubmitResponseRequest`] that is accepted today.
pub const SCHEMA: &str = "response.v1";

/// What the respondent's device gets back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ResponseReceipt {
    /// The response's id.
    #[cfg_attr(feature = "schema", schema(format = Uuid, example = "0190b6a0-1f5e-7cc2-8a4b-2f1d3c4b5a69"))]
    pub id: String,
    /// True when the same was stored before; nothing was counted then.
    #[cfg_attr(feature = "schema", schema(example = false))]
    pub repeated: bool,
    /// JSON pointers of what was received and, by law, not kept: nothing sensitive is stored of minors.
    #[cfg_attr(feature = "schema", schema(example = json!([])))]
    pub not_kept: Vec<String>,
}

/// Something that happened on a survey page; counted per link and day, nothing else is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({"event": "left", "step": 4})))]
#[serde(deny_unknown_fields)]
pub struct RecordSurveyEventRequest {
    /// What happened.
    pub event: SurveyEvent,
    /// For `left` and `returned`: the step the respondent was at, 1 for the first question; absent for the other events.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(minimum = 1, maximum = 100))]
    pub step: Option<u8>,
}

/// What can happen on a survey page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SurveyEvent {
    /// The page was opened.
    Opened,
    /// The first answer was given.
    Begun,
    /// The page was left before the end.
    Left,
    /// Who had left at this step went on with the same survey: takes back one `left`.
    Returned,
    /// The answers were sent.
    Finished,
}
