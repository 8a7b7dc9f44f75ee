//! From a quality to a score: an ordered logit in whole numbers.

use crate::dice::Dice;
use domain::questionnaire::{IndexKind, Questionnaire};

/// The table covers 8 logits to either side, in 32nds.
const MIDDLE: i32 = 256;
const SIZE: usize = 513;
/// Of 65,536 items, how many are skipped: 2 %.
const SKIPPED_SHARE: u32 = 1311;

/// Per quality, of 65,536 scores: how many are below 2, below 3, below 4.
pub(crate) struct Scores(Vec<[u32; 3]>);

impl Scores {
    pub(crate) fn new() -> Self {
        let odds = exponentials();
        let below = |quality: i32| {
            let power = odds[usize::try_from(quality.clamp(-MIDDLE, MIDDLE) + MIDDLE).unwrap_or(0)];
            u32::try_from((1_u128 << 48) / ((1 << 32) + power)).unwrap_or(0)
        };
        // At quality 0: 98.9 % are 2 or more, 91 % are 3 or more, 36 % are 4.
        let row = |quality| [below(quality + 144), below(quality + 74), below(quality - 18)];
        Self((-MIDDLE..=MIDDLE).map(row).collect())
    }

    /// 1 to 4, or 0 for a skipped item.
    pub(crate) fn draw(&self, quality: i32, dice: &mut Dice) -> u8 {
        let bits = dice.bits();
        if bits >> 16 < SKIPPED_SHARE {
            return 0;
        }
        let drawn = bits & 0xFFFF;
        let [two, three, four] = self.0[usize::try_from(quality.clamp(-MIDDLE, MIDDLE) + MIDDLE).unwrap_or(0)];
        1 + u8::from(drawn >= two) + u8::from(drawn >= three) + u8::from(drawn >= four)
    }
}

/// e to the power of −8 … 8 in 32nds, times 2³².
fn exponentials() -> Vec<u128> {
    // e^(1/32), times 2³².
    const STEP: u128 = 4_431_304_193;
    let mut powers = vec![0; SIZE];
    let middle = SIZE / 2;
    powers[middle] = 1 << 32;
    for step in 1..=middle {
        powers[middle + step] = (powers[middle + step - 1] * STEP) >> 32;
        powers[middle - step] = (powers[middle - step + 1] << 32) / STEP;
    }
    powers
}

/// How people tend to rate each item: time, complaints and premises lower, fee, conduct and honesty higher.
pub(crate) fn tendencies(questionnaire: &Questionnaire) -> Vec<i32> {
    let element_of = |item: &str, kind: IndexKind| {
        let index = questionnaire.groupings.first()?.indices.iter().find(|index| index.index == kind)?;
        let fed = index.elements.iter().find(|element| element.items.iter().any(|code| code == item))?;
        Some(fed.element.as_str())
    };
    // An item that also feeds the index against corruption is about honesty before anything else.
    questionnaire
        .items
        .iter()
        .map(|item| {
            [IndexKind::Ipak, IndexKind::Ikm, IndexKind::Ipkp]
                .into_iter()
                .find_map(|kind| element_of(&item.code, kind))
                .map_or(0, tendency)
        })
        .collect()
}

fn tendency(element: &str) -> i32 {
    match element {
        "U1" | "KP2" => 4,
        "U2" | "KP3" => 0,
        "U3" | "KP4" => -22,
        "U4" | "KP5" => 18,
        "U5" | "KP1" => 2,
        "U6" => 8,
        "U7" => 20,
        "U8" | "KP8" => -24,
        "U9" | "KP6" => -18,
        "KP7" => -4,
        "AK1" => 20,
        "AK2" => 24,
        "AK3" | "AK4" => 32,
        "AK5" => 14,
        _ => 0,
    }
}

/// What being free of charge adds to an item about the fee: most people then say "Gratis".
pub(crate) const FREE_OF_CHARGE: i32 = 60;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_of_each_score_is_that_of_the_logistic_curve() {
        let [two, three, four] = Scores::new().0[256];
        // 65,536 ÷ (1 + e^4.5), ÷ (1 + e^2.3125), ÷ (1 + e^−0.5625).
        assert_eq!([two, three, four], [720, 5904, 41748]);
    }

    #[test]
    fn a_better_quality_never_gives_a_lower_score() {
        let scores = Scores::new().0;
        assert!(scores.windows(2).all(|pair| (0..3).all(|score| pair[1][score] <= pair[0][score])));
    }
}
