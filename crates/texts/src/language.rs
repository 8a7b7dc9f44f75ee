//! The languages of the screens.

/// A language of the screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Bahasa Indonesia: the official one.
    #[default]
    Indonesian,
    /// English.
    English,
}

impl Language {
    /// `id` or `en`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Indonesian => "id",
            Self::English => "en",
        }
    }

    /// The language of this tag; the official one for any other.
    pub fn from_tag(tag: &str) -> Self {
        if tag == Self::English.tag() { Self::English } else { Self::Indonesian }
    }

    /// The one that is not this.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Indonesian => Self::English,
            Self::English => Self::Indonesian,
        }
    }

    /// Its own name for itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Indonesian => "Bahasa Indonesia",
            Self::English => "English",
        }
    }
}
