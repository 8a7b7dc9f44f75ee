//! The files of a report: what each format is called, and how it is made.

use crate::error::{ApiError, ErrorCode};
use crate::heavy::Turns;
use documents::{Assets, DocumentError, Edition};
use domain::IndexKind;
use domain::report::{ReportDocument, ReportScope, UnitProfile};
use std::collections::BTreeSet;
use store::pictures::find_picture;
use store::reports::{NewReportFile, Report, ReportFile, ReportState, find_file};
use store::{Conn, StoreError, StoreResult};
use uuid::Uuid;

/// A format that reports come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// The full report.
    Pdf,
    /// The same, to be edited by an official.
    Docx,
    /// The processed answers with live formulas.
    Xlsx,
    /// The publication poster.
    PosterPdf,
    /// The publication poster in pixels.
    PosterPng,
    /// The publication poster as a drawing.
    PosterSvg,
    /// The frozen document itself: canonical JSON.
    Json,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 7] =
        [Self::Pdf, Self::Docx, Self::Xlsx, Self::PosterPdf, Self::PosterPng, Self::PosterSvg, Self::Json];

    /// Its name in addresses and on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::PosterPdf => "poster-pdf",
            Self::PosterPng => "poster-png",
            Self::PosterSvg => "poster-svg",
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
            Self::Pdf | Self::PosterPdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::PosterPng => "image/png",
            Self::PosterSvg => "image/svg+xml",
            Self::Json => "application/json",
        }
    }

    /// How much of the server making it takes.
    pub fn turns(self, document: &ReportDocument) -> Turns {
        if self == Self::Pdf { Turns::of_pages(document) } else { Turns::ONE }
    }

    /// Whether everybody may have it: nothing that holds the answers of every respondent.
    pub const fn is_public(self) -> bool {
        matches!(self, Self::PosterPdf | Self::PosterPng | Self::PosterSvg)
    }

    const fn ending(self) -> &'static str {
        match self {
            Self::Pdf | Self::PosterPdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::PosterPng => "png",
            Self::PosterSvg => "svg",
            Self::Json => "json",
        }
    }

    /// What a download is called.
    pub fn file_name(self, document: &ReportDocument) -> String {
        self.file_name_of(main_index(document), document)
    }

    /// The same of the poster of an index.
    pub fn file_name_of(self, index: IndexKind, document: &ReportDocument) -> String {
        let identity = &document.identity;
        let of_service = match &identity.scope {
            ReportScope::Service { code, .. } => format!("-{code}"),
            ReportScope::Unit | ReportScope::City => String::new(),
        };
        let what = if self.is_public() { "poster" } else { "laporan" };
        let survey = match self.is_public() {
            true if index != main_index(document) => index.code().to_owned(),
            true => survey_of(IndexKind::Ikm).to_owned(),
            false => surveys(document),
        };
        let revision = identity.revision_number().map_or_else(String::new, |number| format!("-revisi-{number}"));
        let period = document.figures.period.replace("..", "-sd-");
        format!("{what}-{survey}-{}{of_service}-{period}{revision}.{}", identity.unit_code, self.ending())
    }

    /// Under which name the poster of an index that is not the report's first is kept once published.
    fn kept_as(self, index: IndexKind) -> String {
        format!("{}-{}", self.code(), index.code())
    }

    /// The index under whose name a published file of this format is kept: none for that of the first index; nothing for
    /// another format.
    pub fn index_kept(self, kept: &str) -> Option<Option<IndexKind>> {
        let behind = kept.strip_prefix(self.code())?;
        if behind.is_empty() {
            return Some(None);
        }
        IndexKind::ALL.into_iter().find(|index| self.kept_as(*index) == kept).map(Some)
    }

    /// Makes the file, a poster of the report's first index: the same document gives the same bytes. Takes a core for long, and much memory.
    ///
    /// # Errors
    /// When the document cannot be made: a fault of the program.
    pub fn render(
        self,
        document: &ReportDocument,
        edition: &Edition,
        assets: &Assets,
    ) -> Result<Vec<u8>, DocumentError> {
        self.render_of(main_index(document), document, edition, assets)
    }

    /// As [`Format::render`], a poster of this index.
    ///
    /// # Errors
    /// As [`Format::render`].
    pub fn render_of(
        self,
        index: IndexKind,
        document: &ReportDocument,
        edition: &Edition,
        assets: &Assets,
    ) -> Result<Vec<u8>, DocumentError> {
        match self {
            Self::Pdf => documents::report_pdf(document, edition, assets),
            Self::Docx => documents::report_docx(document, edition, assets),
            Self::Xlsx => documents::report_xlsx(document, edition),
            Self::PosterPdf => documents::poster_pdf(document, index, edition, assets),
            Self::PosterPng => documents::poster_png(document, index, edition, assets),
            Self::PosterSvg => Ok(documents::poster_svg(document, index, edition, assets).into_bytes()),
            Self::Json => Ok(document.canonical().map(|canonical| canonical.json.into_bytes()).unwrap_or_default()),
        }
    }
}

/// The survey that an index comes from, as its reports are called.
const fn survey_of(index: IndexKind) -> &'static str {
    match index {
        IndexKind::Ikm => "skm",
        IndexKind::Ipkp => "spkp",
        IndexKind::Ipak => "spak",
    }
}

/// The surveys that a report is about; one of the IKM is a report of the SKM, whatever else it prints.
fn surveys(document: &ReportDocument) -> String {
    let indices: Vec<IndexKind> = document.main_indices().iter().map(|index| index.summary.index).collect();
    if indices.is_empty() || indices.contains(&IndexKind::Ikm) {
        return survey_of(IndexKind::Ikm).to_owned();
    }
    indices.into_iter().map(survey_of).collect::<Vec<_>>().join("-")
}

