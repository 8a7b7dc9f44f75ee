//! How far people come in a survey, and how long it takes them.

use super::summary::percent;
use super::{Label, SliceCount};
use crate::usage::{Counter, Counts, DeviceClass, SurveyLanguage, median_of_buckets};
use crate::{Decimal, Localized, Period, Questionnaire};
use serde::{Deserialize, Serialize};

/// What happened on survey pages; every number counts pages, not people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Completion {
    /// The period in its own form.
    #[cfg_attr(feature = "schema", schema(example = "2026-TW3"))]
    pub period: String,
    /// The first month.
    #[cfg_attr(feature = "schema", schema(example = "2026-07"))]
    pub from: String,
    /// The last month, included.
    #[cfg_attr(feature = "schema", schema(example = "2026-09"))]
    pub to: String,
    /// Pages opened.
    #[cfg_attr(feature = "schema", schema(example = 240))]
    pub opened: i64,
    /// Pages on which a first answer was given.
    #[cfg_attr(feature = "schema", schema(example = 200))]
    pub begun: i64,
    /// Pages from which the answers were sent.
    #[cfg_attr(feature = "schema", schema(example = 175))]
    pub finished: i64,
    /// Begun of opened, in percent and at most 100, as a counter may have lost an event; null when none was opened.
    #[cfg_attr(feature = "schema", schema(required, example = "83.33"))]
    pub begun_percent: Option<String>,
    /// Finished of begun, likewise.
    #[cfg_attr(feature = "schema", schema(required, example = "87.50"))]
    pub finished_percent: Option<String>,
    /// The completion rate: finished of opened, likewise.
    #[cfg_attr(feature = "schema", schema(required, example = "72.92"))]
    pub completion_percent: Option<String>,
    /// Where people left, one entry a step.
    pub left: Vec<LeftAt>,
    /// Answers by kind of device, of those that told it.
    pub devices: Vec<SliceCount>,
    /// Answers by language, of those that told it.
    pub languages: Vec<SliceCount>,
    /// Answers that told how long they took.
    #[cfg_attr(feature = "schema", schema(example = 160))]
    pub timed: i64,
    /// The median of their durations in seconds, from buckets of 5 seconds (minutes from 300 on); null without any.
    #[cfg_attr(feature = "schema", schema(required, example = 52))]
    pub median_seconds: Option<i64>,
    /// How long each question was on the screen, in the order of the questionnaire.
    pub items: Vec<ItemTime>,
}

/// A step at which people left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct LeftAt {
    /// 1 for the first question; after the last question come the questions about the person and the comment.
    #[cfg_attr(feature = "schema", schema(example = 4))]
    pub step: i16,
    /// The item asked there; null after the last question, and where links of several questionnaires ask different ones.
    #[cfg_attr(feature = "schema", schema(required, example = "u4"))]
    pub item: Option<String>,
    /// Its short label.
    #[cfg_attr(feature = "schema", schema(required))]
    pub label: Option<Label>,
    /// How often the page was left there.
    #[cfg_attr(feature = "schema", schema(example = 9))]
    pub n: i64,
    /// Of all that left, in percent.
    #[cfg_attr(feature = "schema", schema(example = "36.00"))]
    pub percent: String,
}

/// How long a question was on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ItemTime {
    /// The item.
    #[cfg_attr(feature = "schema", schema(example = "u3"))]
    pub item: String,
    /// Its short label.
    pub label: Label,
    /// Answers that told it.
    #[cfg_attr(feature = "schema", schema(example = 160))]
    pub n: i64,
    /// The mean in seconds, one decimal.
    #[cfg_attr(feature = "schema", schema(example = "4.2"))]
    pub mean_seconds: String,
}

/// The counters of all links that ask one questionnaire version.
#[derive(Clone, Debug)]
pub struct CompletionInput<'a> {
    /// The version.
    pub questionnaire: &'a Questionnaire,
    /// The items asked at the first, second, … step, as long as all of the links ask the same.
    pub steps: Vec<&'a str>,
    /// The counters.
    pub counts: Counts,
}

