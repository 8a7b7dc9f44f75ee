//! The smaller twins of a file, made once so that the server never has to.

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

/// The endings of the twins.
pub(super) const ENDINGS: [&str; 2] = [".br", ".gz"];

/// The twins, in the order of [`ENDINGS`], as small as they get.
pub(super) fn twins(content: &[u8]) -> Result<[Vec<u8>; 2]> {
    let mut small = Vec::new();
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &content[..], &mut small, &parameters)?;
    let mut zipped = GzEncoder::new(Vec::new(), Compression::best());
    zipped.write_all(content)?;
    Ok([small, zipped.finish()?])
}

#[cfg(test)]
mod tests {
    use super::twins;
    use std::io::Read;

    #[test]
    fn twins_hold_the_same_and_are_smaller() {
        let content = "survey ".repeat(1000).into_bytes();
        let [br, gz] = twins(&content).unwrap();
        assert!(br.len() < 200 && gz.len() < 200);
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut br.as_slice(), &mut back).unwrap();
        assert_eq!(back, content);
        back.clear();
        flate2::read::GzDecoder::new(gz.as_slice()).read_to_end(&mut back).unwrap();
        assert_eq!(back, content);
    }
}
