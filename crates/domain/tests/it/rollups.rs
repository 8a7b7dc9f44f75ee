//! A unit from its services and the city from its units.

use crate::direct::{by_element, questionnaire, tally};
use domain::index::mean_of_printed;
use domain::{Grade, IndexFigure, IndexKind, IndexSums, Layout, Margin, Weight};

/// The sums of responses that give all nine elements one score each.
fn sums(scores: &[(u8, usize)]) -> IndexSums {
    let skm = questionnaire("skm-2017");
    let layout = Layout::of(&skm);
    let rows: Vec<Vec<u8>> =
        scores.iter().flat_map(|(score, times)| vec![by_element(&skm, &[Some(*score); 9]); *times]).collect();
    let tally = tally(&layout, &rows);
    let grouping = skm.grouping(None).unwrap();
    IndexSums::from_counts(&skm, &layout, grouping, IndexKind::Ikm, &tally.counts, Some(&tally.moments)).unwrap()
}

fn figure(scores: &[(u8, usize)]) -> IndexFigure {
    sums(scores).figure(Weight::Exact, None).unwrap()
}

#[test]
fn the_headline_is_the_mean_of_the_printed_values() {
    // 2/3 of 25 more than 75: 91.67 as printed, not 91.666….
    let figures = [figure(&[(4, 20), (3, 10)]), figure(&[(4, 20), (3, 10)]), figure(&[(3, 12), (2, 12)])];
    assert_eq!(figures[0].converted.to_string(), "91.67");
    let mean = mean_of_printed(&figures).unwrap();
    assert_eq!((mean.count, mean.n), (3, 84));
    // (91.67 + 91.67 + 62.50) ÷ 3 = 81.946…
    assert_eq!(
        (mean.converted.to_string(), mean.index.to_string(), mean.grade),
        ("81.95".to_owned(), "3.2779".to_owned(), Grade::B)
    );
    assert_eq!((mean.small_count, mean.converted_without_small.unwrap().to_string()), (1, "91.67".to_owned()));
    // SE² of one figure is s²/n; of the mean their sum ÷ 9.
    let (large, small) = (625.0 * (20.0 / 3.0) / 29.0 / 30.0, 625.0 * 6.0 / 23.0 / 24.0);
    let found = mean.estimate.standard_error_squared.unwrap();
    assert!((found - (large + large + small) / 9.0).abs() < 1e-12);
    assert!(mean.margin.value().is_some());
}

#[test]
fn the_pooled_value_stands_beside_the_mean_and_may_differ() {
    let (large, small) = (sums(&[(4, 90)]), sums(&[(2, 10)]));
    let figures = [large.figure(Weight::Exact, None).unwrap(), small.figure(Weight::Exact, None).unwrap()];
    let mut pooled = large;
    pooled.merge(&small);
    assert_eq!(mean_of_printed(&figures).unwrap().converted.to_string(), "75.00");
    assert_eq!(pooled.figure(Weight::Exact, None).unwrap().converted.to_string(), "95.00");
}

#[test]
fn a_mean_has_no_margin_that_nobody_can_know() {
    assert!(mean_of_printed(&[]).is_none());
    let singles: Vec<IndexFigure> = (0..12).map(|at| figure(&[(1 + at % 4, 1)])).collect();
    let mean = mean_of_printed(&singles).unwrap();
    assert_eq!((mean.margin, mean.n, mean.single_count), (Margin::TooFew, 12, 12));
    assert_eq!(mean_of_printed(&[figure(&[(4, 20)]), figure(&[(3, 20)])]).unwrap().margin, Margin::AllEqual);
    assert_eq!(mean_of_printed(&[figure(&[(4, 3)])]).unwrap().converted_without_small, None);
}

#[test]
fn a_single_response_is_taken_to_spread_as_those_within_the_other_figures() {
    let figures = [figure(&[(3, 20), (4, 20)]), figure(&[(2, 5), (4, 5)]), figure(&[(4, 1)])];
    let mean = mean_of_printed(&figures).unwrap();
    assert_eq!((mean.single_count, mean.count), (1, 3));
    // Variances of one response on 25–100: 625·10/39 of forty, 625·10/9 of ten.
    let (of_forty, of_ten) = (625.0 * 10.0 / 39.0, 625.0 * 10.0 / 9.0);
    let within = (39.0 * of_forty + 9.0 * of_ten) / 48.0;
    let expected = (of_forty / 40.0 + of_ten / 10.0 + within) / 9.0;
    assert!((mean.estimate.standard_error_squared.unwrap() - expected).abs() < 1e-9);
    assert!(mean.margin.value().is_some());
}

#[test]
fn versions_of_a_questionnaire_pool_by_element() {
    let mut pooled = sums(&[(4, 10)]);
    let short = questionnaire("terpadu-16");
    let layout = Layout::of(&short);
    let tally = tally(&layout, &vec![vec![3; short.items.len()]; 10]);
    let grouping = short.grouping(Some("integritas-terpisah")).unwrap();
    let other = IndexSums::from_counts(&short, &layout, grouping, IndexKind::Ikm, &tally.counts, Some(&tally.moments));
    pooled.merge(&other.unwrap());
    let figure = pooled.figure(Weight::Exact, None).unwrap();
    assert_eq!(figure.n, 20);
    assert_eq!(figure.elements[2].mean.to_string(), "3.5000");
    assert!(figure.margin.unwrap().value().is_some());
}
