//! One question and its four labels.

use crate::Localized;
use serde::{Deserialize, Serialize};

/// How a service reaches people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ServiceMode {
    /// At a counter (luring).
    Counter,
    /// On line (daring).
    Online,
    /// Both: items with an online wording are asked in both wordings.
    Hybrid,
}

impl ServiceMode {
    /// Every mode, in the order of lists.
    pub const ALL: [Self; 3] = [Self::Counter, Self::Online, Self::Hybrid];

    /// Its name in JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Counter => "counter",
            Self::Online => "online",
            Self::Hybrid => "hybrid",
        }
    }
}

/// One question with four ordered answers, scored 1 to 4.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Stable: `u1`, `kp3`, `t11`, and `t11d` for the second wording of a hybrid service.
    #[cfg_attr(feature = "schema", schema(example = "u3"))]
    pub code: String,
    /// The official wording.
    pub text: Localized,
    /// The wording for an online service, where it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub online_text: Option<Localized>,
    /// The short label of review screens and tables.
    pub short: Localized,
    /// A line under the question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Localized>,
    /// The official labels of 1, 2, 3 and 4.
    pub options: Vec<Localized>,
    /// False where a face beside the words would judge for the respondent (fee, complaints, facilities).
    #[serde(default = "yes")]
    pub faces: bool,
    /// Asked of hybrid services only: the online twin of an item.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hybrid_only: bool,
    /// About the fee: not asked at free services where the city decides so (`u4_layanan_gratis`).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub about_fee: bool,
    /// The wording for a free service, where the city decides on a special treatment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub free_text: Option<Localized>,
}

const fn yes() -> bool {
    true
}

impl Item {
    /// Whether a service of this mode is asked the item.
    pub const fn is_asked(&self, mode: ServiceMode, ask_fee: bool) -> bool {
        (!self.hybrid_only || matches!(mode, ServiceMode::Hybrid)) && (!self.about_fee || ask_fee)
    }
}
