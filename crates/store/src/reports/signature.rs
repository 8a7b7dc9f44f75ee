//! An electronically signed PDF in the place of the published one, which stays beside it.

use super::files::{self, NewReportFile};
use super::write::lock;
use super::{Report, ReportState, find_report};
use crate::connection::WriteConn;
use crate::error::{StoreError, StoreResult};
use crate::schema::{report_files, reports};
use crate::time;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use uuid::Uuid;

/// The format that can be signed: downloads of it give the signed file, once there is one.
pub const SIGNED: &str = "pdf";
/// The published bytes beside a signed file.
pub const ORIGINAL: &str = "pdf-original";

/// Keeps a signed PDF in the place of the published one; one that was signed before gives way. Signing writes behind the
/// bytes of what is signed, so the file must begin with the published bytes and be longer.
///
/// # Errors
/// [`StoreError::Stale`] when the report changed meanwhile; [`StoreError::Refused`] when it is not published, was superseded,
/// or the file does not begin with the published one.
pub fn put_signed_file(
    conn: &mut WriteConn<'_>,
    id: Uuid,
    seen: i32,
    content: Vec<u8>,
    actor: &str,
    now: DateTime<Utc>,
) -> StoreResult<Report> {
    lock(conn, id)?;
    let report = find_report(conn, id)?;
    let refused = |reason: &str| Err(StoreError::Refused(reason.to_owned()));
    if report.state != ReportState::Published {
        return refused("the report is not published: there is no file yet that could be signed");
    }
    if report.superseded_by.is_some() {
        return refused("a newer revision has taken the place of the report: sign that one");
    }
    if report.row_version != seen {
        return Err(StoreError::Stale("report"));
    }
    let key = id.as_bytes().as_slice();
    let is_first = report.signed.is_none();
    let original = files::find_file(conn, id, if is_first { SIGNED } else { ORIGINAL })?;
    if content.len() <= original.content.len() || !content.starts_with(&original.content) {
        return refused("the file does not begin with the published PDF");
    }
    if is_first {
        diesel::update(report_files::table.find((key, SIGNED)))
            .set(report_files::format.eq(ORIGINAL))
            .execute(conn.raw())?;
    } else {
        diesel::delete(report_files::table.find((key, SIGNED))).execute(conn.raw())?;
    }
    let file = NewReportFile {
        format: SIGNED.to_owned(),
        file_name: format!("{}-ttd.pdf", original.info.file_name.trim_end_matches(".pdf")),
        content_type: original.info.content_type,
        content,
    };
    files::insert(conn, id, &[file])?;
    diesel::update(reports::table.find(key))
        .set((
            reports::row_version.eq(seen + 1),
            reports::signed_by.eq(actor),
            reports::signed_at.eq(time::stored(now)),
        ))
        .execute(conn.raw())?;
    find_report(conn, id)
}
