//! The made-up report of the library, and the golden case.

use documents::sample;
pub(crate) use documents::sample::{Answer, answers, profile};
use domain::report::ReportDocument;
use domain::tally::SKIPPED;
use domain::{Channel, CitySettings, IndexKind, Questionnaire, Weight};

pub(crate) fn questionnaire(code: &str) -> Questionnaire {
    sample::questionnaire(code).unwrap()
}

pub(crate) fn bare(
    questionnaire: &Questionnaire,
    weight: Weight,
    now: &[Answer],
    before: &[Answer],
    served: Option<i64>,
) -> ReportDocument {
    sample::bare(questionnaire, weight, now, before, served).unwrap()
}

pub(crate) fn mean_of_services(n: usize) -> ReportDocument {
    sample::mean_of_services(n).unwrap()
}

pub(crate) fn full(code: &str, n: usize) -> ReportDocument {
    sample::full(code, n, &CitySettings::default()).unwrap()
}

/// The first ten answers of Sekadau 2019, whose results are known.
pub(crate) fn sekadau(weight: Weight) -> ReportDocument {
    let skm = questionnaire("skm-2017");
    let lines = include_str!("../../../domain/tests/golden/sekadau-2019-first10.csv").lines().skip(1);
    let rows: Vec<Answer> = lines
        .map(|line| {
            let mut answers = vec![SKIPPED; skm.items.len()];
            for (element, score) in IndexKind::Ikm.elements().iter().zip(line.split(',').skip(1)) {
                answers[skm.item_position(&element.to_lowercase()).unwrap()] = score.parse().unwrap();
            }
            Answer { service: 0, answers, profile: vec![0; skm.profile.len()], channel: Channel::Paper }
        })
        .collect();
    bare(&skm, weight, &rows, &[], None)
}
