//! Letterhead and signature block.

use serde::{Deserialize, Serialize};

/// What a unit puts on its paper.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct UnitProfile {
    /// First line of the letterhead: "Pemerintah Kota Banjarmasin".
    #[cfg_attr(feature = "schema", schema(example = "Pemerintah Kota Banjarmasin"))]
    pub government: String,
    /// Address, telephone and the like, in one line.
    #[cfg_attr(feature = "schema", schema(example = "Jalan Kuin Utara RT 05 Nomor 12, Banjarmasin 70127"))]
    pub address: String,
    /// The address alone: where people are served. Reports frozen before have none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "schema", schema(example = "Jalan Kuin Utara RT 05 Nomor 12"))]
    pub street: String,
    /// Where the report is signed.
    #[cfg_attr(feature = "schema", schema(example = "Banjarmasin"))]
    pub place: String,
    /// SHA-256 of the logo (PNG), in hex.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schema",
        schema(nullable = false, example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
    )]
    pub logo: Option<String>,
    /// Who signs; a report without one leaves a blank block.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false))]
    pub signatory: Option<Signatory>,
}

/// The head who signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Signatory {
    /// In another's place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false))]
    pub acting: Option<ActingAs>,
    /// Jabatan: "Lurah Kuin Utara".
    #[cfg_attr(feature = "schema", schema(example = "Lurah Kuin Utara"))]
    pub position: String,
    /// Name with titles.
    #[cfg_attr(feature = "schema", schema(example = "H. Ahmad Fauzi, S.Sos., M.AP."))]
    pub name: String,
    /// Pangkat and golongan: "Penata Tingkat I (III/d)".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false, example = "Penata Tingkat I (III/d)"))]
    pub rank: Option<String>,
    /// NIP or NIPPPK.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false, example = json!({"kind": "nip", "number": "197805122005011004"})))]
    pub number: Option<EmployeeNumber>,
}

/// Why somebody signs in another's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ActingAs {
    /// Pelaksana tugas.
    Plt,
    /// Pelaksana harian.
    Plh,
    /// Atas nama.
    An,
}

impl ActingAs {
    /// As it stands before the position.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Plt => "Plt.",
            Self::Plh => "Plh.",
            Self::An => "a.n.",
        }
    }
}

impl Signatory {
    /// Position as the block prints it: "Plt. Lurah Kuin Utara".
    pub fn titled_position(&self) -> String {
        self.acting.map_or_else(|| self.position.clone(), |acting| format!("{} {}", acting.prefix(), self.position))
    }

    /// Wali Kota, Wakil Wali Kota and Sekretaris Daerah sign without rank and number.
    pub fn signs_without_number(&self) -> bool {
        let position = self.position.to_ascii_lowercase();
        ["wali kota", "walikota", "wakil wali kota", "wakil walikota", "sekretaris daerah"]
            .iter()
            .any(|office| position.starts_with(office))
    }
}

/// The number of a civil servant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "kind", content = "number", rename_all = "snake_case")]
pub enum EmployeeNumber {
    /// Nomor induk pegawai.
    Nip(String),
    /// Nomor induk pegawai pemerintah dengan perjanjian kerja.
    Nipppk(String),
}

/// The text is not an employee number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidEmployeeNumber {
    /// Not 18 digits.
    #[error("{0:?} does not have 18 digits")]
    Length(String),
    /// The first eight digits are no day of birth.
    #[error("{0:?} does not begin with a day of birth (YYYYMMDD)")]
    Birth(String),
    /// A NIP's next six digits are no month of appointment.
    #[error("{0:?} has no month of appointment (YYYYMM) in its digits 9 to 14")]
    Appointment(String),
    /// A NIP's fifteenth digit is neither 1 nor 2.
    #[error("{0:?} has neither 1 nor 2 as its digit 15")]
    Sex(String),
}

impl EmployeeNumber {
    /// Reads a NIP, spaces allowed: day of birth, month of appointment, 1 or 2, three digits.
    ///
    /// # Errors
    /// When a part is not what it must be.
    pub fn nip(text: &str) -> Result<Self, InvalidEmployeeNumber> {
        let digits = eighteen_digits(text)?;
        let month: u8 = digits[12..14].parse().unwrap_or(0);
        let year: u16 = digits[8..12].parse().unwrap_or(0);
        if !(1..=12).contains(&month) || !(1950..=2100).contains(&year) {
            return Err(InvalidEmployeeNumber::Appointment(digits));
        }
        if !matches!(&digits[14..15], "1" | "2") {
            return Err(InvalidEmployeeNumber::Sex(digits));
        }
        Ok(Self::Nip(digits))
    }

    /// Reads a NIPPPK, spaces allowed: 18 digits that begin with the day of birth.
    ///
    /// # Errors
    /// When it does not.
    pub fn nipppk(text: &str) -> Result<Self, InvalidEmployeeNumber> {
        eighteen_digits(text).map(Self::Nipppk)
    }

    /// As it is printed: "NIP 19700101 199503 1 001".
    pub fn printed(&self) -> String {
        match self {
            Self::Nip(digits) => format!("NIP {}", grouped(digits)),
            Self::Nipppk(digits) => format!("NIPPPK {}", grouped(digits)),
        }
    }
}

fn eighteen_digits(text: &str) -> Result<String, InvalidEmployeeNumber> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).take(40).collect();
    if digits.len() != 18 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(InvalidEmployeeNumber::Length(digits));
    }
    match chrono::NaiveDate::parse_from_str(&digits[..8], "%Y%m%d") {
        Ok(_) => Ok(digits),
        Err(_) => Err(InvalidEmployeeNumber::Birth(digits)),
    }
}

/// In the groups people write; what is not 18 digits long stays as it is.
fn grouped(digits: &str) -> String {
    match (digits.get(..8), digits.get(8..14), digits.get(14..15), digits.get(15..18)) {
        (Some(birth), Some(appointed), Some(sex), Some(serial)) => format!("{birth} {appointed} {sex} {serial}"),
        _ => digits.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nip_is_checked_part_by_part() {
        let nip = EmployeeNumber::nip("19700101 199503 1 001").unwrap();
        assert_eq!(nip.printed(), "NIP 19700101 199503 1 001");
        assert!(matches!(EmployeeNumber::nip("1970010119950310"), Err(InvalidEmployeeNumber::Length(_))));
        assert!(matches!(EmployeeNumber::nip("197013011995031001"), Err(InvalidEmployeeNumber::Birth(_))));
        assert!(matches!(EmployeeNumber::nip("197001011995131001"), Err(InvalidEmployeeNumber::Appointment(_))));
        assert!(matches!(EmployeeNumber::nip("197001011995033001"), Err(InvalidEmployeeNumber::Sex(_))));
        assert_eq!(EmployeeNumber::nipppk("198805172023211012").unwrap().printed(), "NIPPPK 19880517 202321 1 012");
    }

    #[test]
    fn who_acts_for_another_says_so_and_the_mayor_has_no_number() {
        let head = |position: &str, acting| Signatory {
            acting,
            position: position.to_owned(),
            name: "H. Ahmad Fauzi, S.Sos.".to_owned(),
            rank: None,
            number: None,
        };
        assert_eq!(head("Lurah Kuin Utara", Some(ActingAs::Plt)).titled_position(), "Plt. Lurah Kuin Utara");
        assert!(head("Wali Kota Banjarmasin", None).signs_without_number());
        assert!(!head("Kepala Dinas Kesehatan", None).signs_without_number());
    }
}