/// Completion over a period.
pub fn completion(period: Period, inputs: &[CompletionInput<'_>]) -> Completion {
    let mut all = Counts::new();
    for (key, count) in inputs.iter().flat_map(|input| &input.counts) {
        *all.entry(*key).or_insert(0) += count;
    }
    let [opened, begun, finished] = [Counter::Opened, Counter::Begun, Counter::Finished].map(|what| what.of(&all));
    let rate = |part: i64, whole: i64| (whole > 0).then(|| percent(part.min(whole), whole));
    let median = median_of_buckets(&all);
    Completion {
        period: period.to_string(),
        from: period.first().to_string(),
        to: period.last().to_string(),
        opened,
        begun,
        finished,
        begun_percent: rate(begun, opened),
        finished_percent: rate(finished, begun),
        completion_percent: rate(finished, opened),
        left: left(&all, inputs),
        devices: shares(DeviceClass::ALL.iter().map(|d| (d.code(), d.label(), Counter::Device(*d).of(&all)))),
        languages: shares(SurveyLanguage::ALL.iter().map(|l| (l.code(), l.label(), Counter::Language(*l).of(&all)))),
        timed: median.map_or(0, |(n, _)| n),
        median_seconds: median.map(|(_, seconds)| seconds),
        items: items(inputs),
    }
}

fn shares(groups: impl Iterator<Item = (&'static str, Localized, i64)>) -> Vec<SliceCount> {
    let groups: Vec<_> = groups.filter(|(_, _, n)| *n > 0).collect();
    let all = groups.iter().map(|(_, _, n)| n).sum();
    let share = |(code, label, n): (&str, Localized, i64)| SliceCount {
        code: code.to_owned(),
        label: Label::from(&label),
        n,
        percent: percent(n, all),
    };
    groups.into_iter().map(share).collect()
}

fn left(all: &Counts, inputs: &[CompletionInput<'_>]) -> Vec<LeftAt> {
    let kind = Counter::Left(0).key().0;
    let steps = || all.range((kind, 0)..=(kind, i16::MAX)).map(|(&(_, step), &n)| (step, n)).filter(|(_, n)| *n > 0);
    let whole = steps().map(|(_, n)| n).sum();
    let at = |(step, n): (i16, i64)| {
        let item = item_at(step, inputs);
        LeftAt {
            step,
            item: item.map(|(code, _)| code.to_owned()),
            label: item.map(|(_, short)| Label::from(short)),
            n,
            percent: percent(n, whole),
        }
    };
    steps().map(at).collect()
}

/// The item that every link asks at a step, and its short label.
fn item_at<'a>(step: i16, inputs: &[CompletionInput<'a>]) -> Option<(&'a str, &'a Localized)> {
    let place = usize::try_from(step).ok()?.checked_sub(1)?;
    let (first, others) = inputs.split_first()?;
    let code = *first.steps.get(place)?;
    let item = first.questionnaire.items.get(first.questionnaire.item_position(code)?)?;
    others.iter().all(|other| other.steps.get(place) == Some(&code)).then_some((code, &item.short))
}

/// The same item of several versions or questionnaires is one.
fn items(inputs: &[CompletionInput<'_>]) -> Vec<ItemTime> {
    let mut times: Vec<(&str, &Localized, i64, i64)> = Vec::new();
    for input in inputs {
        for (item, place) in input.questionnaire.items.iter().zip(1..=u8::MAX) {
            let [seconds, n] =
                [Counter::ItemSeconds(place), Counter::ItemAnswers(place)].map(|what| what.of(&input.counts));
            match times.iter_mut().find(|(code, ..)| *code == item.code) {
                Some((_, _, known_seconds, known_n)) => {
                    (*known_seconds, *known_n) = (*known_seconds + seconds, *known_n + n)
                }
                None => times.push((&item.code, &item.short, seconds, n)),
            }
        }
    }
    let time = |(code, short, seconds, n): (&str, &Localized, i64, i64)| ItemTime {
        item: code.to_owned(),
        label: Label::from(short),
        n,
        mean_seconds: Decimal::of_fraction(seconds.max(0).into(), n.into(), 1).to_string(),
    };
    times.into_iter().filter(|(_, _, _, n)| *n > 0).map(time).collect()
}
