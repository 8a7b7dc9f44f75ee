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
        if let Some(email) = self.email.as_deref().filter(|email| !is_email(email)) {
            defects.push("/email", "invalid_email", format!("{email:?}"), "an address like kelurahan@kota.go.id");
        }
        if let Some(website) = self.website.as_deref().filter(|website| !is_website(website)) {
            defects.push("/website", "invalid_website", format!("{website:?}"), "an address like https://kota.go.id");
        }
        defects.line("/place", &self.place, 0, 60);
        if let Some(head) = &self.head {
            signatory::check(head, &mut defects);
        }
        defects.0
    }
}

/// Something before and after one `@`; whether letters arrive there only a letter can tell.
fn is_email(text: &str) -> bool {
    let parts = text.split_once('@');
    parts.is_some_and(|(name, host)| !name.is_empty() && !host.contains('@') && is_host(host))
}

/// A host with or without `https://`, and any path.
fn is_website(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or(text);
    !text.contains(char::is_whitespace) && rest.split(['/', '?', '#']).next().is_some_and(is_host)
}

/// Names with points between; a port may follow.
fn is_host(text: &str) -> bool {
    let (name, port) = text.split_once(':').unwrap_or((text, "80"));
    let is_label = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    name.contains('.') && name.split('.').all(is_label) && port.parse::<u16>().is_ok()
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

    #[test]
    fn addresses_look_like_addresses() {
        let with = |email: &str, website: &str| {
            pointers(&OfficeProfile {
                email: Some(email.to_owned()),
                website: Some(website.to_owned()),
                ..profile(None)
            })
        };
        for (email, website) in [("a@kota.go.id", "kota.go.id"), ("a.b+c@x.id", "https://kota.go.id:8443/lurah?a=1#b")]
        {
            assert!(with(email, website).is_empty(), "{email} {website}");
        }
        for (email, website) in [("0000-01", "javascript:alert(1)"), ("a@b", "kota"), ("a@b@c.id", "https://")] {
            assert_eq!(with(email, website), ["/email", "/website"], "{email} {website}");
        }
    }
}
