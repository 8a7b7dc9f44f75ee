//! What a rendering needs beside the model.

use std::collections::BTreeMap;

/// Whether a document is a draft, or published under an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edition {
    /// Prints "DRAF", has no QR code.
    Draft,
    /// Submitted, not yet published: neither mark nor QR code.
    Submitted,
    /// Carries its address, also as a QR code.
    Published {
        /// Of the public page: `https://skm.contoh.go.id/l/k7m2p9qx`.
        address: String,
    },
}

impl Edition {
    /// The address of the public page.
    pub fn address(&self) -> Option<&str> {
        match self {
            Self::Published { address } => Some(address),
            Self::Draft | Self::Submitted => None,
        }
    }
}

/// Pictures of a report: PNG and JPEG by their SHA-256 in hex. One that is missing leaves its place to words.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    pictures: BTreeMap<String, Vec<u8>>,
}

impl Assets {
    /// Adds a picture.
    pub fn insert(&mut self, sha256: impl Into<String>, bytes: Vec<u8>) {
        self.pictures.insert(sha256.into(), bytes);
    }

    /// The picture of this hash, if it is one that can be printed.
    pub(crate) fn get(&self, sha256: &str) -> Option<Picture<'_>> {
        let bytes = self.pictures.get(sha256)?;
        let format = match bytes.as_slice() {
            [0x89, b'P', b'N', b'G', ..] => "png",
            [0xff, 0xd8, 0xff, ..] => "jpg",
            _ => return None,
        };
        Some(Picture { bytes, format })
    }
}

/// A picture and what it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Picture<'a> {
    pub(crate) bytes: &'a [u8],
    /// `png` or `jpg`.
    pub(crate) format: &'static str,
}

/// A document could not be made; a fault of the program, whatever a person wrote.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// Typesetting failed.
    #[error("the PDF could not be made: {0}")]
    Pdf(String),
    /// The workbook could not be written.
    #[error("the workbook could not be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The package could not be written.
    #[error("the document could not be packed: {0}")]
    Package(#[from] zip::result::ZipError),
    /// Writing failed.
    #[error("the document could not be written: {0}")]
    Write(#[from] std::io::Error),
    /// A drawing could not be turned into pixels.
    #[error("a drawing could not be turned into pixels: {0}")]
    Drawing(String),
    /// The model could not be told to the typesetter.
    #[error("the model could not be written as JSON: {0}")]
    Model(#[from] serde_json::Error),
}
