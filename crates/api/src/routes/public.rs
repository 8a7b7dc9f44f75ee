//! What respondents reach without signing in.

pub mod get_public_city;
pub mod get_public_report;
pub mod get_public_report_file;
pub mod get_public_unit;
pub mod get_survey;
pub mod record_survey_event;
pub mod submit_response;