/// The first index of a report: the one of its poster where no other is asked for.
pub fn main_index(document: &ReportDocument) -> IndexKind {
    document.told_indices().first().map_or(IndexKind::Ikm, |index| index.summary.index)
}

/// The index of the poster that is asked for; `None` where the report does not have it.
pub fn index_of(document: &ReportDocument, wanted: Option<IndexKind>) -> Option<IndexKind> {
    match wanted {
        None => Some(main_index(document)),
        Some(wanted) => document.figures.indices.iter().map(|index| index.summary.index).find(|index| *index == wanted),
    }
}

/// A file that was made when its report was published; `index` matters to a poster alone.
///
/// # Errors
/// [`StoreError::NotFound`] when it has none of this format and index.
pub fn find_published(
    conn: &mut Conn<'_>,
    report: Uuid,
    format: Format,
    index: Option<IndexKind>,
) -> StoreResult<ReportFile> {
    let Some(index) = index.filter(|_| format.is_public()) else { return find_file(conn, report, format.code()) };
    match find_file(conn, report, &format.kept_as(index)) {
        Err(StoreError::NotFound(_)) if is_first(conn, report, index)? => find_file(conn, report, format.code()),
        found => found,
    }
}

/// Whether the frozen document names this index first.
fn is_first(conn: &mut Conn<'_>, report: Uuid, index: IndexKind) -> StoreResult<bool> {
    let json = find_file(conn, report, Format::Json.code())?.content;
    let document: ReportDocument =
        serde_json::from_slice(&json).map_err(|error| StoreError::Damaged(format!("report {report}: {error}")))?;
    Ok(index_of(&document, Some(index)).is_some() && main_index(&document) == index)
}

/// The address of the public page of a report.
pub fn public_address(public_url: &str, report: &Report) -> String {
    format!("{public_url}/l/{}", report.code)
}

/// How a report's files are marked in its present state.
pub fn edition(report: &Report, public_url: &str) -> Edition {
    match report.state {
        ReportState::Draft | ReportState::Returned => Edition::Draft,
        ReportState::Submitted | ReportState::Verified => Edition::Submitted,
        ReportState::Published => Edition::Published { address: public_address(public_url, report) },
    }
}

/// The pictures that a document names.
///
/// # Errors
/// When the database fails. A picture that is gone leaves its place to words.
pub fn assets(conn: &mut Conn<'_>, document: &ReportDocument) -> StoreResult<Assets> {
    let of_plan = document.last_plan.iter().flat_map(|last| &last.rows).flat_map(|row| &row.photos);
    let named = document.photos.iter().map(|photo| &photo.sha256).chain(of_plan).chain(&document.profile.logo);
    let mut assets = Assets::default();
    for hash in named.collect::<BTreeSet<_>>() {
        insert(conn, &mut assets, hash)?;
    }
    Ok(assets)
}

/// The logo of a letterhead, where there is one.
///
/// # Errors
/// When the database fails.
pub(super) fn logo_assets(conn: &mut Conn<'_>, profile: &UnitProfile) -> StoreResult<Assets> {
    let mut assets = Assets::default();
    if let Some(hash) = &profile.logo {
        insert(conn, &mut assets, hash)?;
    }
    Ok(assets)
}

fn insert(conn: &mut Conn<'_>, assets: &mut Assets, hash: &str) -> StoreResult<()> {
    let Ok(bytes) = hex::decode(hash) else { return Ok(()) };
    match find_picture(conn, &bytes) {
        Ok(picture) => assets.insert(hash, picture.content),
        Err(StoreError::NotFound(_)) => (),
        Err(error) => return Err(error),
    }
    Ok(())
}

/// Every file of a report that is published: `json` is its canonical document, to the byte.
///
/// # Errors
/// When a file cannot be made.
pub fn published_files(
    document: &ReportDocument,
    json: String,
    edition: &Edition,
    assets: &Assets,
) -> Result<Vec<NewReportFile>, DocumentError> {
    let mut json = Some(json);
    let file = |format: Format| -> Result<NewReportFile, DocumentError> {
        let content = match format {
            Format::Json => json.take().unwrap_or_default().into_bytes(),
            _ => format.render(document, edition, assets)?,
        };
        Ok(NewReportFile {
            format: format.code().to_owned(),
            file_name: format.file_name(document),
            content_type: format.content_type().to_owned(),
            content,
        })
    };
    let mut files = Format::ALL.into_iter().map(file).collect::<Result<Vec<_>, _>>()?;
    // The posters of the other indices.
    for index in document.figures.indices.iter().skip(1).map(|index| index.summary.index) {
        for format in Format::ALL.into_iter().filter(|format| format.is_public()) {
            files.push(NewReportFile {
                format: format.kept_as(index),
                file_name: format.file_name_of(index, document),
                content_type: format.content_type().to_owned(),
                content: format.render_of(index, document, edition, assets)?,
            });
        }
    }
    Ok(files)
}

/// A document that could not be made, for the client: the log says why.
pub fn not_made(error: &DocumentError) -> ApiError {
    tracing::error!(error = %error, "a document could not be made");
    ApiError::new(ErrorCode::Internal, "the document could not be made")
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn a_format_is_found_by_its_name_and_a_poster_alone_is_public() {
        for format in Format::ALL {
            assert_eq!(Format::from_code(format.code()), Some(format));
            assert_eq!(format.is_public(), format.code().starts_with("poster-"));
        }
        assert_eq!(Format::from_code("PDF"), None);
    }
}
