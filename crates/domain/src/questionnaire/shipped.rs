//! The three questionnaires that come with the program.

use super::Questionnaire;

const SOURCES: [&str; 3] = [
    include_str!("../../questionnaires/skm-2017.json"),
    include_str!("../../questionnaires/skm-spkp-spak.json"),
    include_str!("../../questionnaires/terpadu-16.json"),
];

/// `skm-2017`, `skm-spkp-spak` and `terpadu-16`, each in its first version.
///
/// # Errors
/// Only when a shipped file is damaged; a test reads them all.
pub fn shipped() -> Result<Vec<Questionnaire>, serde_json::Error> {
    SOURCES.iter().map(|source| serde_json::from_str(source)).collect()
}
