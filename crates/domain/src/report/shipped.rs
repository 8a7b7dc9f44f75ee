//! The outlines and the legal basis that come with the program; a city takes them as a start for its own.

use super::Outline;

/// The five-chapter form, the newer four-chapter one, and the report of IPKP and IPAK.
pub fn shipped_outlines() -> Vec<Outline> {
    const SOURCES: [&str; 3] = [
        include_str!("../../outlines/lima-bab.json"),
        include_str!("../../outlines/empat-bab.json"),
        include_str!("../../outlines/spkp-spak.json"),
    ];
    SOURCES.iter().filter_map(|json| serde_json::from_str(json).ok()).collect()
}

/// Laws and rules in their order; number 7 only where IPKP or IPAK is surveyed.
pub fn legal_basis(with_integrity: bool) -> Vec<String> {
    let all: Vec<String> = serde_json::from_str(include_str!("../../outlines/dasar-hukum.json")).unwrap_or_default();
    all.into_iter().filter(|title| with_integrity || !title.contains("Zona Integritas")).collect()
}
