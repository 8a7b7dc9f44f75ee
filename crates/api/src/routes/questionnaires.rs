//! What is asked.

pub mod get_questionnaire;
pub mod list_questionnaires;
