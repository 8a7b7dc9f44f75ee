//! Cronbach's alpha against published reference values, and what must hold for any answers.

use domain::reliability::{AlphaSums, ElementPlan, NoAlpha, reliability};
use domain::{IndexKind, questionnaire};
use proptest::prelude::*;

fn alpha_of(csv: &str) -> f64 {
    let mut lines = csv.lines().filter(|line| !line.starts_with('#'));
    let width = lines.next().unwrap().split(',').count();
    let mut sums = AlphaSums::new(width);
    for line in lines {
        let values: Vec<i64> = line.split(',').map(|cell| cell.parse().unwrap()).collect();
        sums.add(&values);
    }
    sums.alpha().unwrap()
}

#[test]
fn the_data_set_of_pingouin_gives_its_documented_alpha() {
    let alpha = alpha_of(include_str!("../golden/alpha-pingouin.csv"));
    assert!((alpha - 0.591_718_848_599_582_6).abs() < 1e-15, "{alpha}");
}

#[test]
fn the_data_set_attitude_of_r_gives_the_alpha_of_its_handbooks() {
    let alpha = alpha_of(include_str!("../golden/alpha-attitude.csv"));
    assert!((alpha - 0.843_142_769_564_759_9).abs() < 1e-15, "{alpha}");
}

#[test]
fn an_element_is_the_mean_of_its_answered_items() {
    let all = questionnaire::shipped().unwrap();
    let short = all.iter().find(|questionnaire| questionnaire.code.as_str() == "terpadu-16").unwrap();
    let plan = ElementPlan::new(short, short.grouping(None).unwrap(), IndexKind::Ikm).unwrap();
    let mut answers = vec![domain::tally::SKIPPED; short.items.len()];
    for (item, score) in [("t01", 4), ("t02", 3), ("t06", 2), ("t07", 1)] {
        answers[short.item_position(item).unwrap()] = score;
    }
    let values = plan.values(&answers);
    let unit = 720_720;
    assert_eq!(values[..4], [Some(7 * unit / 2), None, Some(2 * unit), Some(unit)]);
    assert!(values[4..].iter().all(Option::is_none));
}

proptest! {
    #[test]
    fn alpha_knows_neither_unit_nor_order(rows in prop::collection::vec(prop::collection::vec(1_i64..=4, 5), 2..60)) {
        let of = |rows: &mut dyn Iterator<Item = Vec<i64>>| {
            let mut sums = AlphaSums::new(5);
            rows.for_each(|row| sums.add(&row));
            sums.alpha()
        };
        let alpha = of(&mut rows.iter().cloned());
        let shifted = of(&mut rows.iter().rev().map(|row| row.iter().rev().map(|value| value * 12 - 7).collect()));
        match (alpha, shifted) {
            (Some(alpha), Some(shifted)) => {
                prop_assert!(alpha <= 1.0);
                prop_assert!((alpha - shifted).abs() < 1e-12 * alpha.abs().max(1.0));
            }
            (alpha, shifted) => prop_assert_eq!(alpha, shifted),
        }
    }

    #[test]
    fn alpha_is_what_the_textbook_formula_gives(rows in prop::collection::vec(prop::collection::vec(1_i64..=4, 3), 10..40)) {
        let variance = |values: &[f64]| {
            let mean = values.iter().sum::<f64>() / values.len() as f64;
            values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (values.len() - 1) as f64
        };
        let column = |at: usize| rows.iter().map(|row| row[at] as f64).collect::<Vec<_>>();
        let totals: Vec<f64> = rows.iter().map(|row| row.iter().sum::<i64>() as f64).collect();
        let parts: f64 = (0..3).map(|at| variance(&column(at))).sum();
        let found = reliability(&rows.iter().map(|row| row.iter().copied().map(Some).collect()).collect::<Vec<_>>());
        if variance(&totals) > 0.0 {
            let expected = 1.5 * (1.0 - parts / variance(&totals));
            let printed = found.alpha.unwrap().to_f64();
            prop_assert!((printed - expected).abs() <= 0.000_5 + 1e-9, "{} {}", printed, expected);
        } else {
            prop_assert_eq!(found.alpha, Err(NoAlpha::AllEqual));
        }
    }
}
