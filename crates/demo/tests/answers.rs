//! The answers of the demonstration city are repeatable, legal and plausible.

#![expect(clippy::unwrap_used, reason = "a test fails where it cannot go on")]

use chrono::NaiveDate;
use demo::{Answer, Organisation, Plan, QUARTERS, ZONE, answers, organisation, served};
use domain::period::{day_of, month_of};
use domain::questionnaire::shipped;
use domain::sample::required_sample;
use domain::{Channel, Questionnaire};
use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

const FULL: usize = 250_000;

fn plan(responses: usize) -> Plan {
    Plan { seed: 1, as_of: NaiveDate::from_ymd_opt(2026, 9, 15).unwrap(), responses }
}

fn all(plan: Plan) -> Vec<Answer> {
    answers(&plan, &organisation(), &shipped().unwrap()).collect()
}

/// The city at its full number of answers, made once.
static CITY: LazyLock<Vec<Answer>> = LazyLock::new(|| all(plan(FULL)));

/// n per unit and quarter.
fn counts(plan: Plan, organisation: &Organisation, answers: &[Answer]) -> Vec<[i64; QUARTERS]> {
    let quarters = plan.quarters();
    let mut counts = vec![[0; QUARTERS]; organisation.units.len()];
    for answer in answers {
        let month = month_of(answer.at, ZONE);
        counts[answer.unit][quarters.iter().position(|quarter| quarter.contains(month)).unwrap()] += 1;
    }
    counts
}

/// The IKM on 25 to 100 of some answers, each element from its items under the default grouping.
fn index<'a>(questionnaire: &Questionnaire, answers: impl Iterator<Item = &'a Answer> + Clone) -> f64 {
    let elements = &questionnaire.groupings[0].indices[0].elements;
    let mean = |items: &[String]| {
        let positions: Vec<usize> = items.iter().map(|item| questionnaire.item_position(item).unwrap()).collect();
        let scores = answers.clone().flat_map(|answer| positions.iter().map(|item| answer.answers[*item]));
        let (sum, count) = scores
            .filter(|score| (1..=4).contains(score))
            .fold((0.0, 0.0), |(sum, count), score| (sum + f64::from(score), count + 1.0));
        sum / count
    };
    elements.iter().map(|element| mean(&element.items)).sum::<f64>() / elements.len() as f64 * 25.0
}

#[test]
fn one_seed_gives_one_city_and_another_seed_another() {
    assert_eq!(all(plan(2_000)), all(plan(2_000)));
    let other = Plan { seed: 2, ..plan(2_000) };
    assert_ne!(all(plan(2_000)), all(other));
    assert_ne!(served(&plan(1), &organisation()), served(&other, &organisation()));
}

#[test]
fn the_number_of_answers_is_exactly_the_one_asked_for() {
    for responses in [0, 1, 7, 1_000, 60_001, 300_000] {
        let stream = answers(&plan(responses), &organisation(), &shipped().unwrap());
        assert_eq!(stream.len(), responses);
        assert_eq!(stream.count(), responses);
    }
}

#[test]
fn every_id_is_a_version_7_of_its_own() {
    let answers = all(plan(100_000));
    assert!(answers.iter().all(|answer| answer.id.get_version_num() == 7));
    assert_eq!(answers.iter().map(|answer| answer.id).collect::<HashSet<_>>().len(), answers.len());
}

#[test]
fn every_answer_lies_in_the_five_quarters_and_before_the_date() {
    for (year, month, day) in [(2026, 9, 15), (2026, 1, 2), (2024, 2, 29), (2026, 12, 31), (2026, 7, 1)] {
        let plan = Plan { as_of: NaiveDate::from_ymd_opt(year, month, day).unwrap(), ..plan(20_000) };
        let answers = all(plan);
        assert_eq!(answers.len(), 20_000);
        let first = plan.quarters()[0].first().first_day();
        assert!(answers.iter().all(|answer| (first..plan.as_of).contains(&day_of(answer.at, ZONE))));
    }
}

