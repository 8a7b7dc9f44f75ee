//! From what was received to a response: every mistake named, nothing guessed.

use domain::questionnaire::{ServiceMode, shipped};
use domain::response::{Asked, FieldCode, RawAnswer, RawResponse};
use domain::settings::FreeServiceFee;
use domain::tally::{NOT_ASKED, SKIPPED};
use domain::{Code, Questionnaire, Response};

fn questionnaire(code: &str) -> Questionnaire {
    shipped().unwrap().into_iter().find(|questionnaire| questionnaire.code.as_str() == code).unwrap()
}

fn raw(answers: &[(&str, i64)]) -> RawResponse {
    let answers = answers.iter().map(|(code, score)| ((*code).to_owned(), RawAnswer::Score(*score))).collect();
    RawResponse { answers, ..RawResponse::default() }
}

fn parse_for(
    questionnaire: &Questionnaire,
    mode: ServiceMode,
    raw: RawResponse,
) -> Result<Response, Vec<(String, FieldCode)>> {
    let items = questionnaire.items_asked(mode, true);
    let services = [Code::parse("umum").unwrap(), Code::parse("ktp").unwrap()];
    let parsed = raw.parse(Asked { questionnaire, items: &items, services: &services, minimum_age: 17 });
    parsed.map_err(|errors| errors.into_iter().map(|error| (error.pointer, error.code)).collect())
}

fn parse(raw: RawResponse) -> Result<Response, Vec<(String, FieldCode)>> {
    parse_for(&questionnaire("skm-2017"), ServiceMode::Counter, raw)
}

#[test]
fn answers_are_kept_by_item_and_skipped_is_not_zero() {
    let mut sent = raw(&[("u9", 2), ("u1", 4)]);
    sent.answers.push(("u2".to_owned(), RawAnswer::Skipped));
    let response = parse(sent).unwrap();
    // The printed form asks u9 as question 8 and u8 as question 9.
    assert_eq!(response.answers, [4, SKIPPED, SKIPPED, SKIPPED, SKIPPED, SKIPPED, SKIPPED, 2, SKIPPED]);
    assert_eq!(response.profile, [0; 4]);
}

#[test]
fn every_mistake_is_named_at_once() {
    let mut sent = raw(&[("u1", 5), ("u1", 3), ("x9", 3), ("u2", -1)]);
    sent.answers.push(("u3".to_owned(), RawAnswer::Other("\"3\"".to_owned())));
    sent.profile = vec![
        ("age".to_owned(), Some("18-24".to_owned())),
        ("name".to_owned(), Some("Budi".to_owned())),
        ("sex".to_owned(), Some("male".to_owned())),
        ("sex".to_owned(), None),
    ];
    sent.consents.push("umur".to_owned());
    sent.service = Some("sim".to_owned());
    sent.comment = Some("a".repeat(2001));
    let expected = [
        ("/answers/u1", FieldCode::ScoreOutOfRange),
        ("/answers/u1", FieldCode::DuplicateAnswer),
        ("/answers/x9", FieldCode::UnknownItem),
        ("/answers/u2", FieldCode::ScoreOutOfRange),
        ("/answers/u3", FieldCode::ScoreOutOfRange),
        ("/consents/0", FieldCode::UnknownConsent),
        ("/profile/age", FieldCode::UnknownProfileOption),
        ("/profile/name", FieldCode::UnknownProfileQuestion),
        ("/profile/sex", FieldCode::DuplicateAnswer),
        ("/service", FieldCode::ForeignService),
        ("/comment", FieldCode::CommentTooLong),
    ];
    assert_eq!(parse(sent).unwrap_err(), expected.map(|(pointer, code)| (pointer.to_owned(), code)));
}

#[test]
fn a_response_without_any_answer_is_refused() {
    assert_eq!(parse(RawResponse::default()).unwrap_err(), [("/answers".to_owned(), FieldCode::NoAnswer)]);
}

