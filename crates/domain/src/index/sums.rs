//! The integers from which one index follows.

use super::IndexPlan;
use crate::tally::{Counts, Moments};
use crate::{Grouping, IndexKind, Layout, Questionnaire};

/// The sums of one index over some responses; they add over months, services, units and questionnaire versions.
///
/// A response counts in `n` when it answers at least one item of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexSums {
    /// Which index.
    pub kind: IndexKind,
    /// Responses with at least one of its items answered.
    pub n: i64,
    /// Every element in the official order ([`IndexKind::elements`]).
    pub elements: Vec<ElementSums>,
    /// What the margin of error needs; absent where only counts are kept (slices by characteristic).
    pub cross: Option<CrossSums>,
}

/// The answers to the items of one element, pooled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ElementSums {
    /// How often scores 1, 2, 3 and 4 were given.
    pub scores: [i64; 4],
    /// How often an item was asked and not answered.
    pub skipped: i64,
}

impl ElementSums {
    /// n_u: how many answers there are.
    pub const fn answered(&self) -> i64 {
        let [one, two, three, four] = self.scores;
        one + two + three + four
    }

    /// S_u: the sum of the scores.
    pub const fn sum(&self) -> i64 {
        let [one, two, three, four] = self.scores;
        one + 2 * two + 3 * three + 4 * four
    }

    fn merge(&mut self, other: &Self) {
        for (mine, theirs) in self.scores.iter_mut().zip(other.scores) {
            *mine += theirs;
        }
        self.skipped += other.skipped;
    }
}

/// Products of the elements' scores and answers, summed over responses.
///
/// With s_iu the sum of respondent i's scores on the items of element u, and a_iu how many of them were answered:
/// SS_uv = Σ s_iu·s_iv, SA_uv = Σ s_iu·a_iv, AA_uv = Σ a_iu·a_iv. Row by row, k × k.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrossSums {
    pub(super) ss: Vec<i64>,
    pub(super) sa: Vec<i64>,
    pub(super) aa: Vec<i64>,
}

impl CrossSums {
    fn zero(elements: usize) -> Self {
        let zero = || vec![0; elements * elements];
        Self { ss: zero(), sa: zero(), aa: zero() }
    }

    fn merge(&mut self, other: &Self) {
        for (mine, theirs) in [(&mut self.ss, &other.ss), (&mut self.sa, &other.sa), (&mut self.aa, &other.aa)] {
            for (mine, theirs) in mine.iter_mut().zip(theirs) {
                *mine += theirs;
            }
        }
    }
}

impl IndexSums {
    /// Sums of no response.
    pub fn empty(kind: IndexKind) -> Self {
        let elements = kind.elements().len();
        Self { kind, n: 0, elements: vec![ElementSums::default(); elements], cross: Some(CrossSums::zero(elements)) }
    }

    /// Sums of no response, for slices: without what the margin of error needs.
    pub fn of_counts_only(kind: IndexKind) -> Self {
        Self { cross: None, ..Self::empty(kind) }
    }

    /// The sums of one tally; `None` when the questionnaire does not give the index under this grouping. Without pair
    /// sums there is no margin. For many tallies of one questionnaire, make one [`IndexPlan`].
    pub fn from_counts(
        questionnaire: &Questionnaire,
        layout: &Layout,
        grouping: &Grouping,
        kind: IndexKind,
        counts: &Counts,
        moments: Option<&Moments>,
    ) -> Option<Self> {
        let plan = IndexPlan::new(questionnaire, layout, grouping, kind)?;
        let mut sums = if moments.is_some() { Self::empty(kind) } else { Self::of_counts_only(kind) };
        plan.add(&mut sums, counts, moments);
        Some(sums)
    }

    /// Adds the sums of other responses to the same index; elements are matched by their code, so that versions of a
    /// questionnaire pool. Without the pair sums of one side, the result has none.
    pub fn merge(&mut self, other: &Self) {
        if self.kind != other.kind {
            return;
        }
        self.n += other.n;
        for (mine, theirs) in self.elements.iter_mut().zip(&other.elements) {
            mine.merge(theirs);
        }
        match (&mut self.cross, &other.cross) {
            (Some(mine), Some(theirs)) => mine.merge(theirs),
            (mine, _) => *mine = None,
        }
    }

    /// Which elements have an answer, in the official order.
    pub fn answered(&self) -> Vec<bool> {
        self.elements.iter().map(|element| element.answered() > 0).collect()
    }

    /// k: how many elements have an answer.
    pub fn elements_used(&self) -> usize {
        self.elements.iter().filter(|element| element.answered() > 0).count()
    }
}
