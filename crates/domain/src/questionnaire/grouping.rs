//! Which items feed which elements, per index.

use crate::{Code, Localized};
use serde::{Deserialize, Serialize};

/// One of the three indices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum IndexKind {
    /// Indeks Kepuasan Masyarakat: U1–U9.
    Ikm,
    /// Indeks Persepsi Kualitas Pelayanan: KP1–KP8.
    Ipkp,
    /// Indeks Persepsi Anti Korupsi: AK1–AK5.
    Ipak,
}

impl IndexKind {
    /// Every index, in the order of lists.
    pub const ALL: [Self; 3] = [Self::Ikm, Self::Ipkp, Self::Ipak];

    /// Its name in JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ikm => "ikm",
            Self::Ipkp => "ipkp",
            Self::Ipak => "ipak",
        }
    }

    /// The codes of its elements, in the official order: U8 is complaints, U9 facilities.
    pub const fn elements(self) -> &'static [&'static str] {
        match self {
            Self::Ikm => &["U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9"],
            Self::Ipkp => &["KP1", "KP2", "KP3", "KP4", "KP5", "KP6", "KP7", "KP8"],
            Self::Ipak => &["AK1", "AK2", "AK3", "AK4", "AK5"],
        }
    }

    /// Where an element stands in the official order.
    pub fn element_position(self, code: &str) -> Option<usize> {
        self.elements().iter().position(|element| *element == code)
    }
}

/// A named way to form elements from items.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Grouping {
    /// `sembilan`, `integritas-terpisah`, …
    pub code: Code,
    /// What the city's settings page calls it.
    pub title: Localized,
    /// One entry an index that this questionnaire gives.
    pub indices: Vec<IndexGrouping>,
}

impl Grouping {
    /// The grouping of one index, when the questionnaire gives it.
    pub fn index(&self, kind: IndexKind) -> Option<&IndexGrouping> {
        self.indices.iter().find(|index| index.index == kind)
    }
}

/// The elements of one index and their items.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct IndexGrouping {
    /// Which index.
    pub index: IndexKind,
    /// In the official order of elements.
    pub elements: Vec<ElementItems>,
}

/// One element and the codes of the items that feed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ElementItems {
    /// `U1`, `KP3`, `AK5`.
    #[cfg_attr(feature = "schema", schema(example = "U3"))]
    pub element: String,
    /// At least one.
    #[cfg_attr(feature = "schema", schema(example = json!(["u3"])))]
    pub items: Vec<String>,
}
