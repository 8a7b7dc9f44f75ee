//! Why a form came back, in the words of its page.

use crate::error::{ApiError, ErrorCode};
use contract::FieldProblem;
use contract::survey::Survey;
use domain::response::COMMENT_LIMIT;
use texts::Language;
use texts::survey::FieldText;

/// Why a form came back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trouble {
    /// One line a mistake.
    pub lines: Vec<Line>,
}

/// One mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The JSON pointer of the field.
    pub pointer: String,
    /// The id of the question on the page, where there is one.
    pub anchor: Option<String>,
    /// What the question is called in short.
    pub label: String,
    /// What is wrong and what to do.
    pub text: String,
}

impl Trouble {
    /// The error of a submission, in the language of the page.
    pub fn of(error: &ApiError, survey: &Survey, language: Language) -> Self {
        let whole = match error.code() {
            ErrorCode::ValidationFailed => {
                let fields = error.problem().errors;
                // The form leaves out what is not asked; only a mistake in the question before brings this one up.
                let own = fields.iter().filter(|field| field.code != "profile_question_not_asked");
                let mut lines: Vec<Line> = own.map(|field| line(field, survey, language)).collect();
                lines.dedup_by(|a, b| a.anchor == b.anchor && a.text == b.text);
                return Self { lines };
            }
            ErrorCode::Busy => FieldText::Busy,
            ErrorCode::TooManyRequests => FieldText::TooMany,
            _ => FieldText::Fault,
        };
        let text = whole.text(language).to_owned();
        Self { lines: vec![Line { pointer: String::new(), anchor: None, label: String::new(), text }] }
    }

    /// What stands beside the field of this pointer.
    pub fn at(&self, pointer: &str) -> Option<&str> {
        self.lines.iter().find(|line| line.pointer == pointer && line.anchor.is_some()).map(|line| line.text.as_str())
    }
}

fn line(field: &FieldProblem, survey: &Survey, language: Language) -> Line {
    let text = match field.code.as_str() {
        "no_answer" => FieldText::NoAnswer,
        "consent_missing" => FieldText::ConsentMissing,
        "comment_too_long" => FieldText::CommentTooLong,
        "foreign_service" => FieldText::WrongService,
        "score_out_of_range" | "unknown_profile_option" | "duplicate_answer" => FieldText::WrongAnswer,
        _ => FieldText::Outdated,
    };
    let (anchor, label) = place(&field.pointer, survey, language).unzip();
    let text = text.filled(language, &[("limit", &COMMENT_LIMIT.to_string())]);
    Line { pointer: field.pointer.clone(), anchor, label: label.unwrap_or_default(), text }
}

/// Where a field stands on the page, and what it is called there.
fn place(pointer: &str, survey: &Survey, language: Language) -> Option<(String, String)> {
    let pick = |text: &contract::survey::Text| super::survey_page::pick(text, language).to_owned();
    if let Some(code) = pointer.strip_prefix("/answers/") {
        let item = survey.items.iter().find(|item| item.code == code)?;
        return Some((format!("q-{code}"), pick(&item.short)));
    }
    if let Some(code) = pointer.strip_prefix("/profile/") {
        let question = survey.profile.iter().find(|question| question.code == code)?;
        return Some((format!("p-{code}"), pick(&question.text)));
    }
    match pointer {
        "/answers" => survey.items.first().map(|item| (format!("q-{}", item.code), String::new())),
        "/comment" => survey.comment.as_ref().map(|label| ("comment".to_owned(), pick(label))),
        "/service" => Some(("service".to_owned(), String::new())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_the_respondents_mistake_says_what_to_do() {
        let survey = serde_json::json!({
            "link": "00000000", "unit": {"code": "u", "name": "U"}, "channel": "self_filled", "questionnaire": "q",
            "version": 1, "title": {"id": "", "en": ""}, "items": [], "services": [], "default_service": "umum",
            "profile": [], "comment": null, "comment_limit": 2000, "ends_at": null
        });
        let survey: Survey = serde_json::from_value(survey).unwrap();
        for (code, text) in [
            (ErrorCode::Busy, FieldText::Busy),
            (ErrorCode::TooManyRequests, FieldText::TooMany),
            (ErrorCode::Internal, FieldText::Fault),
        ] {
            let trouble = Trouble::of(&ApiError::new(code, "detail"), &survey, Language::Indonesian);
            assert_eq!(trouble.lines.len(), 1);
            assert_eq!(
                (trouble.lines[0].text.as_str(), &trouble.lines[0].anchor),
                (text.text(Language::Indonesian), &None)
            );
        }
    }
}
