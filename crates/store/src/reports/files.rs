//! The bytes of published reports.

use crate::connection::{Conn, WriteConn};
use crate::error::{StoreError, StoreResult};
use crate::schema::report_files;
use diesel::prelude::*;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// A file to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReportFile {
    /// `pdf`, `docx`, …: one file a format.
    pub format: String,
    /// What a download is called.
    pub file_name: String,
    /// Its content type.
    pub content_type: String,
    /// The bytes.
    pub content: Vec<u8>,
}

/// What is known of a kept file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportFileInfo {
    /// `pdf`, `docx`, …
    pub format: String,
    /// What a download is called.
    pub file_name: String,
    /// Its content type.
    pub content_type: String,
    /// How many bytes it has.
    pub byte_count: i64,
    /// SHA-256 of its bytes.
    pub hash: Vec<u8>,
}

/// A kept file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportFile {
    /// What is known of it.
    pub info: ReportFileInfo,
    /// The bytes.
    pub content: Vec<u8>,
}

pub(super) fn insert(conn: &mut WriteConn<'_>, report: Uuid, files: &[NewReportFile]) -> StoreResult<()> {
    for file in files {
        let hash = Sha256::digest(&file.content);
        diesel::insert_into(report_files::table)
            .values((
                report_files::report_id.eq(report.as_bytes().as_slice()),
                report_files::format.eq(&file.format),
                report_files::file_name.eq(&file.file_name),
                report_files::content_type.eq(&file.content_type),
                report_files::byte_count.eq(i64::try_from(file.content.len()).unwrap_or(i64::MAX)),
                report_files::hash.eq(hash.as_slice()),
                report_files::content.eq(&file.content),
            ))
            .execute(conn.raw())?;
    }
    Ok(())
}

type InfoRow = (String, String, String, i64, Vec<u8>);
const INFO: (
    report_files::format,
    report_files::file_name,
    report_files::content_type,
    report_files::byte_count,
    report_files::hash,
) = (
    report_files::format,
    report_files::file_name,
    report_files::content_type,
    report_files::byte_count,
    report_files::hash,
);

fn info_of((format, file_name, content_type, byte_count, hash): InfoRow) -> ReportFileInfo {
    ReportFileInfo { format, file_name, content_type, byte_count, hash }
}

/// The files of a report, by format.
///
/// # Errors
/// When the database fails.
pub fn list_files(conn: &mut Conn<'_>, report: Uuid) -> StoreResult<Vec<ReportFileInfo>> {
    let rows: Vec<InfoRow> = report_files::table
        .filter(report_files::report_id.eq(report.as_bytes().as_slice()))
        .select(INFO)
        .order(report_files::format)
        .load(conn.0)?;
    Ok(rows.into_iter().map(info_of).collect())
}

/// One file of a report.
///
/// # Errors
/// [`StoreError::NotFound`] when it has none of this format.
pub fn find_file(conn: &mut Conn<'_>, report: Uuid, format: &str) -> StoreResult<ReportFile> {
    let (info, content): (InfoRow, Vec<u8>) = report_files::table
        .find((report.as_bytes().as_slice(), format))
        .select((INFO, report_files::content))
        .first(conn.0)
        .map_err(StoreError::missing("file"))?;
    Ok(ReportFile { info: info_of(info), content })
}
