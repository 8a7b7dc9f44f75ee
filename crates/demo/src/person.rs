//! Who answers: sex, age, schooling and work that go together, each question sometimes declined.

use crate::dice::{Dice, running_totals};
use domain::questionnaire::{ProfileQuestion, Questionnaire};

/// Four age groups, at ordinary units and at places of health.
const GROUPS: usize = 8;
const ADULT: usize = 2;

/// What a respondent says about themselves.
pub(crate) struct Person {
    /// One byte a question: the option's number, 0 for "Tidak menjawab".
    pub(crate) profile: Vec<u8>,
    /// Whether a question was answered that needs consent.
    pub(crate) consented: bool,
    /// Nothing sensitive and no comment is kept of these.
    pub(crate) is_minor: bool,
}

/// The chances of one questionnaire's profile.
pub(crate) struct People {
    questions: Vec<Question>,
}

struct Question {
    /// Per group the running totals: declined, then each option.
    chances: [Vec<u32>; GROUPS],
    needs_consent: bool,
    adults_only: bool,
    /// Asked only where an earlier question, by position, has this answer.
    only_after: Option<(usize, u8)>,
    /// Of the question about age, per option: its group and whether all who choose it are minors.
    ages: Vec<(usize, bool)>,
}

impl People {
    pub(crate) fn new(questionnaire: &Questionnaire, minimum_age: u8) -> Self {
        let questions = &questionnaire.profile;
        Self { questions: questions.iter().map(|question| Question::new(question, questions, minimum_age)).collect() }
    }

    pub(crate) fn draw(&self, is_health: bool, dice: &mut Dice) -> Person {
        let mut profile = Vec::with_capacity(self.questions.len());
        let (mut group, mut is_minor, mut consented) = (ADULT, false, false);
        for question in &self.questions {
            let is_asked = question.only_after.is_none_or(|(earlier, answer)| profile.get(earlier) == Some(&answer));
            let chances = &question.chances[group + if is_health { GROUPS / 2 } else { 0 }];
            let option = if is_asked && !(question.adults_only && is_minor) { dice.weighted(chances) } else { 0 };
            if let Some(age) = option.checked_sub(1).and_then(|position| question.ages.get(position)) {
                (group, is_minor) = *age;
            }
            consented |= question.needs_consent && option != 0;
            profile.push(u8::try_from(option).unwrap_or(0));
        }
        Person { profile, consented, is_minor }
    }
}

impl Question {
    fn new(question: &ProfileQuestion, all: &[ProfileQuestion], minimum_age: u8) -> Self {
        let mut group = 0;
        let chances = [(); GROUPS].map(|()| {
            let chances = chances(question, group % (GROUPS / 2), group >= GROUPS / 2);
            group += 1;
            chances
        });
        let only_after = question.only_after.as_ref().and_then(|(code, option)| {
            let position = all.iter().position(|earlier| earlier.code == *code)?;
            Some((position, all.get(position)?.option_number(option)?))
        });
        let ages = if question.code == "age" { ages(question, minimum_age) } else { Vec::new() };
        let needs_consent = question.consent.is_some();
        Self { chances, needs_consent, adults_only: question.adults_only, only_after, ages }
    }
}

fn ages(question: &ProfileQuestion, minimum_age: u8) -> Vec<(usize, bool)> {
    question
        .options
        .iter()
        .map(|option| {
            let group = match option.code.as_str() {
                "under-17" => 0,
                "17-25" => 1,
                "55-65" | "over-65" => 3,
                _ => ADULT,
            };
            (group, option.below_age.is_some_and(|age| age <= minimum_age))
        })
        .collect()
}

fn chances(question: &ProfileQuestion, group: usize, is_health: bool) -> Vec<u32> {
    let weights: Vec<u32> =
        question.options.iter().map(|option| weight(&question.code, &option.code, group, is_health)).collect();
    // 4 % decline; with a consent to give first, 12 %.
    let (declining, answering) = if question.consent.is_some() { (12, 88) } else { (4, 96) };
    let sum: u32 = weights.iter().sum();
    let declined = declining * sum;
    running_totals(std::iter::once(declined).chain(weights.into_iter().map(|weight| weight * answering)))
}

fn weight(question: &str, option: &str, group: usize, is_health: bool) -> u32 {
    // Per age group: below 17, 17 to 25, adult, 55 and above.
    let by_age: [u32; 4] = match (question, option) {
        ("sex", "male") if is_health => [45, 35, 35, 45],
        ("sex", "male") => [50, 48, 47, 56],
        ("sex", _) if is_health => [55, 65, 65, 55],
        ("sex", _) => [50, 52, 53, 44],
        ("age", "under-17") => [2; 4],
        ("age", "17-25") => [19; 4],
        ("age", "26-34") => [25; 4],
        ("age", "35-44") => [25; 4],
        ("age", "45-54") => [17; 4],
        ("age", "55-65") => [if is_health { 13 } else { 9 }; 4],
        ("age", _) => [if is_health { 5 } else { 3 }; 4],
        ("education", "tidak-sekolah") => [1, 0, 1, 5],
        ("education", "sd") => [30, 2, 7, 20],
        ("education", "smp") => [60, 8, 12, 18],
        ("education", "sma") => [9, 62, 44, 32],
        ("education", "d1-d3") => [0, 10, 10, 6],
        ("education", "d4-s1") => [0, 18, 23, 15],
        ("education", "s2") => [0, 0, 3, 3],
        ("education", "s3") => [0, 0, 0, 1],
        ("occupation", "pns" | "asn") => [0, 4, 13, 8],
        ("occupation", "tni") => [0, 1, 1, 0],
        ("occupation", "polri") => [0, 1, 1, 0],
        ("occupation", "swasta") => [0, 32, 32, 12],
        ("occupation", "wirausaha") => [0, 12, 21, 18],
        ("occupation", "ibu-rumah-tangga") => [0, 12, 18, 18],
        ("occupation", "pelajar-mahasiswa") => [97, 34, 1, 0],
        ("occupation", "petani-nelayan") => [0, 1, 3, 6],
        ("occupation", "pekerja-lepas") => [1, 7, 8, 6],
        ("occupation", "pensiunan") => [0, 0, 0, 22],
        ("occupation", _) => [10, 12, 9, 10],
        ("disability", "yes") => [2, 2, 2, 4],
        ("disability", _) => [98, 98, 98, 96],
        ("disability_type", "fisik") => [6; 4],
        ("disability_type", "sensorik") => [4; 4],
        _ => [1; 4],
    };
    by_age.get(group).copied().unwrap_or(1)
}