#[test]
fn disability_needs_consent_and_its_type_needs_the_answer_before() {
    let form = questionnaire("terpadu-16");
    let with = |profile: &[(&str, &str)], consents: &[&str]| RawResponse {
        profile: profile.iter().map(|(code, option)| ((*code).to_owned(), Some((*option).to_owned()))).collect(),
        consents: consents.iter().map(|code| (*code).to_owned()).collect(),
        ..raw(&[("t01", 3)])
    };
    let parse = |raw| parse_for(&form, ServiceMode::Counter, raw);
    let refused = parse(with(&[("disability", "yes")], &[])).unwrap_err();
    assert_eq!(refused, [("/profile/disability".to_owned(), FieldCode::ConsentMissing)]);
    let response = parse(with(&[("disability", "yes")], &["disability"])).unwrap();
    assert!(response.consented);
    let consents = ["disability", "disability_type"];
    let refused = parse(with(&[("disability", "no"), ("disability_type", "fisik")], &consents)).unwrap_err();
    assert_eq!(refused, [("/profile/disability_type".to_owned(), FieldCode::ProfileQuestionNotAsked)]);
}

#[test]
fn nothing_sensitive_of_minors_is_kept() {
    let form = questionnaire("skm-spkp-spak");
    let sent = RawResponse {
        profile: [("age", "under-17"), ("sex", "male"), ("disability", "no")]
            .map(|(code, option)| (code.to_owned(), Some(option.to_owned())))
            .to_vec(),
        consents: vec!["disability".to_owned()],
        comment: Some("Saya kelas 9".to_owned()),
        ..raw(&[("u1", 3)])
    };
    let response = parse_for(&form, ServiceMode::Counter, sent).unwrap();
    assert_eq!(response.not_kept, ["/profile/disability", "/comment"]);
    assert_eq!((response.comment, response.consented), (None, false));
    assert_eq!(response.profile[0], 1);
}

#[test]
fn a_comment_loses_what_no_person_types_and_keeps_its_lines() {
    let sent = RawResponse { comment: Some("  baris 1\r\nbaris\u{0} 2 👍 <b>\t ".to_owned()), ..raw(&[("u1", 3)]) };
    assert_eq!(parse(sent).unwrap().comment.as_deref(), Some("baris 1\nbaris 2 👍 <b>"));
}

#[test]
fn what_a_service_is_asked_follows_from_its_mode_and_the_citys_rule() {
    let form = questionnaire("terpadu-16");
    let asked = |mode| form.items_asked(mode, true).iter().filter(|asked| **asked).count();
    assert_eq!((asked(ServiceMode::Counter), asked(ServiceMode::Online), asked(ServiceMode::Hybrid)), (16, 16, 19));
    let response = parse_for(&form, ServiceMode::Counter, raw(&[("t01", 3)])).unwrap();
    assert_eq!(response.answers.iter().filter(|answer| **answer == NOT_ASKED).count(), 3);
    let skm = questionnaire("skm-2017");
    let count = |free, rule| skm.wordings(ServiceMode::Counter, free, rule).iter().flatten().count();
    assert_eq!(count(true, FreeServiceFee::Ditanyakan), 9);
    assert_eq!(count(true, FreeServiceFee::TidakDitanyakan), 8);
    assert_eq!(count(false, FreeServiceFee::TidakDitanyakan), 9);
}

#[test]
fn the_content_of_a_response_depends_on_what_was_answered_alone() {
    let skm = questionnaire("skm-2017");
    let content = |raw| parse(raw).unwrap().content("k7m2p9qx", &skm);
    let one = content(raw(&[("u1", 3), ("u2", 4)]));
    assert_eq!(one, content(raw(&[("u2", 4), ("u1", 3)])));
    assert_ne!(one, content(raw(&[("u1", 3)])));
    let with_comment = RawResponse { comment: Some("Baik".to_owned()), ..raw(&[("u1", 3), ("u2", 4)]) };
    assert_ne!(one, content(with_comment));
    // A setting that leaves the fee out afterwards changes nothing.
    let without_fee = skm.items_asked(ServiceMode::Counter, false);
    let asked = Asked { questionnaire: &skm, items: &without_fee, services: &[], minimum_age: 17 };
    let later = raw(&[("u1", 3), ("u2", 4)]).parse(asked).unwrap();
    assert_eq!(one, later.content("k7m2p9qx", &skm));
}
