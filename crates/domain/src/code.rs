//! Codes of units, services and questionnaires, as they stand in addresses.

use serde::{Deserialize, Serialize};
use std::fmt;

/// An immutable code, `[a-z0-9-]{2,32}`, that begins and ends with a letter or digit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(value_type = String, pattern = "^[a-z0-9][a-z0-9-]{0,30}[a-z0-9]$", example = "skm-2017"))]
#[serde(try_from = "String", into = "String")]
pub struct Code(String);

/// The text is not a code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a code: 2 to 32 characters a-z, 0-9 and -, beginning and ending with a letter or digit")]
pub struct InvalidCode(pub String);

impl Code {
    /// Reads a code.
    ///
    /// # Errors
    /// When the text has another shape.
    pub fn parse(text: &str) -> Result<Self, InvalidCode> {
        let shape = (2..=32).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !text.starts_with('-')
            && !text.ends_with('-');
        if shape { Ok(Self(text.to_owned())) } else { Err(InvalidCode(text.chars().take(64).collect())) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Code {
    type Error = InvalidCode;
    fn try_from(text: String) -> Result<Self, InvalidCode> {
        Self::parse(&text)
    }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_short_lower_case_codes_are_accepted() {
        for good in ["dukcapil", "kel-kuin-utara", "u1", &"a".repeat(32)] {
            assert!(Code::parse(good).is_ok(), "{good}");
        }
        for bad in ["", "a", "Dukcapil", "a_b", "-ab", "ab-", "ab cd", "é1", &"a".repeat(33)] {
            assert!(Code::parse(bad).is_err(), "{bad}");
        }
    }
}
