//! The files of a report: what each format is called, and how it is made.

use domain::report::ReportDocument;
use store::reports::NewReportFile;

/// A format that reports come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The frozen document itself: canonical JSON.
    Json,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 1] = [Self::Json];

    /// Its name in addresses and on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Json => "json",
        }
    }

    /// The format of this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.code() == code)
    }

    /// Its content type.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
        }
    }

    const fn ending(self) -> &'static str {
        match self {
            Self::Json => "json",
        }
    }

    /// What a download is called.
    pub fn file_name(self, document: &ReportDocument) -> String {
        let identity = &document.identity;
        let of_service = match &identity.scope {
            domain::report::ReportScope::Service { code, .. } => format!("-{code}"),
            _ => String::new(),
        };
        let revision = if identity.revision > 1 { format!("-revisi-{}", identity.revision - 1) } else { String::new() };
        let period = document.figures.period.replace("..", "-sd-");
        format!("laporan-skm-{}{of_service}-{period}{revision}.{}", identity.unit_code, self.ending())
    }
}

/// Every file of a report that is published: `json` is its canonical document, to the byte.
pub fn published_files(document: &ReportDocument, json: String) -> Vec<NewReportFile> {
    let format = Format::Json;
    vec![NewReportFile {
        format: format.code().to_owned(),
        file_name: format.file_name(document),
        content_type: format.content_type().to_owned(),
        content: json.into_bytes(),
    }]
}
