//! What the generator makes, the city's own rules take unchanged.

use chrono::NaiveDate;
use demo::{Answer, Plan, answers, organisation};
use domain::Code;
use domain::questionnaire::{Questionnaire, shipped};
use domain::response::{Asked, RawAnswer, RawResponse, Response};
use domain::tally::NOT_ASKED;

fn raw(answer: &Answer, questionnaire: &Questionnaire, service: &str) -> RawResponse {
    let items = questionnaire.items.iter().zip(&answer.answers).filter(|(_, score)| **score != NOT_ASKED);
    let profile = questionnaire.profile.iter().zip(&answer.profile).map(|(question, number)| {
        let option = question.option_code(*number).map(str::to_owned);
        assert!(*number == 0 || option.is_some(), "{} has no option {number}", question.code);
        (question.code.clone(), option)
    });
    let consents = questionnaire.profile.iter().filter(|question| question.consent.is_some());
    RawResponse {
        answers: items
            .map(|(item, score)| {
                let answer = if *score == 0 { RawAnswer::Skipped } else { RawAnswer::Score(i64::from(*score)) };
                (item.code.clone(), answer)
            })
            .collect(),
        profile: profile.collect(),
        consents: consents.map(|question| question.code.clone()).collect(),
        service: Some(service.to_owned()),
        comment: answer.comment.map(str::to_owned),
    }
}

#[test]
fn every_answer_passes_the_rules_of_its_questionnaire_unchanged() {
    let (organisation, questionnaires) = (organisation(), shipped().unwrap());
    let plan = Plan { seed: 7, as_of: NaiveDate::from_ymd_opt(2026, 9, 15).unwrap(), responses: 40_000 };
    for answer in answers(&plan, &organisation, &questionnaires) {
        let unit = &organisation.units[answer.unit];
        let service = &unit.services[answer.service];
        let questionnaire = &questionnaires[answer.questionnaire];
        assert_eq!(questionnaire.code.as_str(), unit.questionnaire);
        let services: Vec<Code> = unit.services.iter().map(|service| Code::parse(service.code).unwrap()).collect();
        let items = questionnaire.items_asked(service.mode, true);
        let asked = Asked { questionnaire, items: &items, services: &services, minimum_age: 17 };
        let parsed = raw(&answer, questionnaire, service.code).parse(asked).unwrap();
        let expected = Response {
            answers: answer.answers,
            profile: answer.profile,
            service: Some(Code::parse(service.code).unwrap()),
            comment: answer.comment.map(str::to_owned),
            consented: answer.consented,
            not_kept: Vec::new(),
            otherwise: None,
        };
        assert_eq!(parsed, expected);
    }
}
