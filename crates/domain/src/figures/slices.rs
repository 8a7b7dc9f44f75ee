//! Who answered, how and when, with the index of each group.

use super::build::FiguresInput;
use super::{Characteristic, IndexSummary, Label, SliceResult, summary};
use crate::index::{IndexPlan, IndexSums};
use crate::questionnaire::{ProfileOption, ProfileQuestion};
use crate::response::TimeSlot;
use crate::tally::{SliceKey, SliceKind};
use crate::{Channel, Counts, IndexKind, Localized};

/// The part of each version that belongs to a group, with its position among the input's versions.
type Parts<'a> = Vec<(usize, &'a Counts)>;

/// A group under construction: its code, label and parts.
struct Group<'a> {
    code: String,
    label: Label,
    parts: Parts<'a>,
}

fn parts<'a>(input: &'a FiguresInput<'_>, key: impl Fn(usize) -> Option<SliceKey>) -> Parts<'a> {
    let versions = input.versions().enumerate();
    versions.filter_map(|(at, version)| Some((at, version.slices.get(key(at)?)?))).collect()
}

fn n_of(parts: &Parts<'_>) -> i64 {
    parts.iter().map(|(_, counts)| counts.n).sum()
}

fn result(input: &FiguresInput<'_>, plans: &Plans, group: Group<'_>, all: i64) -> SliceResult {
    let n = n_of(&group.parts);
    SliceResult {
        code: group.code,
        label: group.label,
        n,
        percent: summary::percent(n, all),
        indices: plans.indices(input, &group.parts),
    }
}

/// Which counters form which index, for every version of the input; worked out once for all groups.
struct Plans(Vec<[Option<IndexPlan>; 3]>);

impl Plans {
    fn of(input: &FiguresInput<'_>) -> Self {
        let plans = input.versions().map(|version| {
            let grouping = version.grouping(input.settings);
            IndexKind::ALL.map(|kind| IndexPlan::new(version.questionnaire, version.layout, grouping?, kind))
        });
        Self(plans.collect())
    }

    fn indices(&self, input: &FiguresInput<'_>, parts: &Parts<'_>) -> Vec<IndexSummary> {
        let index = |(at_kind, kind): (usize, IndexKind)| {
            let mut sums = IndexSums::of_counts_only(kind);
            for (at, counts) in parts {
                if let Some(Some(plan)) = self.0.get(*at).map(|plans| &plans[at_kind]) {
                    plan.add(&mut sums, counts, None);
                }
            }
            Some(summary::index(&sums.figure(input.settings.weight, None)?))
        };
        IndexKind::ALL.into_iter().enumerate().filter_map(index).collect()
    }
}

pub(super) fn channels(input: &FiguresInput<'_>, all: i64) -> Vec<SliceResult> {
    let plans = Plans::of(input);
    let group = |channel: Channel| Group {
        code: channel.code().to_owned(),
        label: Label::from(&channel.label()),
        parts: parts(input, |_| Some(SliceKey { kind: SliceKind::Channel, value: channel.number() })),
    };
    let groups = Channel::ALL.into_iter().map(group);
    groups.filter(|group| n_of(&group.parts) > 0).map(|group| result(input, &plans, group, all)).collect()
}

pub(super) fn time_slots(input: &FiguresInput<'_>, all: i64) -> Vec<SliceResult> {
    let plans = Plans::of(input);
    let group = |slot: TimeSlot| Group {
        code: slot.code().to_owned(),
        label: Label::from(&slot.label()),
        parts: parts(input, |_| Some(SliceKey { kind: SliceKind::TimeSlot, value: slot.number() })),
    };
    let groups = TimeSlot::ALL.into_iter().map(group);
    groups.filter(|group| n_of(&group.parts) > 0).map(|group| result(input, &plans, group, all)).collect()
}

/// Responses of the channels in which staff held the pen.
pub(super) fn assisted(input: &FiguresInput<'_>) -> i64 {
    let assisted = Channel::ALL.into_iter().filter(|channel| channel.is_assisted());
    assisted
        .map(|channel| n_of(&parts(input, |_| Some(SliceKey { kind: SliceKind::Channel, value: channel.number() }))))
        .sum()
}

