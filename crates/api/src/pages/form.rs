//! What a browser posts, kept as it was typed.

use crate::error::{ApiError, ErrorCode};
use crate::extract::body::{DEFAULT_LIMIT, read};
use actix_web::{HttpMessage, HttpRequest, web};
use contract::survey::{Answers, SCHEMA, SubmitResponseRequest, Survey};
use texts::Language;

/// What the pressed button asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Action {
    /// Send the answers.
    #[default]
    Send,
    /// Show the same page in the other language.
    Language,
    /// Enter was pressed on an answer: stay on the page as it is.
    Nothing,
}

impl Action {
    fn named(value: &str) -> Self {
        match value {
            "language" => Self::Language,
            "nothing" => Self::Nothing,
            _ => Self::Send,
        }
    }
}

/// The fields of the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The response's id, made by the server with the page.
    pub id: String,
    /// The version of the questionnaire on the page.
    pub version: Option<u16>,
    /// The language of the page.
    pub language: Language,
    /// What the pressed button asks for.
    pub action: Action,
    /// The chosen service.
    pub service: Option<String>,
    /// Item and score; empty for one that was taken back.
    pub answers: Vec<(String, String)>,
    /// Profile question and option; empty for "Tidak menjawab".
    pub profile: Vec<(String, String)>,
    /// Profile questions whose consent is ticked.
    pub consents: Vec<String>,
    /// The free text.
    pub comment: String,
}

impl Typed {
    /// Reads a posted form.
    ///
    /// # Errors
    /// 415 for another content type, 413 when it is too large.
    pub async fn receive(request: &HttpRequest, payload: web::Payload) -> Result<Self, ApiError> {
        if !request.content_type().trim().eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            return Err(ApiError::new(ErrorCode::WrongContentType, "a form is application/x-www-form-urlencoded"));
        }
        Ok(Self::parse(&read(payload, DEFAULT_LIMIT).await?))
    }

    fn parse(bytes: &[u8]) -> Self {
        let mut typed = Self::default();
        for (name, value) in form_urlencoded::parse(bytes) {
            let (name, value) = (name.into_owned(), value.into_owned());
            match name.as_str() {
                "id" => typed.id = value,
                "version" => typed.version = value.parse().ok(),
                "language" => typed.language = Language::from_tag(&value),
                "action" => typed.action = Action::named(&value),
                "service" => typed.service = Some(value).filter(|value| !value.is_empty()),
                "comment" => typed.comment = value,
                _ => {
                    if let Some(question) = name.strip_prefix("profile.") {
                        typed.profile.push((question.to_owned(), value));
                    } else if let Some(question) = name.strip_prefix("consent.") {
                        typed.consents.push(question.to_owned());
                    } else {
                        typed.answers.push((name, value));
                    }
                }
            }
        }
        typed
    }

    /// The score typed for an item.
    pub fn answer(&self, item: &str) -> Option<&str> {
        self.answers.iter().find(|(code, _)| code == item).map(|(_, value)| value.as_str())
    }

    /// The option chosen for a profile question.
    pub fn chosen(&self, question: &str) -> Option<&str> {
        self.profile.iter().find(|(code, _)| code == question).map(|(_, value)| value.as_str())
    }

    /// The body that the API would have received. Questions that the page hides behind other answers are left out, as
    /// what was chosen there before cannot be seen any more.
    pub fn request(&self, survey: &Survey, begun_at: Option<String>) -> SubmitResponseRequest {
        // What is no number is no score; the rule that refuses other scores refuses this one.
        let score = |text: &str| (!text.is_empty()).then(|| text.parse().unwrap_or(0));
        let shown = self.profile.iter().filter(|(question, _)| self.is_shown(survey, question));
        SubmitResponseRequest {
            schema: SCHEMA.to_owned(),
            questionnaire: survey.questionnaire.clone(),
            version: self.version.unwrap_or(survey.version),
            answers: Answers(self.answers.iter().map(|(code, value)| (code.clone(), score(value))).collect()),
            profile: Answers(
                shown.map(|(code, value)| (code.clone(), Some(value.clone()).filter(|v| !v.is_empty()))).collect(),
            ),
            consents: self.consents.clone(),
            service: self.service.clone(),
            comment: Some(self.comment.clone()).filter(|comment| !comment.trim().is_empty()),
            begun_at,
            answered_at: None,
            usage: None,
        }
    }

    fn is_shown(&self, survey: &Survey, question: &str) -> bool {
        let Some(question) = survey.profile.iter().find(|known| known.code == question) else { return true };
        let after = question.only_after.as_ref();
        let reached = after.is_none_or(|after| self.chosen(&after.question) == Some(after.option.as_str()));
        reached && !(question.adults_only && self.is_minor(survey))
    }

    /// True when the chosen age hides what minors are not asked.
    pub fn is_minor(&self, survey: &Survey) -> bool {
        let chosen = |code: &str, option: &str| self.chosen(code) == Some(option);
        let mut options = survey.profile.iter().flat_map(|q| q.options.iter().map(|option| (q.code.as_str(), option)));
        options.any(|(code, option)| option.minor && chosen(code, &option.code))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_a_form_is_read() {
        let typed = Typed::parse(
            b"id=a&version=2&language=en&action=language&service=umum&u1=3&u2=&profile.sex=male&consent.disability=yes&comment=a+b%0D%0Ac",
        );
        assert_eq!((typed.id.as_str(), typed.version, typed.language), ("a", Some(2), Language::English));
        assert_eq!((typed.action, typed.service.as_deref()), (Action::Language, Some("umum")));
        assert_eq!((typed.answer("u1"), typed.answer("u2"), typed.answer("u3")), (Some("3"), Some(""), None));
        assert_eq!((typed.chosen("sex"), typed.consents.as_slice()), (Some("male"), &["disability".to_owned()][..]));
        assert_eq!(typed.comment, "a b\r\nc");
    }
}
