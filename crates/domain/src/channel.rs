//! How an answer reached the city.

use crate::Localized;
use serde::{Deserialize, Serialize};

/// How an answer came in; stored with every response and printed in the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// The respondent's own device, by link or QR code.
    SelfFilled,
    /// A tablet of the unit, filled in by the respondent.
    Kiosk,
    /// Staff filled it in with the respondent.
    Assisted,
    /// A paper form, entered later or imported.
    Paper,
    /// Another system of the city, by API key.
    Integration,
}

impl Channel {
    /// Every channel, in the order of lists and tables.
    pub const ALL: [Self; 5] = [Self::SelfFilled, Self::Kiosk, Self::Assisted, Self::Paper, Self::Integration];

    /// The number it is stored as; never reused.
    pub const fn number(self) -> u8 {
        match self {
            Self::SelfFilled => 1,
            Self::Kiosk => 2,
            Self::Assisted => 3,
            Self::Paper => 4,
            Self::Integration => 5,
        }
    }

    /// The channel stored as `number`.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.number() == number)
    }

    /// Its name in JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SelfFilled => "self_filled",
            Self::Kiosk => "kiosk",
            Self::Assisted => "assisted",
            Self::Paper => "paper",
            Self::Integration => "integration",
        }
    }

    /// What tables call it.
    pub fn label(self) -> Localized {
        match self {
            Self::SelfFilled => Localized::new("Diisi sendiri", "Self-filled"),
            Self::Kiosk => Localized::new("Kios/tablet di loket", "Kiosk"),
            Self::Assisted => Localized::new("Dibantu petugas", "Assisted by staff"),
            Self::Paper => Localized::new("Kuesioner kertas", "Paper form"),
            Self::Integration => Localized::new("Sistem lain (integrasi)", "Another system"),
        }
    }

    /// True when staff held the pen: these make up the assisted share.
    pub const fn is_assisted(self) -> bool {
        matches!(self, Self::Assisted | Self::Paper)
    }
}
