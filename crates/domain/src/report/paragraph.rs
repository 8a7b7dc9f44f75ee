//! Paragraphs made of words and figures: a figure is a token, so an edited paragraph keeps true numbers.

use serde::{Deserialize, Serialize};

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Paragraph {
    /// Its pieces in order.
    pub pieces: Vec<Piece>,
}

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(untagged, deny_unknown_fields)]
pub enum Piece {
    /// A figure or name of the report; a screen shows it as a chip.
    Figure {
        /// Which one: `ikm.converted`, `u3.converted`, `unit`.
        #[cfg_attr(feature = "schema", schema(example = "ikm.converted"))]
        figure: String,
        /// As it is printed: "84,17".
        #[cfg_attr(feature = "schema", schema(example = "84,17"))]
        shown: String,
    },
    /// Words.
    Text {
        /// The words.
        #[cfg_attr(feature = "schema", schema(example = "Indeks Kepuasan Masyarakat sebesar "))]
        text: String,
    },
}

/// The paragraphs of one slot of the outline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SectionText {
    /// The slot.
    #[cfg_attr(feature = "schema", schema(example = "analisis-unsur"))]
    pub slot: String,
    /// What is printed.
    pub paragraphs: Vec<Paragraph>,
    /// True when the operator changed what wrote itself.
    pub edited: bool,
}

impl Paragraph {
    /// The paragraph as plain text.
    pub fn plain(&self) -> String {
        self.pieces.iter().map(Piece::shown).collect()
    }
}

impl Piece {
    /// What is printed.
    pub fn shown(&self) -> &str {
        match self {
            Self::Figure { shown, .. } => shown,
            Self::Text { text } => text,
        }
    }
}
