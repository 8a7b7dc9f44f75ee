//! Plausible answers from a seed.

use domain::figures::{ServiceInput, VersionInput};
use domain::response::{TimeSlot, slice_keys};
use domain::tally::{NOT_ASKED, SKIPPED, Sign};
use domain::{Channel, Layout, Questionnaire, Slices, Tally};

/// One respondent.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The service, by its place in [`SERVICES`].
    pub service: usize,
    /// One byte an item.
    pub answers: Vec<u8>,
    /// One byte a profile question.
    pub profile: Vec<u8>,
    /// How it came.
    pub channel: Channel,
}

/// The services of the made-up unit: code and name.
pub const SERVICES: [(&str, &str); 3] = [
    ("surat-pengantar", "Surat pengantar KTP dan KK"),
    ("surat-keterangan", "Surat keterangan usaha, domisili, dan tidak mampu"),
    ("legalisasi", "Legalisasi dan pengantar nikah"),
];

/// A shipped questionnaire.
pub fn questionnaire(code: &str) -> Option<Questionnaire> {
    domain::questionnaire::shipped().ok()?.into_iter().find(|found| found.code.as_str() == code)
}

/// Plausible answers from a seed: good on the whole, the third item weak.
pub fn answers(questionnaire: &Questionnaire, n: usize, seed: u64, shift: u64) -> Vec<Answer> {
    let mut state = seed;
    let mut roll = move |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut of_respondent = |_| {
        let mood = roll(100) + shift;
        let score = |at: usize, roll: &mut dyn FnMut(u64) -> u64| {
            let weak = [0, 5, 30, 0, 4, 0, 0, 12, 22][at % 9];
            match (roll(100) + mood).saturating_sub(weak) {
                0..15 => 1,
                15..40 => 2,
                40..110 => 3,
                _ => 4,
            }
        };
        let items = questionnaire.items.len();
        let mut answers: Vec<u8> = (0..items).map(|at| score(at, &mut roll)).collect();
        for (answer, item) in answers.iter_mut().zip(&questionnaire.items) {
            if item.hybrid_only {
                *answer = NOT_ASKED;
            } else if roll(60) == 0 {
                *answer = SKIPPED;
            }
        }
        let profile = questionnaire.profile.iter().map(|question| {
            if question.city_only || roll(20) == 0 {
                0
            } else {
                let options = u64::try_from(question.options.len()).unwrap_or(1);
                u8::try_from(1 + (roll(options) + roll(options)) / 2).unwrap_or(1)
            }
        });
        let profile = profile.collect();
        let channel = match roll(20) {
            0 => Channel::Assisted,
            1..4 => Channel::Kiosk,
            4 => Channel::Paper,
            _ => Channel::SelfFilled,
        };
        Answer { service: usize::try_from(roll(3)).unwrap_or(0), answers, profile, channel }
    };
    (0..n).map(&mut of_respondent).collect()
}

/// The tallies of each service.
pub(super) fn services<'a>(
    questionnaire: &'a Questionnaire,
    layout: &'a Layout,
    answers: &[Answer],
) -> Vec<ServiceInput<'a>> {
    let of = |(at, (code, name)): (usize, &(&str, &str))| {
        let mut version =
            VersionInput { questionnaire, layout, tally: Tally::empty(layout), slices: Slices::default() };
        for answer in answers.iter().filter(|answer| answer.service == at) {
            version.tally.count(layout, &answer.answers, Sign::Add);
            let keys = slice_keys(&answer.profile, answer.channel, TimeSlot::Morning, None);
            version.slices.count(layout, &keys, &answer.answers, Sign::Add);
        }
        let (unit, code, name) = ("kel-kuin-utara".to_owned(), (*code).to_owned(), (*name).to_owned());
        ServiceInput { unit, code, name, versions: vec![version] }
    };
    SERVICES.iter().enumerate().map(of).collect()
}
