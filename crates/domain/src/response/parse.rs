//! From what was received to a [`Response`], or every mistake at once.

use super::{FieldCode, FieldError, Response, Sensitive};
use crate::questionnaire::ProfileQuestion;
use crate::tally::{NOT_ASKED, SKIPPED};
use crate::{Code, Questionnaire};

/// The longest comment, in characters.
pub const COMMENT_LIMIT: usize = 2000;

/// One answer as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RawAnswer {
    /// Null: skipped.
    Skipped,
    /// A whole number.
    Score(i64),
    /// Anything else, as text for the error.
    Other(String),
}

/// A response as it came, before any rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawResponse {
    /// Item code and answer, duplicates included.
    pub answers: Vec<(String, RawAnswer)>,
    /// Profile question and option code; `None` is "Tidak menjawab". Duplicates included.
    pub profile: Vec<(String, Option<String>)>,
    /// Profile questions whose consent text the respondent agreed to.
    pub consents: Vec<String>,
    /// The service it is about.
    pub service: Option<String>,
    /// The free text.
    pub comment: Option<String>,
}

/// What is asked at the place a response comes from.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The questionnaire version it answers.
    pub questionnaire: &'a Questionnaire,
    /// Per item, whether it is asked there ([`Questionnaire::items_asked`]).
    pub items: &'a [bool],
    /// The services it may be about.
    pub services: &'a [Code],
    /// Below this age nothing sensitive is kept.
    pub minimum_age: u8,
}

impl RawResponse {
    /// Applies the rules of the questionnaire.
    ///
    /// An item of the version that is not asked here is taken when it is answered, so that an answer which waited on a
    /// device survives a change of settings.
    ///
    /// # Errors
    /// Every mistake, each with its JSON pointer.
    pub fn parse(self, asked: Asked<'_>) -> Result<Response, Vec<FieldError>> {
        let mut errors = Vec::new();
        let answers = parse_answers(self.answers, asked, &mut errors);
        check_consents(&self.consents, asked.questionnaire, &mut errors);
        let profile = parse_profile(self.profile, &self.consents, asked.questionnaire, &mut errors);
        let service = parse_service(self.service, asked.services, &mut errors);
        let comment = parse_comment(self.comment, asked.questionnaire, &mut errors);
        if !errors.is_empty() {
            return Err(errors);
        }
        let received = Sensitive { profile, comment };
        let (kept, otherwise, not_kept) = match Age::of(&received.profile, asked) {
            Age::Grown => (received, None, Vec::new()),
            Age::Young { minor } => {
                let (without, not_kept) = without_sensitive(&received, asked.questionnaire);
                let differs = !not_kept.is_empty();
                let (kept, other) = if minor { (without, received) } else { (received, without) };
                (kept, differs.then_some(other), if minor { not_kept } else { Vec::new() })
            }
        };
        let Sensitive { profile, comment } = kept;
        let consented = profile
            .iter()
            .zip(&asked.questionnaire.profile)
            .any(|(value, question)| *value != 0 && question.consent.is_some());
        Ok(Response { answers, profile, service, comment, consented, not_kept, otherwise })
    }
}

/// What follows from the age that a respondent chose.
enum Age {
    /// No minimum age makes a minor of the respondent, or none was chosen.
    Grown,
    /// The city's minimum age decides.
    Young { minor: bool },
}

impl Age {
    fn of(profile: &[u8], asked: Asked<'_>) -> Self {
        let chosen = asked.questionnaire.profile.iter().zip(profile).filter_map(|(question, value)| {
            question.options.get(usize::from(*value).checked_sub(1)?).filter(|option| option.below_age.is_some())
        });
        let mut minors = chosen.map(|option| option.is_minor(asked.minimum_age));
        minors.next().map_or(Self::Grown, |first| Self::Young { minor: minors.fold(first, |one, other| one || other) })
    }
}

/// A response without what adults alone are asked, and the JSON pointers of what that is.
fn without_sensitive(received: &Sensitive, questionnaire: &Questionnaire) -> (Sensitive, Vec<String>) {
    let (mut profile, mut dropped) = (received.profile.clone(), Vec::new());
    for (value, question) in profile.iter_mut().zip(&questionnaire.profile) {
        if question.adults_only && *value != 0 {
            *value = 0;
            dropped.push(format!("/profile/{}", question.code));
        }
    }
    if received.comment.is_some() {
        dropped.push("/comment".to_owned());
    }
    (Sensitive { profile, comment: None }, dropped)
}

fn parse_answers(raw: Vec<(String, RawAnswer)>, asked: Asked<'_>, errors: &mut Vec<FieldError>) -> Vec<u8> {
    let questionnaire = asked.questionnaire;
    let mut answers: Vec<u8> = asked.items.iter().map(|asked| if *asked { SKIPPED } else { NOT_ASKED }).collect();
    answers.resize(questionnaire.items.len(), NOT_ASKED);
    let mut seen = vec![false; answers.len()];
    for (code, answer) in raw {
        let pointer = format!("/answers/{}", escape(&code));
        let Some(position) = questionnaire.item_position(&code) else {
            let known: Vec<&str> = questionnaire.items.iter().map(|item| item.code.as_str()).collect();
            errors.push(FieldError::new(pointer, FieldCode::UnknownItem, &code, known.join(", ")));
            continue;
        };
        if std::mem::replace(&mut seen[position], true) {
            errors.push(FieldError::new(pointer, FieldCode::DuplicateAnswer, &code, "each item once"));
            continue;
        }
        match answer {
            RawAnswer::Skipped => {}
            RawAnswer::Score(score @ 1..=4) => answers[position] = u8::try_from(score).unwrap_or(SKIPPED),
            RawAnswer::Score(score) => errors.push(score_error(pointer, &score.to_string())),
            RawAnswer::Other(text) => errors.push(score_error(pointer, &text)),
        }
    }
    if errors.is_empty() && !answers.iter().any(|answer| (1..=4).contains(answer)) {
        let accepted = "at least one item with a score from 1 to 4";
        errors.push(FieldError::new("/answers".to_owned(), FieldCode::NoAnswer, "no score", accepted));
    }
    answers
}

