//! What holds for any answers.

use crate::direct::{Answers, direct, tally};
use domain::questionnaire::shipped;
use domain::tally::{NOT_ASKED, SKIPPED, Sign};
use domain::{
    Decimal, Exact, Grade, IndexKind, IndexPlan, IndexSums, Layout, Month, Period, Questionnaire, Tally, Weight,
};
use num_traits::ToPrimitive;
use proptest::prelude::*;

/// An answer byte: mostly a score, sometimes skipped, sometimes not asked.
fn answer() -> impl Strategy<Value = u8> {
    prop_oneof![1 => Just(SKIPPED), 1 => Just(NOT_ASKED), 6 => 1_u8..=4]
}

/// Any shipped questionnaire with responses to it.
fn responses() -> impl Strategy<Value = (Questionnaire, Vec<Answers>)> {
    (0..3_usize).prop_flat_map(|which| {
        let questionnaire = shipped().unwrap().swap_remove(which);
        let row = prop::collection::vec(answer(), questionnaire.items.len());
        (Just(questionnaire), prop::collection::vec(row, 0..25))
    })
}

/// The sums of every index under every grouping.
fn every_index(questionnaire: &Questionnaire, layout: &Layout, tally: &Tally) -> Vec<IndexSums> {
    let kinds = |grouping| IndexKind::ALL.into_iter().map(move |kind| (grouping, kind));
    let pairs = questionnaire.groupings.iter().flat_map(kinds);
    let sums = |(grouping, kind)| {
        IndexSums::from_counts(questionnaire, layout, grouping, kind, &tally.counts, Some(&tally.moments))
    };
    pairs.filter_map(sums).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_figures_from_pair_sums_are_those_from_the_responses((questionnaire, rows) in responses()) {
        let layout = Layout::of(&questionnaire);
        let tally = tally(&layout, &rows);
        for grouping in &questionnaire.groupings {
            for kind in IndexKind::ALL {
                let Some(plan) = IndexPlan::new(&questionnaire, &layout, grouping, kind) else { continue };
                let mut sums = IndexSums::empty(kind);
                plan.add(&mut sums, &tally.counts, Some(&tally.moments));
                for weight in Weight::ALL {
                    let found = direct(&questionnaire, grouping, kind, weight, &rows);
                    let figure = sums.figure(weight, None);
                    let (Some(found), Some(figure)) = (&found, &figure) else {
                        prop_assert!(found.is_none() && figure.is_none());
                        continue;
                    };
                    prop_assert_eq!(figure.n, i64::try_from(found.n).unwrap());
                    prop_assert_eq!(sums.converted_exact(weight), Some(found.converted.clone()));
                    prop_assert_eq!(figure.converted, Decimal::round_half_up(&found.converted, 2));
                    let index = &found.converted / Exact::from(num_bigint::BigInt::from(25));
                    prop_assert_eq!(figure.index, Decimal::round_half_up(&index, 4));
                    prop_assert_eq!(sums.standard_error_squared(weight), found.standard_error_squared.clone());
                    prop_assert_eq!(figure.elements.len(), found.elements.len());
                    let number = |exact: &Exact| exact.numer().to_f64().unwrap() / exact.denom().to_f64().unwrap();
                    let close = |printed: f64, exact: f64| (printed - exact).abs() <= 1e-12 * exact;
                    prop_assert!(close(figure.estimate.value, number(&found.converted)));
                    let of_elements = figure.elements.iter().map(|element| &element.estimate).zip(&found.elements);
                    for (estimate, exact) in of_elements.chain([(&figure.estimate, &found.standard_error_squared)]) {
                        let (printed, exact) = (estimate.standard_error_squared, exact.as_ref().map(number));
                        prop_assert_eq!(printed.is_some(), exact.is_some());
                        prop_assert!(close(printed.unwrap_or(0.0), exact.unwrap_or(0.0)), "{:?} {:?}", printed, exact);
                    }
                }
            }
        }
    }

    #[test]
    fn the_order_of_answers_never_matters((questionnaire, rows) in responses(), seed in any::<u64>()) {
        let layout = Layout::of(&questionnaire);
        let mut shuffled = rows.clone();
        shuffled.sort_by_key(|row| row.iter().fold(seed, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3)));
        prop_assert_eq!(tally(&layout, &rows), tally(&layout, &shuffled));
    }

    #[test]
    fn merged_tallies_are_the_tally_of_the_union((questionnaire, rows) in responses(), cut in any::<prop::sample::Index>()) {
        let layout = Layout::of(&questionnaire);
        let (first, second) = rows.split_at(cut.index(rows.len() + 1));
        let (one, other, both) = (tally(&layout, first), tally(&layout, second), tally(&layout, &rows));
        let mut merged = one.clone();
        merged.merge(&other);
        prop_assert_eq!(&merged, &both);
        let pairs = every_index(&questionnaire, &layout, &one).into_iter().zip(every_index(&questionnaire, &layout, &other));
        for ((mut sums, more), whole) in pairs.zip(every_index(&questionnaire, &layout, &both)) {
            sums.merge(&more);
            prop_assert_eq!(sums, whole);
        }
        // Taking the second half out again leaves the first.
        for answers in second {
            merged.count(&layout, answers, Sign::Subtract);
        }
        prop_assert_eq!(merged, one);
    }

    #[test]
    fn a_figure_stays_within_its_bounds((questionnaire, rows) in responses()) {
        let layout = Layout::of(&questionnaire);
        for sums in every_index(&questionnaire, &layout, &tally(&layout, &rows)) {
            for weight in Weight::ALL {
                let Some(figure) = sums.figure(weight, Some(1_000)) else { continue };
                let (least, most) = figure.bounds;
                prop_assert!(least <= figure.converted && figure.converted <= most);
                prop_assert_eq!(figure.grade, Grade::of(figure.converted));
                prop_assert_eq!(figure.elements.len() + figure.unanswered.len(), sums.kind.elements().len());
                if let Some(margin) = figure.margin.and_then(domain::Margin::value) {
                    prop_assert!(least <= margin.low && margin.low <= figure.converted);
                    prop_assert!(figure.converted <= margin.high && margin.high <= most);
                }
            }
        }
    }

    #[test]
    fn periods_are_read_back_as_they_are_written(first in 2000 * 12..2100 * 12_i32, length in 0..100_i32) {
        let first = Month::from_number(first);
        let period = Period::new(first, first.plus(length)).unwrap();
        prop_assert_eq!(period.to_string().parse::<Period>().unwrap(), period);
        prop_assert_eq!(period.months().count(), usize::try_from(length).unwrap() + 1);
        prop_assert_eq!(period.previous().next(), period);
        prop_assert_eq!(period.previous().last().next(), period.first());
    }

    #[test]
    fn rounding_takes_the_nearest_and_a_half_up(numerator in 0_i64..1_000_000_000, denominator in 1_i64..1_000_000) {
        let printed = Decimal::round_half_up(&Exact::new(numerator.into(), denominator.into()), 2).units();
        let (numerator, denominator) = (i128::from(numerator) * 200, i128::from(denominator));
        let twice = i128::from(printed) * 2;
        prop_assert!((twice - 1) * denominator <= numerator && numerator < (twice + 1) * denominator);
        let below = Decimal::round_half_up(&Exact::new((-numerator).into(), (denominator * 200).into()), 2);
        prop_assert_eq!(below.units(), -printed);
    }
}
