//! The stream of answers.

use crate::Organisation;
use crate::answer::Answer;
use crate::comments;
use crate::dice::{Dice, running_totals};
use crate::person::People;
use crate::plan::{Plan, QUARTERS};
use crate::portrait::portraits;
use crate::schedule::{Batch, batches, totals};
use crate::score::Scores;
use crate::surveyed::{Surveyed, SurveyedService, surveyed};
use chrono::{DateTime, Duration, Utc};
use domain::tally::{NOT_ASKED, SKIPPED};
use domain::{Channel, Questionnaire};
use std::collections::VecDeque;

const PURPOSE: u64 = 3;
/// The city's default; below it nothing sensitive is kept.
const MINIMUM_AGE: u8 = 17;
/// How busy the hours from 8 to 17 are.
const WORKING_HOURS: [u32; 9] = [16, 22, 22, 15, 4, 13, 13, 8, 2];
/// And those from 6 to 22 when a person answers at home.
const HOME_HOURS: [u32; 17] = [2, 2, 0, 1, 1, 1, 3, 1, 1, 1, 1, 3, 5, 8, 8, 6, 3];

/// All answers of a plan, in the order of [`crate::answers`].
pub struct Answers {
    plan: Plan,
    dice: Dice,
    scores: Scores,
    people: Vec<People>,
    surveyed: Vec<Surveyed>,
    totals: [Vec<u64>; QUARTERS],
    working_hours: Vec<u32>,
    home_hours: Vec<u32>,
    next_quarter: usize,
    batches: VecDeque<Batch>,
    remaining: usize,
}

/// The answers of a plan, streamed month by month and within a month unit by unit; the same for the same plan.
///
/// The number is exactly that of the plan, unless no unit uses one of the questionnaires given. All fee items are asked
/// (`u4_layanan_gratis` at its default). Comments and profiles of minors follow the city's default minimum age.
pub fn answers(plan: &Plan, organisation: &Organisation, questionnaires: &[Questionnaire]) -> Answers {
    let surveyed = surveyed(plan.seed, organisation, questionnaires, portraits(plan, organisation));
    let totals = totals(plan, &surveyed);
    let remaining = totals.iter().flatten().sum::<u64>();
    Answers {
        plan: *plan,
        dice: Dice::new(plan.seed, PURPOSE),
        scores: Scores::new(),
        people: questionnaires.iter().map(|questionnaire| People::new(questionnaire, MINIMUM_AGE)).collect(),
        surveyed,
        totals,
        working_hours: running_totals(WORKING_HOURS),
        home_hours: running_totals(HOME_HOURS),
        next_quarter: 0,
        batches: VecDeque::new(),
        remaining: usize::try_from(remaining).unwrap_or(usize::MAX),
    }
}

impl Iterator for Answers {
    type Item = Answer;

    fn next(&mut self) -> Option<Answer> {
        let batch = self.next_batch()?;
        self.remaining = self.remaining.saturating_sub(1);
        self.draw(batch)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.remaining, Some(self.remaining))
    }
}

impl ExactSizeIterator for Answers {}

impl Answers {
    fn next_batch(&mut self) -> Option<Batch> {
        while self.batches.is_empty() {
            let totals = self.totals.get(self.next_quarter)?;
            self.batches = batches(&self.plan, self.next_quarter, &self.surveyed, totals, &mut self.dice);
            self.next_quarter += 1;
        }
        let batch = self.batches.front_mut()?;
        let current = *batch;
        batch.count -= 1;
        if batch.count == 0 {
            self.batches.pop_front();
        }
        Some(current)
    }

    fn draw(&mut self, batch: Batch) -> Option<Answer> {
        let unit = self.surveyed.get(batch.surveyed)?;
        let dice = &mut self.dice;
        let service = dice.weighted(&unit.service_chances);
        let asked = unit.services.get(service)?;
        let channel = channel(asked, batch.is_weekend && !unit.is_health, dice);
        let hours = Hours { working: &self.working_hours, home: &self.home_hours };
        let at = hours.moment(batch, channel, dice);
        let answers = scores(&self.scores, asked, unit.portrait.level[batch.quarter], dice);
        let person = self.people.get(unit.questionnaire)?.draw(unit.is_health, dice);
        let comment = if person.is_minor { None } else { comments::of(unit.family, &answers, dice) };
        Some(Answer {
            id: id(at, dice),
            unit: unit.unit,
            service,
            questionnaire: unit.questionnaire,
            at,
            channel,
            answers,
            profile: person.profile,
            consented: person.consented,
            comment,
        })
    }
}

fn channel(service: &SurveyedService, is_closed: bool, dice: &mut Dice) -> Channel {
    let drawn = Channel::ALL.get(dice.weighted(&service.channel_chances)).copied().unwrap_or(Channel::SelfFilled);
    // On a day without staff there is nobody to help, and the tablet is locked up.
    if is_closed && drawn != Channel::Integration { Channel::SelfFilled } else { drawn }
}

/// One respondent's scores: a mood of their own over everything, sometimes the same score throughout.
fn scores(scores: &Scores, service: &SurveyedService, level: i32, dice: &mut Dice) -> Vec<u8> {
    let mood = dice.bell() / 4;
    let uniform = dice.percent(6).then_some(if mood + level > 0 { 4 } else { 3 });
    let draw = |item: &Option<i32>| match (item, uniform) {
        (None, _) => NOT_ASKED,
        (Some(_), Some(score)) => score,
        (Some(tendency), None) => scores.draw(level + mood + tendency, dice),
    };
    let mut answers: Vec<u8> = service.items.iter().map(draw).collect();
    if !answers.iter().any(|answer| (1..=4).contains(answer))
        && let Some(first) = answers.iter_mut().find(|answer| **answer == SKIPPED)
    {
        // A response without any answer would be refused.
        *first = 3;
    }
    answers
}

struct Hours<'a> {
    working: &'a [u32],
    home: &'a [u32],
}

impl Hours<'_> {
    fn moment(&self, batch: Batch, channel: Channel, dice: &mut Dice) -> DateTime<Utc> {
        let is_at_home = channel == Channel::SelfFilled && (batch.is_weekend || dice.percent(7));
        let (first, chances) = if is_at_home { (6, self.home) } else { (8, self.working) };
        let hour = first + i64::try_from(dice.weighted(chances)).unwrap_or(0);
        batch.midnight + Duration::milliseconds(hour * 3_600_000 + i64::from(dice.below(3_600_000)))
    }
}

fn id(at: DateTime<Utc>, dice: &mut Dice) -> uuid::Uuid {
    let milliseconds = u64::try_from(at.timestamp_millis()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(milliseconds, &dice.bytes()).into_uuid()
}
