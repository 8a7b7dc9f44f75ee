//! From item counters to the sums of an index.

use super::IndexSums;
use crate::tally::{Counts, Moments};
use crate::{Grouping, IndexKind, Layout, Questionnaire};

/// Which counters of a tally go where: worked out once per questionnaire version, grouping and index, used for every
/// tally of them.
///
/// With B the grouping (items × elements), SS = BᵀYYB, SA = BᵀYDB, AA = BᵀDDB. The pairs j < k of items are the tally's
/// pair sums, the diagonal j = j follows from the score counts.
#[derive(Clone, Debug)]
pub struct IndexPlan {
    kind: IndexKind,
    set: usize,
    /// Item position and the element it feeds.
    items: Vec<(usize, usize)>,
    /// Item position and the cell of two elements it feeds.
    diagonal: Vec<(usize, usize)>,
    pairs: Vec<PairCells>,
}

/// A pair of items j < k that feeds elements u and v.
#[derive(Clone, Copy, Debug)]
struct PairCells {
    pair: usize,
    uv: usize,
    vu: usize,
}

impl IndexPlan {
    /// The plan of one index; `None` when the questionnaire does not give it under this grouping.
    pub fn new(questionnaire: &Questionnaire, layout: &Layout, grouping: &Grouping, kind: IndexKind) -> Option<Self> {
        let index = grouping.index(kind)?;
        let set = layout.set_position(questionnaire, index)?;
        let mut items = Vec::new();
        for element in &index.elements {
            let position = kind.element_position(&element.element)?;
            for code in &element.items {
                items.push((questionnaire.item_position(code)?, position));
            }
        }
        let size = kind.elements().len();
        let fed_by = |item: usize| items.iter().filter(move |(fed, _)| *fed == item).map(|(_, element)| *element);
        let mut diagonal = Vec::new();
        for &(item, u) in &items {
            diagonal.extend(fed_by(item).map(|v| (item, u * size + v)));
        }
        let mut pairs = Vec::new();
        for (pair, &(j, k)) in layout.pairs.iter().enumerate() {
            for u in fed_by(j.into()) {
                pairs.extend(fed_by(k.into()).map(|v| PairCells { pair, uv: u * size + v, vu: v * size + u }));
            }
        }
        Some(Self { kind, set, items, diagonal, pairs })
    }

    /// Which index it is for.
    pub const fn kind(&self) -> IndexKind {
        self.kind
    }

    /// Adds one tally to the sums of the plan's index; without pair sums the result has no margin. Allocates nothing.
    pub fn add(&self, sums: &mut IndexSums, counts: &Counts, moments: Option<&Moments>) {
        sums.n += counts.sets.get(self.set).copied().unwrap_or(0);
        for &(item, element) in &self.items {
            if let (Some(&[skipped, scores @ ..]), Some(element)) =
                (counts.items.get(item), sums.elements.get_mut(element))
            {
                element.skipped += skipped;
                for (mine, theirs) in element.scores.iter_mut().zip(scores) {
                    *mine += theirs;
                }
            }
        }
        let Some(moments) = moments else {
            sums.cross = None;
            return;
        };
        let Some(cross) = &mut sums.cross else { return };
        let add = |cells: &mut [i64], cell: usize, value: i64| {
            if let Some(sum) = cells.get_mut(cell) {
                *sum += value;
            }
        };
        for &(item, cell) in &self.diagonal {
            if let Some(&[_, one, two, three, four]) = counts.items.get(item) {
                add(&mut cross.ss, cell, one + 4 * two + 9 * three + 16 * four);
                add(&mut cross.sa, cell, one + 2 * two + 3 * three + 4 * four);
                add(&mut cross.aa, cell, one + two + three + four);
            }
        }
        for &PairCells { pair, uv, vu } in &self.pairs {
            if let Some(&[yy, yd, dy, dd]) = moments.pairs.get(pair) {
                // Both orders of the pair; of one element, both go to the same cell.
                add(&mut cross.ss, uv, yy);
                add(&mut cross.ss, vu, yy);
                add(&mut cross.sa, uv, yd);
                add(&mut cross.sa, vu, dy);
                add(&mut cross.aa, uv, dd);
                add(&mut cross.aa, vu, dd);
            }
        }
    }
}
