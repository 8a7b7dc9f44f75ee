//! Published figures that must come out to the last digit.

use crate::direct::{by_element, questionnaire, tally};
use domain::{Exact, Grade, IndexFigure, IndexKind, IndexSums, Layout, Weight};
use serde_json::Value;

fn sums(rows: &[Vec<Option<u8>>]) -> IndexSums {
    let skm = questionnaire("skm-2017");
    let layout = Layout::of(&skm);
    let responses: Vec<Vec<u8>> = rows.iter().map(|row| by_element(&skm, row)).collect();
    let tally = tally(&layout, &responses);
    let grouping = skm.grouping(None).unwrap();
    IndexSums::from_counts(&skm, &layout, grouping, IndexKind::Ikm, &tally.counts, Some(&tally.moments)).unwrap()
}

/// Responses whose element sums are those given.
fn rows_of(respondents: usize, sums: &[usize]) -> Vec<Vec<Option<u8>>> {
    let score =
        |respondent, sum: &usize| u8::try_from(sum / respondents + usize::from(respondent < sum % respondents)).ok();
    (0..respondents).map(|respondent| sums.iter().map(|sum| score(respondent, sum)).collect()).collect()
}

fn published(source: &str) {
    let case: Value = serde_json::from_str(source).unwrap();
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let element_sums: Vec<usize> = case["sums"].as_array().unwrap().iter().map(number).collect();
    let sums = sums(&rows_of(number(&case["respondents"]), &element_sums));
    assert_eq!(
        sums.elements.iter().map(|element| element.sum()).collect::<Vec<_>>(),
        element_sums.iter().map(|sum| i64::try_from(*sum).unwrap()).collect::<Vec<_>>()
    );
    let expected = case["expected"].as_object().unwrap();
    assert_eq!(expected.len(), 3);
    for (code, expected) in expected {
        let figure = sums.figure(Weight::from_code(code).unwrap(), None).unwrap();
        assert_eq!(figure.converted.to_string(), expected["converted"].as_str().unwrap(), "{code}");
        assert_eq!(figure.grade.letter(), expected["grade"].as_str().unwrap(), "{code}");
        if let Some(weighted) = expected["weighted_means_3dp"].as_array() {
            let printed: Vec<String> =
                figure.elements.iter().map(|element| element.weighted_mean.to_string()).collect();
            assert_eq!(printed, weighted.iter().map(|text| text.as_str().unwrap()).collect::<Vec<_>>());
        }
    }
}

#[test]
fn banjarmasin_utara_2021_comes_out_as_published() {
    published(include_str!("../golden/banjarmasin-utara-2021.json"));
}

#[test]
fn a_licensing_office_with_29_respondents_comes_out_as_documented() {
    published(include_str!("../golden/gaspul-29.json"));
}

fn sekadau() -> Vec<Vec<Option<u8>>> {
    let mut lines = include_str!("../golden/sekadau-2019-first10.csv").lines();
    assert_eq!(lines.next(), Some("resp,u1,u2,u3,u4,u5,u6,u7,u8,u9"));
    lines.map(|line| line.split(',').skip(1).map(|score| score.parse().ok()).collect()).collect()
}

fn margin(figure: &IndexFigure) -> String {
    figure.margin.unwrap().value().unwrap().points.to_string()
}

#[test]
fn sekadau_comes_out_under_every_weight() {
    let sums = sums(&sekadau());
    assert_eq!(sums.n, 10);
    assert_eq!(
        sums.elements.iter().map(|element| element.sum()).collect::<Vec<_>>(),
        [28, 28, 29, 35, 33, 34, 33, 30, 34]
    );
    for (weight, label, converted, points) in [
        (Weight::Exact, "1/9", "78.89", "4.51"),
        (Weight::Thousandths, "0.111", "78.81", "4.51"),
        (Weight::Hundredths, "0.11", "78.10", "4.47"),
    ] {
        let figure = sums.figure(weight, None).unwrap();
        assert_eq!((figure.converted.to_string(), figure.grade), (converted.to_owned(), Grade::B));
        assert_eq!((margin(&figure), figure.weight.as_str()), (points.to_owned(), label));
        assert!(figure.margin.unwrap().value().unwrap().small_sample);
    }
    assert_eq!(sums.standard_error_squared(Weight::Exact), Some(Exact::new(2900.into(), 729.into())));
    let figure = sums.figure(Weight::Exact, None).unwrap();
    assert_eq!(figure.index.to_string(), "3.1556");
    let lowest: Vec<&str> =
        figure.elements.iter().filter(|element| element.lowest).map(|element| element.code).collect();
    assert_eq!(lowest, ["U1", "U2"]);
    // (mean of the others 3.2 − 2.8) ÷ 9 × 25.
    assert_eq!(figure.elements[0].possible_gain.unwrap().to_string(), "1.11");
}

#[test]
fn sekadau_with_unanswered_items_comes_out() {
    let mut rows = sekadau();
    for (row, element) in [(1, 4), (2, 8), (5, 4), (5, 8), (10, 8)] {
        rows[row - 1][element - 1] = None;
    }
    let sums = sums(&rows);
    let figure = sums.figure(Weight::Exact, None).unwrap();
    assert_eq!((figure.converted.to_string(), margin(&figure)), ("79.29".to_owned(), "3.76".to_owned()));
    assert_eq!(sums.standard_error_squared(Weight::Exact), Some(Exact::new(11_063_075.into(), 4_000_752.into())));
    assert_eq!((figure.elements[7].answered, figure.elements[7].skipped), (7, 3));
    assert_eq!(figure.elements[7].margin, Some(domain::Margin::TooFew));
}

#[test]
fn a_known_number_of_people_served_narrows_the_margin() {
    let sums = sums(&sekadau());
    assert_eq!(margin(&sums.figure(Weight::Exact, Some(40)).unwrap()), "3.91");
    assert_eq!(margin(&sums.figure(Weight::Exact, Some(10)).unwrap()), "4.51");
}
