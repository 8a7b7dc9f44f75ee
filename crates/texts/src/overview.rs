//! The overview of a unit.

crate::catalogue! {
    /// Figures, their names and what is said beside them.
    OverviewText {
        Ikm: "Indeks Kepuasan Masyarakat" / "Public satisfaction index (IKM)";
        IpkpMeaning: "persepsi kualitas pelayanan" / "perceived quality of service";
        IpakMeaning: "persepsi anti korupsi" / "perceived absence of corruption";
        OtherIndices: "Indeks lain" / "Other indices";
        NoOtherIndices: "Kuesioner pada periode ini tidak menanyakan IPKP dan IPAK." / "The questionnaire of this period asks for no IPKP and IPAK.";
        Running: "berjalan" / "running";
        MarginTooFew: "responden terlalu sedikit untuk batas kesalahan" / "too few respondents for a margin of error";
        MarginAllEqual: "batas kesalahan tidak dapat dihitung: semua jawaban sama" / "the margin cannot be computed: all answers are the same";
    }
}
