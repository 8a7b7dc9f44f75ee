//! The fixed parts of reports: versioned rows, of which the newest counts.

use crate::connection::{Conn, WriteConn};
use crate::error::{StoreError, StoreResult};
use crate::offices::{Edit, refuse_defects};
use crate::schema::report_templates;
use crate::time;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use domain::preparation::ReportTemplate;

/// One version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateVersion {
    /// Its key; grows with every change.
    pub id: i32,
    /// The template.
    pub template: ReportTemplate,
    /// Who made it.
    pub changed_by: String,
    /// When.
    pub changed_at: DateTime<Utc>,
}

type Row = (i32, String, String, NaiveDateTime);

fn version_of((id, body, changed_by, changed_at): Row) -> StoreResult<TemplateVersion> {
    let template = serde_json::from_str(&body);
    let template = template.map_err(|error| StoreError::Damaged(format!("report template {id}: {error}")))?;
    Ok(TemplateVersion { id, template, changed_by, changed_at: time::read(changed_at) })
}

/// Every version, the newest first, before a key when given.
///
/// # Errors
/// When the database fails.
pub fn list_templates(conn: &mut Conn<'_>, before: Option<i32>, limit: i64) -> StoreResult<Vec<TemplateVersion>> {
    let rows: Vec<Row> = report_templates::table
        .filter(report_templates::id.lt(before.unwrap_or(i32::MAX)))
        .order(report_templates::id.desc())
        .limit(limit)
        .load(conn.0)?;
    rows.into_iter().map(version_of).collect()
}

/// The version that counts; none while the city has changed nothing.
///
/// # Errors
/// When the database fails.
pub fn newest_template(conn: &mut Conn<'_>) -> StoreResult<Option<TemplateVersion>> {
    Ok(list_templates(conn, None, 1)?.into_iter().next())
}

/// Stores a version on top of the newest one that the client has seen.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it meanwhile; [`StoreError::Refused`] when it has a defect.
pub fn put_template(conn: &mut WriteConn<'_>, template: &ReportTemplate, edit: &Edit) -> StoreResult<TemplateVersion> {
    refuse_defects(template.check())?;
    // Two replicas on PostgreSQL would else both see the same newest version.
    if let crate::connection::AnyConnection::Postgres(conn) = conn.raw() {
        crate::schema::city::table.select(crate::schema::city::id).for_update().load::<i32>(conn)?;
    }
    if newest_template(conn)?.map_or(0, |newest| newest.id) != edit.seen {
        return Err(StoreError::Stale("report template"));
    }
    let body = serde_json::to_string(template).map_err(|error| StoreError::Damaged(error.to_string()))?;
    let values = (
        report_templates::body.eq(body),
        report_templates::changed_by.eq(&edit.actor),
        report_templates::changed_at.eq(time::stored(edit.at)),
    );
    let id: i32 = diesel::insert_into(report_templates::table)
        .values(values)
        .returning(report_templates::id)
        .get_result(conn.raw())?;
    version_of(report_templates::table.find(id).first(conn.raw())?)
}
