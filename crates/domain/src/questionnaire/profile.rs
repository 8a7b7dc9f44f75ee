//! What is asked of the person, never who they are.

use crate::Localized;
use serde::{Deserialize, Serialize};

/// A question about the respondent; may always be declined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ProfileQuestion {
    /// `sex`, `age`, `education`, `occupation`, `disability`, `disability_type`.
    #[cfg_attr(feature = "schema", schema(example = "disability_type"))]
    pub code: String,
    /// The question.
    pub text: Localized,
    /// In the order shown; at most 60.
    pub options: Vec<ProfileOption>,
    /// Needs the respondent's own consent (UU 27/2022 Pasal 26): asked only together with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<Localized>,
    /// Asked only after this answer of an earlier question: `["disability", "yes"]`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(value_type = Vec<String>, min_items = 2, max_items = 2, nullable = false, example = json!(["disability", "yes"])))]
    pub only_after: Option<(String, String)>,
    /// Not asked below the city's minimum age.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub adults_only: bool,
    /// Shown for the whole city only, as the groups of a unit would be too small to hide a person.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub city_only: bool,
}

/// One possible answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ProfileOption {
    /// Stable: `male`, `17-25`, `d4-s1`, …
    #[cfg_attr(feature = "schema", schema(example = "17-25"))]
    pub code: String,
    /// The label.
    pub text: Localized,
    /// Everyone who chooses it is younger than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(example = 26))]
    pub below_age: Option<u8>,
}

impl ProfileQuestion {
    /// The number an answer is stored as: 1 for the first option; 0 is "Tidak menjawab".
    pub fn option_number(&self, code: &str) -> Option<u8> {
        let position = self.options.iter().position(|option| option.code == code)?;
        u8::try_from(position + 1).ok()
    }

    /// The code of a stored number; `None` for 0 and for what is unknown.
    pub fn option_code(&self, number: u8) -> Option<&str> {
        self.options.get(usize::from(number).checked_sub(1)?).map(|option| option.code.as_str())
    }
}

impl ProfileOption {
    /// Everyone who chooses it is below this age.
    pub fn is_minor(&self, minimum_age: u8) -> bool {
        self.below_age.is_some_and(|age| age <= minimum_age)
    }
}
