//! Secrets from the system's random source.

use crate::error::{ApiError, ErrorCode};

/// 32 characters that are not mistaken for each other (Crockford's base32, in lower case): five random bits each.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Random bytes.
///
/// # Errors
/// 500 when the system has no random source.
pub fn bytes<const N: usize>() -> Result<[u8; N], ApiError> {
    let mut bytes = [0; N];
    fill(&mut bytes)?;
    Ok(bytes)
}

/// Random text of a length.
///
/// # Errors
/// As [`bytes`].
pub fn text(length: usize) -> Result<String, ApiError> {
    let mut bytes = vec![0; length];
    fill(&mut bytes)?;
    Ok(bytes.into_iter().map(|byte| char::from(ALPHABET[usize::from(byte & 31)])).collect())
}

/// A password that can be read out: four groups of four, 80 random bits.
///
/// # Errors
/// As [`bytes`].
pub fn password() -> Result<String, ApiError> {
    let letters = text(16)?;
    Ok([&letters[..4], &letters[4..8], &letters[8..12], &letters[12..]].join("-"))
}

fn fill(bytes: &mut [u8]) -> Result<(), ApiError> {
    getrandom::fill(bytes).map_err(|error| {
        tracing::error!(error = %error, "the system has no random source");
        ApiError::new(ErrorCode::Internal, "no secret can be made")
    })
}