#[test]
fn most_units_reach_their_sample_and_a_few_have_few_or_none() {
    let (plan, organisation) = (plan(FULL), organisation());
    let counts = counts(plan, &organisation, &CITY);
    let served = served(&plan, &organisation);
    let (mut known, mut reached) = (0, 0);
    for (position, _) in organisation.obliged() {
        for quarter in 0..QUARTERS - 1 {
            let Some(people) = served[position][quarter] else { continue };
            known += 1;
            assert!(counts[position][quarter] <= i64::from(people), "more answers than people at {position}");
            reached += i32::from(counts[position][quarter] >= required_sample(i64::from(people)));
        }
    }
    let having = |test: &dyn Fn(&[i64; QUARTERS]) -> bool| {
        organisation.obliged().filter(|(unit, _)| test(&counts[*unit])).count()
    };
    assert!(reached * 100 >= known * 85, "{reached} of {known}");
    assert_eq!(having(&|counts| counts.iter().sum::<i64>() == 0), 2, "units without any answer");
    assert_eq!(having(&|counts| counts[QUARTERS - 1] == 0), 4, "units without answers in the running quarter");
    assert_eq!(having(&|counts| (1..30).contains(&counts[3])), 8, "units with few answers");
    assert_eq!(having(&|counts| (1..10).contains(&counts[3])), 3, "units with fewer than ten");
    let unknown = organisation.obliged().filter(|(unit, _)| served[*unit][0].is_none()).count();
    assert_eq!(unknown, 12, "units that do not know how many people they serve");
}

#[test]
fn indices_spread_as_in_a_real_city() {
    let (organisation, questionnaires) = (organisation(), shipped().unwrap());
    let running = plan(FULL).quarters()[QUARTERS - 1].instants(ZONE);
    let mut by_unit = vec![Vec::new(); organisation.units.len()];
    for answer in CITY.iter().filter(|answer| running.contains(&answer.at)) {
        by_unit[answer.unit].push(answer);
    }
    let measured = by_unit.iter().filter(|own| own.len() >= 30);
    let mut indices: Vec<f64> =
        measured.map(|own| index(&questionnaires[own[0].questionnaire], own.iter().copied())).collect();
    indices.sort_by(f64::total_cmp);
    let share = |from: f64, to: f64| indices.iter().filter(|index| (from..to).contains(*index)).count();
    let figures = [share(0.0, 65.0), share(65.0, 76.61), share(76.61, 88.31), share(88.31, 101.0), share(90.0, 101.0)];
    assert!((1..=2).contains(&figures[0]), "{figures:?}");
    assert!((6..=30).contains(&figures[1]), "{figures:?}");
    assert!(figures[2] * 2 > indices.len(), "{figures:?}");
    assert!((4..=25).contains(&figures[4]), "{figures:?}");
}

#[test]
fn time_and_complaints_rate_low_and_conduct_high() {
    let answers = all(plan(60_000));
    let questionnaire = &shipped().unwrap()[0];
    let mean = |item: &str| {
        let position = questionnaire.item_position(item).unwrap();
        let scores = answers.iter().filter(|answer| answer.questionnaire == 0).map(|answer| answer.answers[position]);
        let scores: Vec<f64> = scores.filter(|score| *score > 0).map(f64::from).collect();
        scores.iter().sum::<f64>() / scores.len() as f64
    };
    let means = ["u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "u9"].map(mean);
    let city = means.iter().sum::<f64>() / 9.0;
    assert!(means[2] < city && means[7] < city && means[8] < city, "{means:?}");
    assert!(means[3] > city && means[6] > city, "{means:?}");
}

#[test]
fn channels_comments_and_gaps_have_their_shares() {
    let answers = all(plan(60_000));
    let share =
        |test: &dyn Fn(&Answer) -> bool| answers.iter().filter(|answer| test(answer)).count() * 1000 / answers.len();
    let by_channel = Channel::ALL.map(|channel| share(&|answer| answer.channel == channel));
    assert!(by_channel[0] > 550 && by_channel.iter().all(|share| *share > 5), "{by_channel:?}");
    assert!((45..75).contains(&share(&|answer| answer.comment.is_some())));
    assert!((30..50).contains(&share(&|answer| answer.profile[1] == 0)));
    let skipped = answers.iter().flat_map(|answer| &answer.answers).filter(|answer| **answer == 0).count();
    let asked = answers.iter().flat_map(|answer| &answer.answers).filter(|answer| **answer <= 4).count();
    assert!((15..25).contains(&(skipped * 1000 / asked)));
    let comments: BTreeSet<_> = answers.iter().filter_map(|answer| answer.comment).collect();
    assert!(comments.len() > 120, "{}", comments.len());
}
