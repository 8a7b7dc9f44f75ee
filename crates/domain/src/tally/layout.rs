//! What a tally of one questionnaire version keeps.

use crate::Questionnaire;
use crate::questionnaire::IndexGrouping;
use std::collections::BTreeSet;

/// Which counters the tallies of one questionnaire version have; follows from the questionnaire alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// How many items the questionnaire has, at most 64.
    pub items: usize,
    /// The distinct sets of items that form an index under some grouping, as bits by item position.
    pub sets: Vec<u64>,
    /// Item positions j < k that some index of some grouping uses together.
    pub pairs: Vec<(u8, u8)>,
}

impl Layout {
    /// The layout of a questionnaire.
    pub fn of(questionnaire: &Questionnaire) -> Self {
        let mut sets = Vec::new();
        let mut pairs = BTreeSet::new();
        for index in questionnaire.groupings.iter().flat_map(|grouping| &grouping.indices) {
            let set = item_set(questionnaire, index);
            if !sets.contains(&set) {
                sets.push(set);
            }
            let members: Vec<u8> = (0..64).filter(|position| set & (1 << position) != 0).collect();
            for (at, &j) in members.iter().enumerate() {
                pairs.extend(members.iter().skip(at + 1).map(|&k| (j, k)));
            }
        }
        Self { items: questionnaire.items.len(), sets, pairs: pairs.into_iter().collect() }
    }

    /// Where the set of an index stands in [`Layout::sets`].
    pub fn set_position(&self, questionnaire: &Questionnaire, index: &IndexGrouping) -> Option<usize> {
        let wanted = item_set(questionnaire, index);
        self.sets.iter().position(|set| *set == wanted)
    }
}

/// The items that feed an index, as bits by position.
fn item_set(questionnaire: &Questionnaire, index: &IndexGrouping) -> u64 {
    index
        .elements
        .iter()
        .flat_map(|element| &element.items)
        .filter_map(|code| questionnaire.item_position(code))
        .filter(|position| *position < 64)
        .fold(0, |set, position| set | (1 << position))
}
