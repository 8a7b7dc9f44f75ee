//! Who serves the public: kinds of units, and the codes of survey links.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What kind of office a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// The city itself, the root of the tree; the only one of its kind.
    Kota,
    /// Dinas, badan and other agencies.
    PerangkatDaerah,
    /// An agency of the city as well, counted among the perangkat daerah; its survey is its own, never the mean of its
    /// kelurahan.
    Kecamatan,
    /// Unit pelaksana teknis daerah.
    Uptd,
    /// A bagian of the secretariat.
    Bagian,
    /// A community health centre.
    Puskesmas,
    /// A village of the city.
    Kelurahan,
    /// Mal Pelayanan Publik.
    Mpp,
    /// Rumah sakit umum daerah.
    Rsud,
    /// A company of the city.
    PerusahaanDaerah,
}

impl UnitKind {
    /// Every kind, in the order of lists.
    pub const ALL: [Self; 10] = [
        Self::Kota,
        Self::PerangkatDaerah,
        Self::Kecamatan,
        Self::Uptd,
        Self::Bagian,
        Self::Puskesmas,
        Self::Kelurahan,
        Self::Mpp,
        Self::Rsud,
        Self::PerusahaanDaerah,
    ];

    /// The eight kinds that the city counts its units by, in that order.
    pub const COUNTED: [Self; 8] = [
        Self::PerangkatDaerah,
        Self::Uptd,
        Self::Bagian,
        Self::Puskesmas,
        Self::Kelurahan,
        Self::Mpp,
        Self::Rsud,
        Self::PerusahaanDaerah,
    ];

    /// Its name in JSON and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Kota => "kota",
            Self::PerangkatDaerah => "perangkat_daerah",
            Self::Kecamatan => "kecamatan",
            Self::Uptd => "uptd",
            Self::Bagian => "bagian",
            Self::Puskesmas => "puskesmas",
            Self::Kelurahan => "kelurahan",
            Self::Mpp => "mpp",
            Self::Rsud => "rsud",
            Self::PerusahaanDaerah => "perusahaan_daerah",
        }
    }

    /// The kind called `code`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The official name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kota => "Kota",
            Self::PerangkatDaerah => "Perangkat daerah",
            Self::Kecamatan => "Kecamatan",
            Self::Uptd => "UPTD",
            Self::Bagian => "Bagian",
            Self::Puskesmas => "Puskesmas",
            Self::Kelurahan => "Kelurahan",
            Self::Mpp => "MPP",
            Self::Rsud => "RSUD",
            Self::PerusahaanDaerah => "Perusahaan daerah",
        }
    }

    /// Among which of [`Self::COUNTED`] the city counts it; the city itself among none.
    pub const fn counted_as(self) -> Option<Self> {
        match self {
            Self::Kota => None,
            Self::Kecamatan => Some(Self::PerangkatDaerah),
            other => Some(other),
        }
    }

    /// Whether a new unit of this kind must survey, unless somebody says otherwise.
    pub const fn is_obliged(self) -> bool {
        !matches!(self, Self::Kota)
    }
}

/// The code of a survey link: 8 characters of Crockford's base 32, written in lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(value_type = String, pattern = "^[0-9a-hjkmnp-tv-z]{8}$", example = "k7m2p9qx"))]
#[serde(try_from = "String", into = "String")]
pub struct LinkCode([u8; 8]);

/// The text is not the code of a link.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not the code of a survey link: 8 characters 0-9 and a-z without i, l, o and u")]
pub struct InvalidLinkCode(pub String);

const ALPHABET: [u8; 32] = *b"0123456789abcdefghjkmnpqrstvwxyz";

impl LinkCode {
    /// The code that 40 random bits make.
    pub fn from_random(bytes: [u8; 5]) -> Self {
        let bits = bytes.iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
        let character = |place: u32| ALPHABET[usize::try_from(bits >> (35 - 5 * place) & 31).unwrap_or(0)];
        Self([0, 1, 2, 3, 4, 5, 6, 7].map(character))
    }

    /// Reads a code as people write it: upper case, O for 0, I and L for 1, and hyphens are all taken.
    ///
    /// # Errors
    /// When the text cannot be a code.
    pub fn parse(text: &str) -> Result<Self, InvalidLinkCode> {
        let invalid = || InvalidLinkCode(text.chars().take(32).collect());
        let mut code = [0; 8];
        let mut length = 0;
        for byte in text.bytes().filter(|byte| *byte != b'-') {
            let character = match byte.to_ascii_lowercase() {
                b'o' => b'0',
                b'i' | b'l' => b'1',
                other if ALPHABET.contains(&other) => other,
                _ => return Err(invalid()),
            };
            *code.get_mut(length).ok_or_else(invalid)? = character;
            length += 1;
        }
        if length == code.len() { Ok(Self(code)) } else { Err(invalid()) }
    }

    /// The canonical text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl FromStr for LinkCode {
    type Err = InvalidLinkCode;
    fn from_str(text: &str) -> Result<Self, InvalidLinkCode> {
        Self::parse(text)
    }
}

impl TryFrom<String> for LinkCode {
    type Error = InvalidLinkCode;
    fn try_from(text: String) -> Result<Self, InvalidLinkCode> {
        Self::parse(&text)
    }
}

impl From<LinkCode> for String {
    fn from(code: LinkCode) -> Self {
        code.as_str().to_owned()
    }
}

impl fmt::Display for LinkCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_keeps_its_name_in_json() {
        for kind in UnitKind::ALL {
            assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{}\"", kind.code()));
            assert_eq!(UnitKind::from_code(kind.code()), Some(kind));
        }
        assert_eq!(UnitKind::from_code("Kota"), None);
    }

    #[test]
    fn kecamatan_count_among_the_perangkat_daerah() {
        assert_eq!(UnitKind::Kecamatan.counted_as(), Some(UnitKind::PerangkatDaerah));
        for kind in UnitKind::COUNTED {
            assert_eq!(kind.counted_as(), Some(kind));
        }
        assert_eq!(UnitKind::Kota.counted_as(), None);
    }

    #[test]
    fn random_bits_make_a_code_that_is_read_back() {
        assert_eq!(LinkCode::from_random([0; 5]).as_str(), "00000000");
        assert_eq!(LinkCode::from_random([255; 5]).as_str(), "zzzzzzzz");
        let code = LinkCode::from_random([0x01, 0x23, 0x45, 0x67, 0x89]);
        assert_eq!(code.as_str(), "04hmasw9");
        assert_eq!(LinkCode::parse(code.as_str()), Ok(code));
    }

    #[test]
    fn a_code_is_read_as_people_write_it() {
        let code = LinkCode::parse("0k1m1p9q").unwrap();
        for text in ["0K1M1P9Q", "oKiMLp9q", "OkLm-Ip9Q", "0k1m-1p9q"] {
            assert_eq!(LinkCode::parse(text), Ok(code), "{text}");
        }
        for bad in ["", "0k1m1p9", "0k1m1p9qq", "0k1m1p9u", "0k1m 1p9q", "0k1m1p9é", "--------"] {
            assert!(LinkCode::parse(bad).is_err(), "{bad}");
        }
    }
}