fn score_error(pointer: String, received: &str) -> FieldError {
    FieldError::new(pointer, FieldCode::ScoreOutOfRange, received, "1, 2, 3, 4, or null for a skipped item")
}

/// Consent is given to questions of the profile; to one that needs none it says nothing.
fn check_consents(consents: &[String], questionnaire: &Questionnaire, errors: &mut Vec<FieldError>) {
    let is_known = |consent: &str| questionnaire.profile.iter().any(|question| question.code == consent);
    for (at, consent) in consents.iter().enumerate().filter(|(_, consent)| !is_known(consent)) {
        let needing = questionnaire.profile.iter().filter(|question| question.consent.is_some());
        let accepted: Vec<&str> = needing.map(|question| question.code.as_str()).collect();
        let accepted = if accepted.is_empty() { "an empty list".to_owned() } else { accepted.join(", ") };
        errors.push(FieldError::new(format!("/consents/{at}"), FieldCode::UnknownConsent, consent, accepted));
    }
}

fn parse_profile(
    raw: Vec<(String, Option<String>)>,
    consents: &[String],
    questionnaire: &Questionnaire,
    errors: &mut Vec<FieldError>,
) -> Vec<u8> {
    let questions = &questionnaire.profile;
    let mut profile = vec![0_u8; questions.len()];
    let mut seen = vec![false; questions.len()];
    for (code, option) in raw {
        let pointer = format!("/profile/{}", escape(&code));
        let Some(position) = questions.iter().position(|question| question.code == code) else {
            let known: Vec<&str> = questions.iter().map(|question| question.code.as_str()).collect();
            errors.push(FieldError::new(pointer, FieldCode::UnknownProfileQuestion, &code, known.join(", ")));
            continue;
        };
        if std::mem::replace(&mut seen[position], true) {
            errors.push(FieldError::new(pointer, FieldCode::DuplicateAnswer, &code, "each question once"));
            continue;
        }
        let Some(option) = option else { continue };
        let question = &questions[position];
        match question.option_number(&option) {
            Some(_) if question.consent.is_some() && !consents.contains(&code) => {
                let accepted = format!("{code:?} in consents, or null here");
                errors.push(FieldError::new(pointer, FieldCode::ConsentMissing, &option, accepted));
            }
            Some(number) => profile[position] = number,
            None => {
                let known: Vec<&str> = question.options.iter().map(|option| option.code.as_str()).collect();
                let accepted = format!("{}, or null", known.join(", "));
                errors.push(FieldError::new(pointer, FieldCode::UnknownProfileOption, &option, accepted));
            }
        }
    }
    for (position, question) in questions.iter().enumerate() {
        if profile[position] != 0 && !condition_holds(question, questions, &profile) {
            let pointer = format!("/profile/{}", question.code);
            let accepted = question
                .only_after
                .as_ref()
                .map_or(String::new(), |(code, option)| format!("only with {code} = {option}"));
            let received = question.option_code(profile[position]).unwrap_or_default();
            errors.push(FieldError::new(pointer, FieldCode::ProfileQuestionNotAsked, received, accepted));
        }
    }
    profile
}

fn condition_holds(question: &ProfileQuestion, questions: &[ProfileQuestion], profile: &[u8]) -> bool {
    let Some((code, option)) = &question.only_after else { return true };
    questions.iter().zip(profile).any(|(other, value)| other.code == *code && other.option_code(*value) == Some(option))
}

fn parse_service(raw: Option<String>, services: &[Code], errors: &mut Vec<FieldError>) -> Option<Code> {
    let received = raw?;
    let found = services.iter().find(|service| service.as_str() == received);
    if found.is_none() {
        let known: Vec<&str> = services.iter().map(Code::as_str).take(40).collect();
        errors.push(FieldError::new("/service".to_owned(), FieldCode::ForeignService, &received, known.join(", ")));
    }
    found.cloned()
}

fn parse_comment(raw: Option<String>, questionnaire: &Questionnaire, errors: &mut Vec<FieldError>) -> Option<String> {
    // Characters no person types and no database takes; line breaks stay.
    let text: String = raw?.replace("\r\n", "\n").chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let length = text.chars().count();
    let pointer = "/comment".to_owned();
    if questionnaire.comment.is_none() {
        errors.push(FieldError::new(
            pointer,
            FieldCode::CommentNotAsked,
            &format!("{length} characters"),
            "no comment",
        ));
        return None;
    }
    if length > COMMENT_LIMIT {
        let accepted = format!("at most {COMMENT_LIMIT} characters");
        errors.push(FieldError::new(pointer, FieldCode::CommentTooLong, &format!("{length} characters"), accepted));
        return None;
    }
    Some(text.to_owned())
}

/// A key inside a JSON pointer (RFC 6901), shortened.
fn escape(key: &str) -> String {
    key.chars().take(40).collect::<String>().replace('~', "~0").replace('/', "~1")
}
