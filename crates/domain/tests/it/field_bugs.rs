//! What goes wrong in systems in use, and must not here: the arithmetic.

use crate::direct::{by_element, questionnaire, tally};
use domain::questionnaire::shipped;
use domain::tally::{Counts, NOT_ASKED, SKIPPED};
use domain::{Grade, IndexFigure, IndexKind, IndexSums, Layout, Margin, Weight};

fn figure_of(rows: &[Vec<Option<u8>>], weight: Weight) -> Option<IndexFigure> {
    let skm = questionnaire("skm-2017");
    let layout = Layout::of(&skm);
    let responses: Vec<Vec<u8>> = rows.iter().map(|row| by_element(&skm, row)).collect();
    let tally = tally(&layout, &responses);
    let grouping = skm.grouping(None).unwrap();
    let sums = IndexSums::from_counts(&skm, &layout, grouping, IndexKind::Ikm, &tally.counts, Some(&tally.moments));
    sums.unwrap().figure(weight, None)
}

/// The figure of 10,000 respondents whose scores sum to `total` over the nine elements.
fn figure_of_total(total: i64) -> IndexFigure {
    let skm = questionnaire("skm-2017");
    let layout = Layout::of(&skm);
    let mut counts = Counts::empty(&layout);
    counts.n = 10_000;
    counts.sets.fill(10_000);
    for (position, item) in (0_i64..).zip(&mut counts.items) {
        let sum = total / 9 + i64::from(position < total % 9);
        let score = usize::try_from(sum / 10_000).unwrap();
        item[score] = 10_000 - sum % 10_000;
        if sum % 10_000 > 0 {
            item[score + 1] = sum % 10_000;
        }
    }
    let grouping = skm.grouping(None).unwrap();
    IndexSums::from_counts(&skm, &layout, grouping, IndexKind::Ikm, &counts, None)
        .unwrap()
        .figure(Weight::Exact, None)
        .unwrap()
}

#[test]
fn every_grade_begins_at_its_hundredth_of_a_computed_figure() {
    // 3,600 units of the sum make one of the converted value.
    for (hundredths, grade) in [
        (10_000, Grade::A),
        (8_831, Grade::A),
        (8_830, Grade::B),
        (7_661, Grade::B),
        (7_660, Grade::C),
        (6_500, Grade::C),
        (6_499, Grade::D),
    ] {
        let figure = figure_of_total(hundredths * 36);
        assert_eq!((figure.converted.units(), figure.grade), (hundredths, grade));
        assert_eq!(figure.margin, None, "only counts are kept here");
    }
}

#[test]
fn no_value_falls_between_two_grades() {
    for (total, converted, grade) in [
        (88_305 * 36 / 10, "88.31", Grade::A),
        (88_305 * 36 / 10 - 1, "88.30", Grade::B),
        (76_605 * 36 / 10, "76.61", Grade::B),
        (76_605 * 36 / 10 - 1, "76.60", Grade::C),
        (64_995 * 36 / 10, "65.00", Grade::C),
        (64_995 * 36 / 10 - 1, "64.99", Grade::D),
    ] {
        let figure = figure_of_total(total);
        assert_eq!((figure.converted.to_string(), figure.grade), (converted.to_owned(), grade));
    }
}

#[test]
fn the_best_and_the_worst_answers_give_the_ends_of_every_weight() {
    for questionnaire in shipped().unwrap() {
        let layout = Layout::of(&questionnaire);
        for (score, shortened) in [(4, ["100.00", "99.90", "99.00"]), (1, ["25.00", "24.98", "24.75"])] {
            let tally = tally(&layout, &vec![vec![score; questionnaire.items.len()]; 12]);
            for grouping in &questionnaire.groupings {
                for index in &grouping.indices {
                    let kind = index.index;
                    let sums = IndexSums::from_counts(
                        &questionnaire,
                        &layout,
                        grouping,
                        kind,
                        &tally.counts,
                        Some(&tally.moments),
                    );
                    for (weight, expected) in Weight::ALL.into_iter().zip(shortened) {
                        let expected = if kind == IndexKind::Ikm { expected } else { shortened[0] };
                        let figure = sums.as_ref().unwrap().figure(weight, None).unwrap();
                        assert_eq!(figure.converted.to_string(), expected, "{} {kind:?} {weight:?}", grouping.code);
                        assert_eq!(figure.margin, Some(Margin::AllEqual));
                        assert!(figure.elements.iter().all(|element| element.margin == Some(Margin::AllEqual)));
                        assert!(figure.elements.iter().all(|element| !element.lowest));
                        assert_eq!(figure.grade, if score == 4 { Grade::A } else { Grade::D });
                    }
                }
            }
        }
    }
}

