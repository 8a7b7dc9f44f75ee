//! Texts in the two languages of the screens.

use serde::{Deserialize, Serialize};

/// How many characters of a text a reader has before them: what cannot be seen at its ends does not count.
pub fn legible(text: &str) -> usize {
    text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c)).chars().count()
}

/// Characters without width: soft hyphen, joiners, marks of direction, byte order mark.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

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

#[cfg(test)]
mod tests {
    use super::legible;

    #[test]
    fn what_cannot_be_seen_is_no_text() {
        for (text, count) in [("Budi", 4), (" a b ", 3), ("\u{200b}", 0), ("\u{feff} \u{202e}", 0), ("a\u{200d}b", 3)] {
            assert_eq!(legible(text), count, "{text:?}");
        }
    }
}
