//! Questionnaires as versioned data.
//!
//! A questionnaire version never changes: a changed wording, option or item is a new version, and answers are keyed by
//! version and item. Which items feed which elements is a [`Grouping`], versioned data beside the questionnaire.

mod asked;
mod check;
mod grouping;
mod item;
mod profile;
mod shipped;

pub use asked::Wording;
pub use check::{Defect, check};
pub use grouping::{ElementItems, Grouping, IndexGrouping, IndexKind};
pub use item::{Item, ServiceMode};
pub use profile::{ProfileOption, ProfileQuestion};
pub use shipped::shipped;

use crate::{Code, Localized};
use serde::{Deserialize, Serialize};

/// One version of a questionnaire: its items, what is asked of the person, and the groupings made for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Questionnaire {
    /// `skm-2017`, `skm-spkp-spak`, `terpadu-16`, or the city's own.
    pub code: Code,
    /// 1, 2, …
    #[cfg_attr(feature = "schema", schema(example = 1))]
    pub version: u16,
    /// What the survey is called.
    pub title: Localized,
    /// In the order in which they are asked; at most 64.
    pub items: Vec<Item>,
    /// In the order in which they are asked; at most 16.
    pub profile: Vec<ProfileQuestion>,
    /// The free text at the end; none is asked when absent.
    pub comment: Option<Localized>,
    /// At least one; the first is the default.
    pub groupings: Vec<Grouping>,
}

impl Questionnaire {
    /// Where an item stands in the questionnaire.
    pub fn item_position(&self, code: &str) -> Option<usize> {
        self.items.iter().position(|item| item.code == code)
    }

    /// The grouping of this name, or the default one.
    pub fn grouping(&self, code: Option<&str>) -> Option<&Grouping> {
        code.and_then(|code| self.groupings.iter().find(|grouping| grouping.code.as_str() == code))
            .or_else(|| self.groupings.first())
    }

    /// The items that a service is asked, in order: the second wordings are asked at hybrid services only, and an item
    /// about the fee is left out where `ask_fee` is false.
    pub fn items_asked(&self, mode: ServiceMode, ask_fee: bool) -> Vec<bool> {
        self.items.iter().map(|item| item.is_asked(mode, ask_fee)).collect()
    }
}