/// Every question about the person, its options in order and "Tidak menjawab" last. Options of several versions are one
/// when their codes are. Each table stands on those who were asked and adds up to 100 %: whoever was never asked did not
/// leave anything unanswered.
pub(super) fn characteristics(input: &FiguresInput<'_>) -> Vec<Characteristic> {
    let plans = Plans::of(input);
    let mut questions: Vec<(&str, &Localized)> = Vec::new();
    for question in input.versions().flat_map(|version| &version.questionnaire.profile) {
        let shown = input.whole_city || !question.city_only;
        if shown && !questions.iter().any(|(code, _)| *code == question.code) {
            questions.push((&question.code, &question.text));
        }
    }
    let mut shown: Vec<Characteristic> = Vec::new();
    for (code, text) in questions {
        let groups = groups_of(input, code);
        let answered: i64 = groups.iter().map(|group| n_of(&group.parts)).sum();
        let all = (0..input.versions().count()).map(|at| asked(input, at, code)).sum::<i64>().max(answered);
        let mut options: Vec<SliceResult> = groups
            .into_iter()
            .filter(|group| n_of(&group.parts) > 0)
            .map(|group| result(input, &plans, group, all))
            .collect();
        if all > answered {
            let parts = parts(input, |at| {
                let position = position_of(input, at, code)?;
                Some(SliceKey { kind: SliceKind::Profile(position), value: 0 })
            });
            let label = Label { id: "Tidak menjawab".to_owned(), en: "No answer".to_owned() };
            let declined = Group { code: "declined".to_owned(), label, parts };
            let mut declined = result(input, &plans, declined, all);
            // The same number is kept for who declined and who was not asked: what both said is nobody's index.
            if declined.n != all - answered {
                declined.indices.clear();
            }
            declined.n = all - answered;
            declined.percent = summary::percent(declined.n, all);
            options.push(declined);
        }
        if !options.is_empty() {
            shown.push(Characteristic { code: code.to_owned(), label: Label::from(text), options });
        }
    }
    shown
}

/// How many of a version's respondents were asked a question: none where it is no part of the version, else all but those
/// who are too young for it, or of whom the answer before shows that it does not apply to them.
fn asked(input: &FiguresInput<'_>, at: usize, code: &str) -> i64 {
    let (Some(version), Some(position)) = (input.versions().nth(at), position_of(input, at, code)) else { return 0 };
    let profile = &version.questionnaire.profile;
    let Some(question) = profile.get(usize::from(position)) else { return 0 };
    let chose = |question: &ProfileQuestion, option: &str| {
        let position = position_of(input, at, &question.code)?;
        let value = question.option_number(option)?;
        version.slices.get(SliceKey { kind: SliceKind::Profile(position), value }).map(|counts| counts.n)
    };
    if let Some((before, option)) = &question.only_after {
        return profile.iter().find(|other| other.code == *before).and_then(|other| chose(other, option)).unwrap_or(0);
    }
    let is_minor = |option: &&ProfileOption| option.is_minor(input.settings.minimum_age);
    let minors = profile
        .iter()
        .flat_map(|other| other.options.iter().filter(is_minor).filter_map(move |option| chose(other, &option.code)));
    version.tally.counts.n - if question.adults_only { minors.sum() } else { 0 }
}

fn position_of(input: &FiguresInput<'_>, at: usize, code: &str) -> Option<u8> {
    let version = input.versions().nth(at)?;
    let position = version.questionnaire.profile.iter().position(|question| question.code == code)?;
    u8::try_from(position).ok()
}

fn groups_of<'a>(input: &'a FiguresInput<'_>, code: &str) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for (at, version) in input.versions().enumerate() {
        let Some(position) = position_of(input, at, code) else { continue };
        let Some(question) = version.questionnaire.profile.get(usize::from(position)) else { continue };
        for (option, value) in question.options.iter().zip(1_u8..) {
            let at_group = groups.iter().position(|group| group.code == option.code).unwrap_or_else(|| {
                groups.push(Group { code: option.code.clone(), label: Label::from(&option.text), parts: Vec::new() });
                groups.len() - 1
            });
            let counts = version.slices.get(SliceKey { kind: SliceKind::Profile(position), value });
            if let (Some(group), Some(counts)) = (groups.get_mut(at_group), counts) {
                group.parts.push((at, counts));
            }
        }
    }
    groups
}
