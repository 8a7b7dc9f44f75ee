//! Random numbers that are the same on every machine.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// A seeded stream of random whole numbers.
#[derive(Clone, Debug)]
pub(crate) struct Dice(ChaCha8Rng);

impl Dice {
    /// The stream of a seed; each `purpose` has a stream of its own, so that one more draw here moves nothing there.
    pub(crate) fn new(seed: u64, purpose: u64) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        rng.set_stream(purpose);
        Self(rng)
    }

    pub(crate) fn bits(&mut self) -> u32 {
        self.0.next_u32()
    }

    pub(crate) fn bytes(&mut self) -> [u8; 10] {
        let mut bytes = [0; 10];
        self.0.fill_bytes(&mut bytes);
        bytes
    }

    /// From 0 up to, not including, `end`.
    pub(crate) fn below(&mut self, end: u32) -> u32 {
        u32::try_from((u64::from(self.bits()) * u64::from(end)) >> 32).unwrap_or(0)
    }

    /// From `first` to `last`, both included.
    pub(crate) fn between(&mut self, first: i32, last: i32) -> i32 {
        let width = last.saturating_sub(first).unsigned_abs() + 1;
        first.saturating_add_unsigned(self.below(width))
    }

    /// True `hundredths` times in a hundred.
    pub(crate) fn percent(&mut self, hundredths: u32) -> bool {
        self.below(100) < hundredths
    }

    /// Near 0, in a bell of standard deviation 148.
    pub(crate) fn bell(&mut self) -> i32 {
        self.bits().to_be_bytes().into_iter().map(i32::from).sum::<i32>() - 510
    }

    /// One of a list that is not empty.
    pub(crate) fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        list.get(self.position(list.len()))
    }

    /// A position in a list of this length.
    pub(crate) fn position(&mut self, length: usize) -> usize {
        let end = u32::try_from(length).unwrap_or(u32::MAX);
        usize::try_from(self.below(end)).unwrap_or(0)
    }

    /// A position, drawn by the running totals of the weights.
    pub(crate) fn weighted(&mut self, running_totals: &[u32]) -> usize {
        let drawn = self.below(running_totals.last().copied().unwrap_or(0));
        running_totals.iter().position(|total| drawn < *total).unwrap_or(0)
    }
}

/// The running totals that [`Dice::weighted`] takes.
pub(crate) fn running_totals(weights: impl IntoIterator<Item = u32>) -> Vec<u32> {
    let mut sum = 0;
    weights
        .into_iter()
        .map(|weight| {
            sum += weight;
            sum
        })
        .collect()
}

/// Shares `total` out in whole numbers by weight; the parts add up to it, unless every weight is 0.
pub(crate) fn share_out(total: u64, weights: impl Iterator<Item = u64> + Clone) -> Vec<u64> {
    let sum: u64 = weights.clone().sum();
    let (mut running, mut given) = (0_u64, 0_u64);
    weights
        .map(|weight| {
            running += weight;
            let due = u128::from(total) * u128::from(running) / u128::from(sum.max(1));
            let due = u64::try_from(due).unwrap_or(u64::MAX);
            let part = due - given;
            given = due;
            part
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_to_the_total() {
        assert_eq!(share_out(10, [1, 1, 1].into_iter()), [3, 3, 4]);
        assert_eq!(share_out(7, [0, 5, 0].into_iter()), [0, 7, 0]);
        assert_eq!(share_out(7, [0, 0].into_iter()), [0, 0]);
        assert_eq!(share_out(2, std::iter::repeat_n(3, 1000)).iter().sum::<u64>(), 2);
    }

    #[test]
    fn draws_stay_in_their_range() {
        let mut dice = Dice::new(1, 2);
        assert!((0..1000).all(|_| dice.below(7) < 7));
        assert!((0..1000).all(|_| (-3..=3).contains(&dice.between(-3, 3))));
        assert!((0..1000).all(|_| dice.weighted(&[0, 3, 3, 4]) % 2 == 1));
    }
}
