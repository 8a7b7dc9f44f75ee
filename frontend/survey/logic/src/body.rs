//! The body of a finished survey: `contract::survey::SubmitResponseRequest`, written by hand.

use crate::json::{entries, object, quote, quote_or_null, quotes};
use crate::survey::Question;
use crate::{Session, Survey};

/// How it was filled in: counted apart from the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manner {
    /// When the last tap was (RFC 3339).
    pub answered_at: String,
    /// Seconds from the first answer to the last tap.
    pub seconds: i64,
    /// The kind of device, as `contract::survey::DeviceClass` is written.
    pub device: &'static str,
    /// The tag of the language.
    pub language: &'static str,
}

/// What is sent: only what was asked of this respondent.
pub fn body(survey: &Survey, session: &Session, manner: &Manner) -> String {
    let asked = survey.asked(session.service.as_deref());
    let score = |item: &str| session.score(item).map_or_else(|| "null".to_owned(), |score| score.to_string());
    let people: Vec<_> = survey.profile.iter().filter(|question| session.is_asked(survey, question)).collect();
    let option = |question: &str| session.chosen(question).flatten();
    let agreed = |question: &&&Question| session.has_consented(&question.code) && option(&question.code).is_some();
    let agreed: Vec<String> = people.iter().filter(agreed).map(|question| question.code.clone()).collect();
    let answers: Vec<(&str, String)> = asked.iter().map(|(item, _)| (item.code.as_str(), score(&item.code))).collect();
    let profile: Vec<(&str, String)> =
        people.iter().map(|question| (question.code.as_str(), quote_or_null(option(&question.code)))).collect();
    let usage = [
        ("seconds", entries(&session.spent, |milliseconds| ((milliseconds + 500) / 1000).to_string())),
        ("total_seconds", manner.seconds.max(0).to_string()),
        ("device", quote(manner.device)),
        ("language", quote(manner.language)),
    ];
    let comment = Some(session.comment.trim()).filter(|text| !text.is_empty() && session.asks_comment(survey));
    let service = survey.service(session.service.as_deref()).map(|service| service.code.as_str());
    object(&[
        ("schema", quote("response.v1")),
        ("questionnaire", quote(&survey.questionnaire)),
        ("version", survey.version.to_string()),
        ("answers", object(&answers)),
        ("profile", object(&profile)),
        ("consents", quotes(&agreed)),
        ("service", quote_or_null(service)),
        ("comment", quote_or_null(comment)),
        ("begun_at", quote(&session.begun_at)),
        ("answered_at", quote(&manner.answered_at)),
        ("usage", object(&usage)),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::tests::survey;
    use contract::survey::{DeviceClass, SCHEMA, SubmitResponseRequest, SurveyLanguage, Usage};

    fn filled() -> Session {
        let mut session = Session { begun_at: "2026-09-15T02:29:10.123Z".to_owned(), ..Session::default() };
        session.service = Some("daring".to_owned());
        for item in ["u1", "u2"] {
            session.set_score(item, Some(4));
        }
        session.choose("age", Some("17-25"));
        session.choose("disability", Some("yes"));
        session.choose("disability_type", None);
        session.consent("disability", true);
        session.comment = " \"Ramah\"\n ".to_owned();
        session.spend("u1", 6400);
        session.spend("u3", 3500);
        session
    }

    fn sent(session: &Session) -> SubmitResponseRequest {
        serde_json::from_str(&body(&survey(), session, &manner())).unwrap()
    }

    fn manner() -> Manner {
        let answered_at = "2026-09-15T02:30:00.000Z".to_owned();
        Manner { answered_at, seconds: 50, device: DeviceClass::Phone.code(), language: SurveyLanguage::Id.code() }
    }

    #[test]
    fn every_field_has_the_name_that_the_server_reads() {
        let body = sent(&filled());
        assert_eq!((body.schema.as_str(), body.questionnaire.as_str(), body.version), (SCHEMA, "skm-2017", 2));
        assert_eq!(body.answers.0, [("u1".to_owned(), Some(4)), ("u3".to_owned(), None)], "what is asked, in order");
        let option = |code: &str| Some(code.to_owned());
        let profile = [("age", option("17-25")), ("disability", option("yes")), ("disability_type", None)];
        assert_eq!(body.profile.0, profile.map(|(code, option)| (code.to_owned(), option)));
        assert_eq!((body.consents, body.service.as_deref()), (vec!["disability".to_owned()], Some("daring")));
        assert_eq!(body.comment.as_deref(), Some("\"Ramah\""));
        assert_eq!(body.begun_at.as_deref(), Some("2026-09-15T02:29:10.123Z"));
        assert_eq!(body.answered_at.as_deref(), Some("2026-09-15T02:30:00.000Z"));
        let usage = Usage {
            seconds: [("u1".to_owned(), 6), ("u3".to_owned(), 4)].into(),
            total_seconds: Some(50),
            device: Some(DeviceClass::Phone),
            language: Some(SurveyLanguage::Id),
        };
        assert_eq!(body.usage, Some(usage));
    }

    #[test]
    fn what_a_later_answer_hid_is_not_sent() {
        let mut session = filled();
        session.choose("age", Some("under-17"));
        let body = sent(&session);
        assert_eq!(body.profile.0, [("age".to_owned(), Some("under-17".to_owned()))]);
        assert_eq!((body.consents.len(), body.comment), (0, None));
    }

    #[test]
    fn the_same_answers_make_the_same_body() {
        assert_eq!(body(&survey(), &filled(), &manner()), body(&survey(), &filled(), &manner()));
    }
}
