//! The fixed parts of reports: outline, texts, legal basis, letterhead.

pub mod get_report_template;
pub mod list_report_outlines;
pub mod list_report_templates;
pub mod put_report_template;

use crate::clock::rfc3339;
use crate::error::{ApiError, ErrorCode};
use contract::ReportTemplateVersion;
use domain::preparation::ReportTemplate;
use store::report_templates::TemplateVersion;

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
