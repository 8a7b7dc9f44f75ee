//! Texts in the two languages of the screens.

use serde::{Deserialize, Serialize};

/// One text in Indonesian (the official one) and English.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({"id": "Cepat", "en": "Fast"})))]
#[serde(deny_unknown_fields)]
pub struct Localized {
    /// Indonesian: the official wording.
    pub id: String,
    /// English: ours.
    pub en: String,
}

impl Localized {
    /// Both languages at once.
    pub fn new(id: impl Into<String>, en: impl Into<String>) -> Self {
        Self { id: id.into(), en: en.into() }
    }

    /// True when a language is missing.
    pub fn is_incomplete(&self) -> bool {
        self.id.trim().is_empty() || self.en.trim().is_empty()
    }
}
