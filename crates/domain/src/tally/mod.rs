//! Counts from which every figure follows: a commutative monoid over responses.
//!
//! A [`Tally`] of one service, month and questionnaire version holds how often each score was given to each item, how many
//! responses have an answer to each index, and the pair sums from which the margin of error follows. Tallies add over
//! months, services and units; excluding a response subtracts it.

mod codec;
mod layout;
mod slices;

pub use codec::CodecError;
pub use layout::Layout;
pub use slices::{SliceKey, SliceKind, Slices};

/// An answer byte: the item was asked and not answered.
pub const SKIPPED: u8 = 0;
/// An answer byte: the item was not asked here.
pub const NOT_ASKED: u8 = 255;

/// Score counts of one slice of the responses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Responses.
    pub n: i64,
    /// Per item set of the [`Layout`]: responses with at least one of its items answered (the n of an index).
    pub sets: Vec<i64>,
    /// Per item: asked but not answered, then scores 1, 2, 3, 4.
    pub items: Vec<[i64; 5]>,
}

/// Pair sums over the responses, in the order of [`Layout::pairs`]; y is the score or 0, d is 1 where answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moments {
    /// Per pair j < k: Σ y_j·y_k, Σ y_j·d_k, Σ d_j·y_k, Σ d_j·d_k.
    pub pairs: Vec<[i64; 4]>,
}

/// Counts and pair sums together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How often each score was given.
    pub counts: Counts,
    /// What the margin of error needs.
    pub moments: Moments,
}

/// Whether a response is added to a tally or taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Count it.
    Add,
    /// Take it out again.
    Subtract,
}

impl Sign {
    const fn unit(self) -> i64 {
        match self {
            Self::Add => 1,
            Self::Subtract => -1,
        }
    }
}

/// The score of an answer byte, 0 where there is none.
const fn score(answer: u8) -> i64 {
    if answer >= 1 && answer <= 4 { answer as i64 } else { 0 }
}

impl Counts {
    /// Counts of no response.
    pub fn empty(layout: &Layout) -> Self {
        Self { n: 0, sets: vec![0; layout.sets.len()], items: vec![[0; 5]; layout.items] }
    }

    /// Counts one response in or out; `answers` has one byte per item of the layout.
    pub fn count(&mut self, layout: &Layout, answers: &[u8], sign: Sign) {
        let unit = sign.unit();
        self.n += unit;
        let mut answered = 0_u64;
        for (position, (item, &answer)) in self.items.iter_mut().zip(answers).enumerate() {
            if answer <= 4 {
                item[usize::from(answer)] += unit;
            }
            if score(answer) > 0 {
                answered |= 1 << position;
            }
        }
        for (n, set) in self.sets.iter_mut().zip(&layout.sets) {
            if answered & set != 0 {
                *n += unit;
            }
        }
    }

    /// Adds another slice of the same layout.
    pub fn merge(&mut self, other: &Self) {
        self.n += other.n;
        for (mine, theirs) in self.sets.iter_mut().zip(&other.sets) {
            *mine += theirs;
        }
        for (mine, theirs) in self.items.iter_mut().flatten().zip(other.items.iter().flatten()) {
            *mine += theirs;
        }
    }

    /// True when nothing is counted.
    pub fn is_empty(&self) -> bool {
        self.n == 0 && self.items.iter().flatten().all(|count| *count == 0)
    }
}

impl Moments {
    /// Pair sums of no response.
    pub fn empty(layout: &Layout) -> Self {
        Self { pairs: vec![[0; 4]; layout.pairs.len()] }
    }

    /// Adds or subtracts the products of one response.
    pub fn count(&mut self, layout: &Layout, answers: &[u8], sign: Sign) {
        let unit = sign.unit();
        for (sums, &(j, k)) in self.pairs.iter_mut().zip(&layout.pairs) {
            let of = |position: u8| answers.get(usize::from(position)).map_or(0, |&answer| score(answer));
            let (y_j, y_k) = (of(j), of(k));
            let (d_j, d_k) = (i64::from(y_j > 0), i64::from(y_k > 0));
            sums[0] += unit * y_j * y_k;
            sums[1] += unit * y_j * d_k;
            sums[2] += unit * d_j * y_k;
            sums[3] += unit * d_j * d_k;
        }
    }

    /// Adds the pair sums of other responses.
    pub fn merge(&mut self, other: &Self) {
        for (mine, theirs) in self.pairs.iter_mut().flatten().zip(other.pairs.iter().flatten()) {
            *mine += theirs;
        }
    }
}

impl Tally {
    /// A tally of no response.
    pub fn empty(layout: &Layout) -> Self {
        Self { counts: Counts::empty(layout), moments: Moments::empty(layout) }
    }

    /// Counts one response in or out.
    pub fn count(&mut self, layout: &Layout, answers: &[u8], sign: Sign) {
        self.counts.count(layout, answers, sign);
        self.moments.count(layout, answers, sign);
    }

    /// Adds a tally of other responses.
    pub fn merge(&mut self, other: &Self) {
        self.counts.merge(&other.counts);
        self.moments.merge(&other.moments);
    }
}
