//! The figures computed straight from the responses, as the formulas read: what the sums must come to.

use domain::tally::{NOT_ASKED, SKIPPED, Sign};
use domain::{Exact, Grouping, IndexKind, Layout, Questionnaire, Tally, Weight};
use num_bigint::BigInt;

/// One byte an item: 1 to 4, skipped or not asked.
pub(crate) type Answers = Vec<u8>;

/// A shipped questionnaire.
pub(crate) fn questionnaire(code: &str) -> Questionnaire {
    domain::questionnaire::shipped().unwrap().into_iter().find(|found| found.code.as_str() == code).unwrap()
}

/// s_iu and a_iu of one respondent.
type Row = Vec<(usize, usize)>;

/// One response to `skm-2017` in the order of elements U1 to U9, which is not the order of its items.
pub(crate) fn by_element(questionnaire: &Questionnaire, scores: &[Option<u8>]) -> Answers {
    let mut answers = vec![NOT_ASKED; questionnaire.items.len()];
    for (element, score) in IndexKind::Ikm.elements().iter().zip(scores) {
        answers[questionnaire.item_position(&element.to_lowercase()).unwrap()] = score.unwrap_or(SKIPPED);
    }
    answers
}

/// A tally of responses.
pub(crate) fn tally(layout: &Layout, responses: &[Answers]) -> Tally {
    let mut tally = Tally::empty(layout);
    for answers in responses {
        tally.count(layout, answers, Sign::Add);
    }
    tally
}

/// The converted value and SE², respondent by respondent.
pub(crate) struct Direct {
    pub(crate) n: usize,
    pub(crate) converted: Exact,
    pub(crate) standard_error_squared: Option<Exact>,
    /// SE² of each answered element.
    pub(crate) elements: Vec<Option<Exact>>,
}

fn exact(value: usize) -> Exact {
    Exact::from(BigInt::from(value))
}

/// `None` when no response has an answer.
pub(crate) fn direct(
    questionnaire: &Questionnaire,
    grouping: &Grouping,
    kind: IndexKind,
    weight: Weight,
    responses: &[Answers],
) -> Option<Direct> {
    let elements = &grouping.index(kind)?.elements;
    let rows: Vec<Row> = responses
        .iter()
        .map(|answers| {
            let of = |code: &String| usize::from(answers[questionnaire.item_position(code).unwrap()]);
            let scores =
                |items: &[String]| items.iter().map(of).filter(|score| (1..=4).contains(score)).collect::<Vec<_>>();
            elements
                .iter()
                .map(|element| scores(&element.items))
                .map(|scores| (scores.iter().sum(), scores.len()))
                .collect()
        })
        .filter(|row: &Row| row.iter().any(|(_, answered)| *answered > 0))
        .collect();
    let n = rows.len();
    let used: Vec<usize> = (0..elements.len()).filter(|u| rows.iter().any(|row| row[*u].1 > 0)).collect();
    if used.is_empty() {
        return None;
    }
    let weight = weight.of(kind, used.len());
    let sum = |u: usize| rows.iter().map(|row| row[u].0).sum::<usize>();
    let count = |u: usize| rows.iter().map(|row| row[u].1).sum::<usize>();
    let mean = |u: usize| exact(sum(u)) / exact(count(u));
    let term = |row: &Row, u: usize| (exact(row[u].0) - mean(u) * exact(row[u].1)) * exact(25) / exact(count(u));
    let variance = |of: &dyn Fn(&Row) -> Exact| {
        let squares: Exact = rows.iter().map(of).map(|z| &z * &z).sum();
        (n >= 2).then(|| squares * exact(n) / exact(n - 1))
    };
    Some(Direct {
        n,
        converted: used.iter().map(|u| mean(*u) * &weight * exact(25)).sum(),
        standard_error_squared: variance(&|row| used.iter().map(|u| term(row, *u) * &weight).sum()),
        elements: used.iter().map(|u| variance(&|row| term(row, *u))).collect(),
    })
}
