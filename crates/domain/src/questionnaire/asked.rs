//! Which items a service is asked, and in which wording.

use super::{Item, Questionnaire, ServiceMode};
use crate::Localized;
use crate::settings::FreeServiceFee;
use serde::{Deserialize, Serialize};

/// One of the wordings of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Wording {
    /// The official one.
    Text,
    /// For an online service.
    OnlineText,
    /// For a service that costs nothing, where the city decides so (`perlakuan_khusus`).
    FreeText,
}

impl Item {
    /// How the item is worded for a service; `None` where it is not asked.
    pub fn wording_for(&self, mode: ServiceMode, free: bool, rule: FreeServiceFee) -> Option<Wording> {
        let without_fee = free && self.about_fee;
        if !self.is_asked(mode, !(without_fee && rule == FreeServiceFee::TidakDitanyakan)) {
            return None;
        }
        if without_fee && rule == FreeServiceFee::PerlakuanKhusus && self.free_text.is_some() {
            return Some(Wording::FreeText);
        }
        if mode == ServiceMode::Online && self.online_text.is_some() {
            return Some(Wording::OnlineText);
        }
        Some(Wording::Text)
    }

    /// The text of a wording; the official one where the item has no other.
    pub fn worded(&self, wording: Wording) -> &Localized {
        let special = match wording {
            Wording::Text => None,
            Wording::OnlineText => self.online_text.as_ref(),
            Wording::FreeText => self.free_text.as_ref(),
        };
        special.unwrap_or(&self.text)
    }
}

impl Questionnaire {
    /// Per item, whether and how a service is asked it.
    pub fn wordings(&self, mode: ServiceMode, free: bool, rule: FreeServiceFee) -> Vec<Option<Wording>> {
        self.items.iter().map(|item| item.wording_for(mode, free, rule)).collect()
    }
}
