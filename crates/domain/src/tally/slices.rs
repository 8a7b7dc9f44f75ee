//! Counts by characteristic, channel, time of day and reason of exclusion.

use super::{Counts, Layout, Sign};
use std::collections::BTreeMap;

/// What a slice divides the responses by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SliceKind {
    /// The channel; the value is [`crate::Channel::number`].
    Channel,
    /// The time of day; the value is [`crate::response::TimeSlot::number`].
    TimeSlot,
    /// Why a response is excluded; the value is [`crate::response::ExclusionReason::number`]. Only in tallies of
    /// excluded responses.
    Exclusion,
    /// A profile question by its position; the value is the option's number, 0 for "Tidak menjawab".
    Profile(u8),
}

impl SliceKind {
    /// The number it is stored as; never reused.
    pub const fn number(self) -> u8 {
        match self {
            Self::Channel => 0,
            Self::TimeSlot => 1,
            Self::Exclusion => 2,
            Self::Profile(position) => 16 + position,
        }
    }

    /// The kind stored as `number`.
    pub const fn from_number(number: u8) -> Option<Self> {
        match number {
            0 => Some(Self::Channel),
            1 => Some(Self::TimeSlot),
            2 => Some(Self::Exclusion),
            3..16 => None,
            _ => Some(Self::Profile(number - 16)),
        }
    }
}

/// One slice: a kind and one of its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SliceKey {
    /// What it divides by.
    pub kind: SliceKind,
    /// Which part.
    pub value: u8,
}

/// Counts of every slice that has a response.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slices(BTreeMap<SliceKey, Counts>);

impl Slices {
    /// Counts one response in or out of each of its slices.
    pub fn count(&mut self, layout: &Layout, keys: &[SliceKey], answers: &[u8], sign: Sign) {
        for key in keys {
            self.entry(*key, layout).count(layout, answers, sign);
        }
    }

    /// Adds slices of other responses; slices that become empty vanish.
    pub fn merge(&mut self, other: &Self) {
        for (key, counts) in &other.0 {
            match self.0.get_mut(key) {
                Some(mine) => mine.merge(counts),
                None => {
                    self.0.insert(*key, counts.clone());
                }
            }
        }
        self.drop_empty();
    }

    /// Lets slices that became empty vanish; after responses were taken out.
    pub fn drop_empty(&mut self) {
        self.0.retain(|_, counts| !counts.is_empty());
    }

    /// The counts of one slice.
    pub fn get(&self, key: SliceKey) -> Option<&Counts> {
        self.0.get(&key)
    }

    /// Every slice in order.
    pub fn iter(&self) -> impl Iterator<Item = (&SliceKey, &Counts)> {
        self.0.iter()
    }

    /// How many slices there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn entry(&mut self, key: SliceKey, layout: &Layout) -> &mut Counts {
        self.0.entry(key).or_insert_with(|| Counts::empty(layout))
    }
}
