//! What lies on the device: unfinished drafts, and finished answers that wait to be delivered.

use crate::json::{entries, object, quote, quote_or_null, quotes};
use crate::{Json, Session, Step};

/// How long an unfinished draft is offered, in milliseconds.
pub const DRAFT_LIFE: i64 = 24 * 60 * 60 * 1000;

/// An unfinished survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The link it belongs to.
    pub link: String,
    /// What was filled in.
    pub session: Session,
    /// Where the respondent was.
    pub step: Step,
    /// When it was last touched, in milliseconds.
    pub saved_at: i64,
    /// The survey as it was asked, so that a changed questionnaire does not break the draft.
    pub survey: String,
    /// The tag of the language it was filled in.
    pub language: Option<String>,
}

impl Draft {
    /// As it is stored.
    pub fn write(&self) -> String {
        let session = &self.session;
        let score = |score: &Option<u8>| score.map_or_else(|| "null".to_owned(), |score| score.to_string());
        object(&[
            ("link", quote(&self.link)),
            ("step", quote(&self.step.name())),
            ("saved_at", self.saved_at.to_string()),
            ("survey", quote(&self.survey)),
            ("language", quote_or_null(self.language.as_deref())),
            ("id", quote(&session.id)),
            ("begun_at", quote(&session.begun_at)),
            ("service", quote_or_null(session.service.as_deref())),
            ("answers", entries(&session.answers, score)),
            ("profile", entries(&session.profile, |value| quote_or_null(value.as_deref()))),
            ("consents", quotes(&session.consents)),
            ("comment", quote(&session.comment)),
            ("spent", entries(&session.spent, i64::to_string)),
            ("untold", quotes(&session.untold)),
        ])
    }

    /// Reads a stored draft; none for one that another version of this program wrote differently.
    pub fn read<J: Json>(json: &J) -> Option<Self> {
        let score = |value: Option<J>| {
            value.and_then(|value| value.number()).and_then(|score| (1..=4).find(|s| f64::from(*s) == score))
        };
        let pairs = |key: &str| json.get(key).map(|pairs| pairs.entries());
        let session = Session {
            id: json.text_of("id")?,
            begun_at: json.text_of("begun_at")?,
            service: json.text_of("service"),
            answers: pairs("answers")?.into_iter().map(|(code, value)| (code, score(value))).collect(),
            profile: pairs("profile")?.into_iter().map(|(code, value)| (code, value.and_then(|v| v.text()))).collect(),
            consents: json.all_of("consents", J::text)?,
            comment: json.text_of("comment")?,
            spent: pairs("spent")?
                .into_iter()
                .filter_map(|(code, value)| Some((code, value?.number().and_then(crate::json::whole)?)))
                .collect(),
            untold: json.all_of("untold", J::text)?,
        };
        Some(Self {
            link: json.text_of("link")?,
            session,
            step: Step::named(&json.text_of("step")?)?,
            saved_at: json.whole_of("saved_at")?,
            survey: json.text_of("survey")?,
            language: json.text_of("language"),
        })
    }

    /// True while it is offered; a device clock that was set back does not make it immortal.
    pub fn is_fresh(&self, now: i64) -> bool {
        (now - self.saved_at).abs() < DRAFT_LIFE
    }
}

/// Finished answers on their way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The response's id.
    pub id: String,
    /// The link they were given by.
    pub link: String,
    /// The body, which never changes again.
    pub body: String,
    /// When they were finished, in milliseconds.
    pub saved_at: i64,
    /// The code of the problem that the server refused them with.
    pub refused: Option<String>,
    /// What happened before and could not be told to the server.
    pub untold: Vec<String>,
}

impl Waiting {
    /// As it is stored.
    pub fn write(&self) -> String {
        object(&[
            ("id", quote(&self.id)),
            ("link", quote(&self.link)),
            ("body", quote(&self.body)),
            ("saved_at", self.saved_at.to_string()),
            ("refused", quote_or_null(self.refused.as_deref())),
            ("untold", quotes(&self.untold)),
        ])
    }

    /// Reads what was stored. Nothing but the address and the body must be there: an answer is never lost to a detail.
    pub fn read<J: Json>(json: &J) -> Option<Self> {
        Some(Self {
            id: json.text_of("id")?,
            link: json.text_of("link")?,
            body: json.text_of("body")?,
            saved_at: json.whole_of("saved_at").unwrap_or_default(),
            refused: json.text_of("refused"),
            untold: json.all_of("untold", J::text).unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn parse(text: &str) -> Value {
        serde_json::from_str(text).unwrap()
    }

    fn draft() -> Draft {
        let mut session = Session { id: "0190".to_owned(), begun_at: "2026".to_owned(), ..Session::default() };
        session.set_score("u1", Some(4));
        session.set_score("u2", None);
        session.choose("age", None);
        session.choose("sex", Some("female"));
        session.consent("disability", true);
        session.comment = "Antre \"lama\"\nsekali".to_owned();
        session.spend("u1", 4321);
        session.untold = vec!["begun".to_owned()];
        let survey = "{\"link\":\"a\"}".to_owned();
        Draft {
            link: "k7m2p9qx".to_owned(),
            session,
            step: Step::Item(2),
            saved_at: 1_790_000_000_123,
            survey,
            language: Some("en".to_owned()),
        }
    }

    #[test]
    fn a_draft_comes_back_as_it_was() {
        assert_eq!(Draft::read(&parse(&draft().write())), Some(draft()));
        assert_eq!(Draft::read(&parse("{\"id\": \"x\"}")), None);
        let mut older = parse(&draft().write());
        older.as_object_mut().unwrap().remove("language");
        assert_eq!(Draft::read(&older), Some(Draft { language: None, ..draft() }));
    }

    #[test]
    fn a_score_that_is_none_is_read_as_skipped() {
        let mut json = parse(&draft().write());
        json["answers"] = serde_json::json!({"u1": 5, "u2": 2.5, "u3": "4", "u4": 0, "u5": 1});
        let read = Draft::read(&json).unwrap().session.answers;
        assert_eq!(read.into_iter().map(|(_, score)| score).collect::<Vec<_>>(), [None, None, None, None, Some(1)]);
    }

    #[test]
    fn a_draft_is_offered_for_a_day() {
        let saved = draft().saved_at;
        assert!(draft().is_fresh(saved + DRAFT_LIFE - 1));
        assert!(!draft().is_fresh(saved + DRAFT_LIFE) && !draft().is_fresh(saved - DRAFT_LIFE));
    }

    #[test]
    fn waiting_answers_come_back_as_they_were() {
        let waiting = Waiting {
            id: "0190".to_owned(),
            link: "k7m2p9qx".to_owned(),
            body: "{\"answers\":{\"u1\":4}}".to_owned(),
            saved_at: 7,
            refused: Some("link_closed".to_owned()),
            untold: vec![],
        };
        assert_eq!(Waiting::read(&parse(&waiting.write())), Some(waiting.clone()));
        let bare = "{\"id\": \"0190\", \"link\": \"k7m2p9qx\", \"body\": \"{}\"}";
        assert_eq!(Waiting::read(&parse(bare)).map(|read| read.body), Some("{}".to_owned()));
    }
}