#[test]
fn no_answer_is_not_a_zero() {
    assert_eq!(figure_of(&[], Weight::Exact), None);
    assert_eq!(figure_of(&[vec![None; 9]], Weight::Exact), None);
    let half =
        figure_of(&[vec![Some(4); 9], vec![Some(4), None, None, None, None, None, None, None, None]], Weight::Exact);
    let half = half.unwrap();
    assert_eq!((half.n, half.converted.to_string()), (2, "100.00".to_owned()));
    assert_eq!((half.elements[1].answered, half.elements[1].skipped), (1, 1));
}

#[test]
fn eight_elements_weigh_an_eighth_each() {
    let row = vec![Some(3), Some(3), Some(3), None, Some(3), Some(3), Some(3), Some(3), Some(4)];
    for weight in Weight::ALL {
        let figure = figure_of(&vec![row.clone(); 3], weight).unwrap();
        assert_eq!((figure.elements_used, figure.weight.as_str()), (8, "1/8"));
        assert_eq!((figure.index.to_string(), figure.converted.to_string()), ("3.1250".to_owned(), "78.13".to_owned()));
        assert_eq!((figure.unanswered[0].code, figure.unanswered[0].skipped), ("U4", 3));
        assert_eq!(figure.margin, Some(Margin::TooFew));
    }
}

#[test]
fn answers_that_balance_out_have_no_margin_of_nothing() {
    // Every respondent likes another element better: all have the same mean, while each element varies.
    let row = |better: usize| (0..9).map(|element| Some(if element == better % 9 { 4 } else { 3 })).collect();
    for weight in Weight::ALL {
        let figure = figure_of(&(0..31).map(row).collect::<Vec<_>>(), weight).unwrap();
        assert_eq!(figure.margin, Some(Margin::AllEqual));
        assert!(figure.elements.iter().all(|element| element.margin.unwrap().value().is_some()));
    }
}

#[test]
fn complaints_and_facilities_keep_their_codes() {
    let skm = questionnaire("skm-2017");
    let layout = Layout::of(&skm);
    // As printed, the eighth question asks facilities (U9) and the ninth complaints (U8).
    let tally = tally(&layout, &[vec![3, 3, 3, 3, 3, 3, 3, 4, 1]]);
    let grouping = skm.grouping(None).unwrap();
    let sums = IndexSums::from_counts(&skm, &layout, grouping, IndexKind::Ikm, &tally.counts, None).unwrap();
    let figure = sums.figure(Weight::Exact, None).unwrap();
    let mean = |code| figure.elements.iter().find(|element| element.code == code).unwrap().mean.to_string();
    assert_eq!((mean("U8"), mean("U9")), ("1.0000".to_owned(), "4.0000".to_owned()));
}

#[test]
fn without_the_fee_item_the_short_form_still_has_its_fee_element() {
    let short = questionnaire("terpadu-16");
    let layout = Layout::of(&short);
    let mut answers = vec![3; short.items.len()];
    answers[short.item_position("t07").unwrap()] = NOT_ASKED;
    answers[short.item_position("t08").unwrap()] = 4;
    answers[short.item_position("t09").unwrap()] = SKIPPED;
    let tally = tally(&layout, &[answers]);
    let figure = |grouping| {
        let grouping = short.grouping(Some(grouping)).unwrap();
        IndexSums::from_counts(&short, &layout, grouping, IndexKind::Ikm, &tally.counts, None)
            .unwrap()
            .figure(Weight::Hundredths, None)
    };
    let nine = figure("sembilan").unwrap();
    assert_eq!((nine.elements_used, nine.weight.as_str()), (9, "0.11"));
    assert_eq!((nine.elements[3].code, nine.elements[3].mean.to_string()), ("U4", "4.0000".to_owned()));
    assert_eq!((nine.elements[3].answered, nine.elements[3].skipped), (1, 1));
    let eight = figure("integritas-terpisah").unwrap();
    assert_eq!((eight.elements_used, eight.unanswered[0].code), (8, "U4"));
}
