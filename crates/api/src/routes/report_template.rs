//! The fixed parts of reports: outline, texts, legal basis, letterhead.

pub mod get_report_template;
pub mod list_report_outlines;
pub mod list_report_templates;
pub mod preview_report_template;
pub mod preview_report_template_page;
pub mod preview_report_template_pages;
pub mod put_report_template;

use crate::access::{Guard, ManageCity};
use crate::clock::rfc3339;
use crate::error::{ApiError, ErrorCode};
use crate::reports::pages::{Drawn, draw};
use crate::reports::preview::{sample, surroundings};
use contract::ReportTemplateVersion;
use documents::Edition;
use domain::preparation::ReportTemplate;
use domain::report::ReportDocument;
use store::report_templates::TemplateVersion;
use uuid::Uuid;

const MOST_BYTES: usize = 256 * 1024;

fn body(version: TemplateVersion) -> ReportTemplateVersion {
    ReportTemplateVersion {
        version: version.id,
        template: version.template,
        changed_by: Some(version.changed_by),
        changed_at: Some(rfc3339(version.changed_at)),
    }
}

/// What holds until the city stores a version.
fn shipped(city_name: &str) -> Result<ReportTemplateVersion, ApiError> {
    let template = ReportTemplate::shipped(city_name)
        .ok_or_else(|| ApiError::new(ErrorCode::Internal, "the program came without an outline"))?;
    Ok(ReportTemplateVersion { version: 0, template, changed_by: None, changed_at: None })
}

/// A template with sample figures.
async fn filled(guard: &Guard<ManageCity>, template: ReportTemplate) -> Result<ReportDocument, ApiError> {
    let defects = template.check();
    if !defects.is_empty() {
        return Err(defects.into());
    }
    let now = guard.now();
    let around = guard.db().read(move |conn| surroundings(conn, now)).await?;
    Ok(guard.state().heavy.run(move || sample(template, around)).await??)
}

/// The pages of a template with sample figures.
async fn drawn(guard: &Guard<ManageCity>, template: ReportTemplate) -> Result<Drawn, ApiError> {
    let document = filled(guard, template).await?;
    draw(guard, Uuid::nil(), document, Edition::Draft).await
}
