//! What typst may see: one template, one JSON file and the pictures of the report; nothing else exists.

use super::fonts::{FONTS, printable};
use super::pages::Pages;
use crate::DocumentError;
use serde_json::Value;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// A path of the little world. Paths are interned for ever: use fixed ones only.
fn path(path: &str) -> Result<FileId, DocumentError> {
    let path = VirtualPath::new(path).map_err(|error| DocumentError::Pdf(error.to_string()))?;
    Ok(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

/// A template and what it prints.
pub(super) struct Job {
    main: Source,
    files: Vec<(FileId, Bytes)>,
    alone: bool,
}

impl Job {
    /// A template, the model as `/data.json`, and pictures as `/picture-0`, `/picture-1`, …
    pub(super) fn new(
        name: &str,
        template: &'static str,
        mut data: Value,
        pictures: Vec<Vec<u8>>,
    ) -> Result<Self, DocumentError> {
        printable(&mut data);
        let mut files = vec![(path("/data.json")?, Bytes::new(serde_json::to_vec(&data)?))];
        for (at, picture) in pictures.into_iter().enumerate() {
            files.push((path(&picture_path(at))?, Bytes::new(picture)));
        }
        Ok(Self { main: Source::new(path(name)?, template.to_owned()), files, alone: false })
    }

    /// A long document shares its memory with nothing that was typeset before, and leaves nothing: what is remembered of it is
    /// ten times its pages.
    pub(super) fn alone(self, alone: bool) -> Self {
        Self { alone, ..self }
    }

    /// The same pages as drawings.
    pub(super) fn pages(&self) -> Result<Pages, DocumentError> {
        self.remembering(|| {
            let compiled = typst::compile::<PagedDocument>(self).output;
            compiled.map(|document| Pages::of(&document)).map_err(|errors| told(&errors))
        })
    }

    /// The typesetter remembers everything: what is not wanted any more is forgotten, always, also after an error. Of two at work
    /// the one that ends first leaves the other what it needs, and the next one what all reports have in common.
    fn remembering<T>(&self, made: impl FnOnce() -> T) -> T {
        if self.alone {
            typst::comemo::evict(0);
        }
        let made = made();
        typst::comemo::evict(usize::from(!self.alone));
        made
    }

    /// The PDF, tagged and archival (PDF/UA-1 and PDF/A-2a); `id` makes the file's identifier.
    pub(super) fn pdf(&self, id: &str) -> Result<Vec<u8>, DocumentError> {
        self.remembering(|| self.compile_and_export(id))
    }

    fn compile_and_export(&self, id: &str) -> Result<Vec<u8>, DocumentError> {
        let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
            .map_err(|error| DocumentError::Pdf(error.message().to_string()))?;
        let options = PdfOptions {
            ident: Smart::Custom(id.to_owned()),
            creator: Smart::Custom(Some("Sumber Daya".to_owned())),
            standards,
            ..PdfOptions::default()
        };
        let compiled = typst::compile::<PagedDocument>(self).output;
        let made = compiled.and_then(|document| typst_pdf::pdf(&document, &options));
        made.map_err(|errors| told(&errors))
    }
}

fn told(errors: &[SourceDiagnostic]) -> DocumentError {
    let hints = |error: &SourceDiagnostic| error.hints.iter().map(|hint| format!("{hint:?}")).collect::<String>();
    let told: Vec<String> = errors.iter().map(|error| format!("{} ({})", error.message, hints(error))).collect();
    DocumentError::Pdf(told.join("; "))
}

/// Where the n-th picture stands.
pub(crate) fn picture_path(at: usize) -> String {
    format!("/picture-{at}")
}

impl World for Job {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let known = self.files.iter().find(|(known, _)| *known == id);
        known.map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    /// The day comes with the model.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
