//! What a report prints of a unit besides its name.

use super::{Defect, Defects, signatory};
use crate::report::Signatory;
use serde::{Deserialize, Serialize};

/// The letterhead's and the signature block's data of a unit. That of the city itself names the head of the division that
/// answers for the surveys.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({
    "address": "Jalan Kuin Utara RT 5 Nomor 12, Banjarmasin 70127", "phone": "0511-330001", "email": null, "website": null,
    "place": "Banjarmasin", "head": {
        "position": "Lurah Kuin Utara", "name": "Hj. Noor Aida, S.Sos., M.AP.", "rank": "Penata Tingkat I (III/d)",
        "number": {"kind": "nip", "number": "197001011995032001"}
    }
})))]
#[serde(deny_unknown_fields)]
pub struct OfficeProfile {
    /// Street, number, postcode.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(required = false, max_length = 300))]
    pub address: String,
    /// As printed in the letterhead.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(max_length = 120))]
    pub phone: Option<String>,
    /// As printed in the letterhead.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(max_length = 120))]
    pub email: Option<String>,
    /// As printed in the letterhead.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(max_length = 120))]
    pub website: Option<String>,
    /// Where reports are signed: "Banjarmasin".
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(required = false, max_length = 60))]
    pub place: String,
    /// Who signs; null while nobody is named.
    #[serde(default)]
    pub head: Option<Signatory>,
}

impl OfficeProfile {
    /// The same without needless blanks.
    #[must_use]
    pub fn tidy(self) -> Self {
        let line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let some = |text: Option<String>| text.map(line).filter(|text| !text.is_empty());
        Self {
            address: line(self.address),
            phone: some(self.phone),
            email: some(self.email),
            website: some(self.website),
            place: line(self.place),
            head: self.head.map(signatory::tidy),
        }
    }

    /// What cannot be printed; nothing when all can.
    pub fn check(&self) -> Vec<Defect> {
        let mut defects = Defects::default();
        defects.line("/address", &self.address, 0, 300);
        defects.line_if("/phone", self.phone.as_deref(), 120);
        defects.line_if("/email", self.email.as_deref(), 120);
        defects.line_if("/website", self.website.as_deref(), 120);
        defects.line("/place", &self.place, 0, 60);
        if let Some(head) = &self.head {
            signatory::check(head, &mut defects);
        }
        defects.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{ActingAs, EmployeeNumber};

    fn profile(number: Option<EmployeeNumber>) -> OfficeProfile {
        let head = Signatory {
            acting: Some(ActingAs::Plt),
            position: " Lurah  Kuin Utara ".to_owned(),
            name: "Hj. Noor Aida, S.Sos.".to_owned(),
            rank: Some(" ".to_owned()),
            number,
        };
        OfficeProfile { head: Some(head), phone: Some(" ".to_owned()), ..OfficeProfile::default() }.tidy()
    }

    fn pointers(profile: &OfficeProfile) -> Vec<String> {
        profile.check().into_iter().map(|defect| defect.pointer).collect()
    }

    #[test]
    fn a_profile_is_kept_without_needless_blanks() {
        let tidy = profile(Some(EmployeeNumber::Nip("19700101 199503 2 001".to_owned())));
        assert!(pointers(&tidy).is_empty() && tidy.phone.is_none());
        let head = tidy.head.unwrap();
        assert_eq!((head.position.as_str(), head.rank), ("Lurah Kuin Utara", None));
        assert_eq!(head.number, Some(EmployeeNumber::Nip("197001011995032001".to_owned())));
    }

    #[test]
    fn a_number_that_cannot_be_one_is_named() {
        for bad in ["", "19700101199503200", "197013011995032001", "197001011995033001", "\u{661}97001011995032001"] {
            let bad = profile(Some(EmployeeNumber::Nip(bad.to_owned())));
            assert_eq!(pointers(&bad), ["/head/number/number"], "{bad:?}");
        }
        assert!(pointers(&profile(None)).is_empty());
        assert!(pointers(&profile(Some(EmployeeNumber::Nipppk("199001012022211001".to_owned())))).is_empty());
    }
}
