//! What one respondent has filled in so far.

use crate::survey::{Question, Survey};

/// One respondent's answers, from the first tap to the last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    /// The response's id, made before anything is sent.
    pub id: String,
    /// When the respondent began (RFC 3339).
    pub begun_at: String,
    /// The chosen service.
    pub service: Option<String>,
    /// Item and score; none for one that was skipped.
    pub answers: Vec<(String, Option<u8>)>,
    /// Question about the person and option; none for "Tidak menjawab".
    pub profile: Vec<(String, Option<String>)>,
    /// Questions whose consent is ticked.
    pub consents: Vec<String>,
    /// The free text.
    pub comment: String,
    /// Item and the milliseconds that its question was on the screen.
    pub spent: Vec<(String, i64)>,
    /// What happened and could not be told to the server yet: `opened`, `begun`.
    pub untold: Vec<String>,
}

fn find<'a, T>(pairs: &'a [(String, T)], key: &str) -> Option<&'a T> {
    pairs.iter().find(|(code, _)| code == key).map(|(_, value)| value)
}

fn put<T>(pairs: &mut Vec<(String, T)>, key: &str, value: T) {
    match pairs.iter_mut().find(|(code, _)| code == key) {
        Some(pair) => pair.1 = value,
        None => pairs.push((key.to_owned(), value)),
    }
}

impl Session {
    /// The score of an item; none where there is none, or not yet.
    pub fn score(&self, item: &str) -> Option<u8> {
        find(&self.answers, item).copied().flatten()
    }

    /// True once an item was answered or skipped.
    pub fn has_seen(&self, item: &str) -> bool {
        find(&self.answers, item).is_some()
    }

    /// Answers an item, or skips it.
    pub fn set_score(&mut self, item: &str, score: Option<u8>) {
        put(&mut self.answers, item, score);
    }

    /// What is chosen for a question about the person: nothing yet, "Tidak menjawab", or an option.
    pub fn chosen(&self, question: &str) -> Option<Option<&str>> {
        find(&self.profile, question).map(Option::as_deref)
    }

    /// Answers a question about the person, or declines to.
    pub fn choose(&mut self, question: &str, option: Option<&str>) {
        put(&mut self.profile, question, option.map(str::to_owned));
    }

    /// Ticks or unticks the consent of a question.
    pub fn consent(&mut self, question: &str, given: bool) {
        self.consents.retain(|code| code != question);
        if given {
            self.consents.push(question.to_owned());
        }
    }

    /// True when the consent of a question is ticked.
    pub fn has_consented(&self, question: &str) -> bool {
        self.consents.iter().any(|code| code == question)
    }

    /// Adds time that a question was on the screen.
    pub fn spend(&mut self, item: &str, milliseconds: i64) {
        let before = find(&self.spent, item).copied().unwrap_or_default();
        put(&mut self.spent, item, before + milliseconds.max(0));
    }

    /// True when anything was filled in that is worth keeping.
    pub fn is_begun(&self) -> bool {
        !self.answers.is_empty() || !self.profile.is_empty() || !self.comment.is_empty()
    }

    /// True when one item that is asked of this service has a score.
    pub fn has_score(&self, survey: &Survey) -> bool {
        survey.asked(self.service.as_deref()).iter().any(|(item, _)| self.score(&item.code).is_some())
    }

    /// True when the chosen age hides what minors are not asked.
    pub fn is_minor(&self, survey: &Survey) -> bool {
        survey.profile.iter().any(|question| {
            let chosen = self.chosen(&question.code).flatten();
            question.options.iter().any(|option| option.minor && chosen == Some(option.code.as_str()))
        })
    }

    /// Whether a question about the person is asked after what was answered before.
    pub fn is_asked(&self, survey: &Survey, question: &Question) -> bool {
        let reached = question.only_after.as_ref().is_none_or(|(before, option)| {
            let asked = survey.profile.iter().any(|other| other.code == *before && self.is_asked(survey, other));
            asked && self.chosen(before).flatten() == Some(option.as_str())
        });
        reached && !(question.adults_only && self.is_minor(survey))
    }

    /// Whether the free text is asked.
    pub fn asks_comment(&self, survey: &Survey) -> bool {
        survey.comment.is_some() && !self.is_minor(survey)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::tests::survey;

    #[test]
    fn an_answer_is_changed_in_place_and_a_skipped_one_is_known() {
        let mut session = Session::default();
        assert!(!session.is_begun() && !session.has_seen("u1"));
        session.set_score("u1", Some(3));
        session.set_score("u2", None);
        session.set_score("u1", Some(4));
        assert_eq!((session.score("u1"), session.score("u2"), session.answers.len()), (Some(4), None, 2));
        assert!(session.has_seen("u2") && session.is_begun() && session.has_score(&survey()));
        session.set_score("u1", None);
        assert!(!session.has_score(&survey()));
    }

    #[test]
    fn the_age_decides_what_is_asked_after_it() {
        let survey = survey();
        let asked =
            |session: &Session| -> Vec<bool> { survey.profile.iter().map(|q| session.is_asked(&survey, q)).collect() };
        let mut session = Session::default();
        assert_eq!(asked(&session), [true, true, false]);
        session.choose("disability", Some("yes"));
        assert_eq!(asked(&session), [true, true, true]);
        session.choose("age", Some("under-17"));
        assert_eq!((asked(&session), session.asks_comment(&survey)), (vec![true, false, false], false));
        session.choose("age", Some("17-25"));
        assert_eq!((asked(&session), session.asks_comment(&survey)), (vec![true, true, true], true));
        session.choose("disability", None);
        assert_eq!(asked(&session), [true, true, false]);
    }

    #[test]
    fn consent_is_given_and_taken_back() {
        let mut session = Session::default();
        session.consent("disability", true);
        session.consent("disability", true);
        assert_eq!(session.consents, ["disability"]);
        session.consent("disability", false);
        assert!(!session.has_consented("disability"));
    }

    #[test]
    fn time_on_a_question_adds_up_and_never_runs_backwards() {
        let mut session = Session::default();
        session.spend("u1", 1200);
        session.spend("u1", -5000);
        session.spend("u1", 300);
        assert_eq!(session.spent, [("u1".to_owned(), 1500)]);
    }
}
