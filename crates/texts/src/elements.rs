//! The elements (unsur) by their code: the official names, and short ones for charts and narrow tables.

crate::catalogue! {
    /// The official names; those of IPKP and IPAK are ours, the rules give statements only.
    ElementName {
        U1: "Persyaratan" / "Requirements";
        U2: "Sistem, Mekanisme, dan Prosedur" / "System, mechanism and procedure";
        U3: "Waktu Penyelesaian" / "Time to completion";
        U4: "Biaya/Tarif" / "Cost";
        U5: "Produk Spesifikasi Jenis Pelayanan" / "Result of the service";
        U6: "Kompetensi Pelaksana" / "Competence of staff";
        U7: "Perilaku Pelaksana" / "Attitude of staff";
        U8: "Penanganan Pengaduan, Saran dan Masukan" / "Handling of complaints and suggestions";
        U9: "Sarana dan Prasarana" / "Equipment and premises";
        Kp1: "Informasi pelayanan" / "Information about the service";
        Kp2: "Kesesuaian persyaratan" / "Requirements as informed";
        Kp3: "Kemudahan prosedur/alur" / "Ease of the procedure";
        Kp4: "Kesesuaian jangka waktu" / "Time as stated";
        Kp5: "Kesesuaian tarif/biaya" / "Cost as stated";
        Kp6: "Kenyamanan sarana prasarana" / "Comfort of premises and systems";
        Kp7: "Kecepatan respons petugas" / "Quick response of staff";
        Kp8: "Layanan konsultasi dan pengaduan" / "Advice and complaints";
        Ak1: "Tidak ada diskriminasi" / "No discrimination";
        Ak2: "Tidak ada kecurangan" / "No cheating";
        Ak3: "Tidak ada imbalan di luar ketentuan" / "No rewards outside the rules";
        Ak4: "Tidak ada pungutan liar" / "No illegal levies";
        Ak5: "Tidak ada percaloan" / "No touts";
    }
}

crate::catalogue! {
    /// Names that fit beside a bar.
    ElementShort {
        U1: "Persyaratan" / "Requirements";
        U2: "Prosedur" / "Procedure";
        U3: "Waktu penyelesaian" / "Time";
        U4: "Biaya/tarif" / "Cost";
        U5: "Produk layanan" / "Result";
        U6: "Kompetensi pelaksana" / "Competence";
        U7: "Perilaku pelaksana" / "Attitude";
        U8: "Penanganan pengaduan" / "Complaints";
        U9: "Sarana dan prasarana" / "Premises";
        Kp1: "Informasi" / "Information";
        Kp2: "Kesesuaian syarat" / "Requirements";
        Kp3: "Kemudahan prosedur" / "Procedure";
        Kp4: "Jangka waktu" / "Time";
        Kp5: "Kesesuaian tarif" / "Cost";
        Kp6: "Sarana prasarana" / "Premises";
        Kp7: "Respons petugas" / "Response";
        Kp8: "Konsultasi, pengaduan" / "Advice, complaints";
        Ak1: "Tanpa diskriminasi" / "Discrimination";
        Ak2: "Tanpa kecurangan" / "Cheating";
        Ak3: "Tanpa imbalan" / "Rewards";
        Ak4: "Tanpa pungli" / "Illegal levies";
        Ak5: "Tanpa percaloan" / "Touts";
    }
}

impl ElementName {
    /// The name of the element with this code, like `U3`.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|name| format!("{name:?}").eq_ignore_ascii_case(code))
    }
}

impl ElementShort {
    /// The short name of the element with this code, like `U3`.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|name| format!("{name:?}").eq_ignore_ascii_case(code))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn complaints_are_the_eighth_element_and_facilities_the_ninth() {
        let name = |code| ElementName::of(code).map(|name| name.text(Language::Indonesian));
        assert_eq!(name("U8"), Some("Penanganan Pengaduan, Saran dan Masukan"));
        assert_eq!(name("U9"), Some("Sarana dan Prasarana"));
        assert_eq!((name("KP8"), name("X1")), (Some("Layanan konsultasi dan pengaduan"), None));
        assert!(ElementName::ALL.iter().zip(ElementShort::ALL).all(|(a, b)| format!("{a:?}") == format!("{b:?}")));
    }
}
