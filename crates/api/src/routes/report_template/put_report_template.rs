//! A new version of the template.

use super::{MOST_BYTES, body};
use crate::access::{Guard, ManageCity};
use crate::error::ApiError;
use crate::error_docs::{EditErrors, WriteErrors};
use crate::etag::{IfMatch, versioned};
use crate::extract::Body;
use actix_web::{HttpResponse, put};
use contract::ReportTemplateVersion;
use domain::preparation::ReportTemplate;
use store::offices::Edit;
use store::report_templates::put_template;

/// Store a version of the template of reports.
///
/// All of it. Drafts follow it at once; reports that were submitted keep theirs. A fixed text may hold places such as
/// `{unit}`, `{periode}` or `{ikm.converted}`, which every report fills.
#[utoipa::path(
    tag = "preparation",
    security(("bearer" = [])),
    params(("If-Match" = String, Header, description = "The ETag of get_report_template", example = "\"0\"")),
    request_body = ReportTemplate,
    responses(
        (status = 200, description = "Stored", body = ReportTemplateVersion, headers(("ETag" = String, description = "For the next change"))),
        WriteErrors,
        EditErrors
    )
)]
#[put("/report-template")]
pub(crate) async fn put_report_template(
    guard: Guard<ManageCity>,
    seen: IfMatch,
    Body(template): Body<ReportTemplate, MOST_BYTES>,
) -> Result<HttpResponse, ApiError> {
    let defects = template.check();
    if !defects.is_empty() {
        return Err(defects.into());
    }
    let edit = Edit { seen: seen.0, actor: guard.actor().label(), at: guard.now() };
    let version = guard.db().write(move |conn| put_template(conn, &template, &edit)).await?;
    Ok(versioned(HttpResponse::Ok(), version.id, &body(version)))
}
