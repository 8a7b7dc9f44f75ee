//! The frozen form: canonical JSON (RFC 8785) and its SHA-256.

use super::ReportDocument;
use sha2::{Digest, Sha256};

/// The canonical bytes of a document and their hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Canonical {
    /// JSON by RFC 8785: sorted keys, no spaces.
    pub json: String,
    /// SHA-256 of these bytes, in lower-case hex.
    pub sha256: String,
}

/// A document has no canonical form; cannot happen to one that this program made.
#[derive(Debug, thiserror::Error)]
#[error("the report has no canonical JSON: {0}")]
pub struct NotCanonical(#[from] serde_json::Error);

impl ReportDocument {
    /// Freezes the document.
    ///
    /// # Errors
    /// When a part cannot be written as JSON.
    pub fn canonical(&self) -> Result<Canonical, NotCanonical> {
        let json = serde_json_canonicalizer::to_string(self)?;
        let hash = Sha256::digest(json.as_bytes());
        Ok(Canonical { sha256: hash.iter().map(|byte| format!("{byte:02x}")).collect(), json })
    }
}
