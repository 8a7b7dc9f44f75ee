//! By what the table is sorted; kept in the address.

use super::entry::{Entry, Index};
use std::cmp::Ordering;

/// A column that sorts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Name,
    Answers,
    Ikm,
    Margin,
    Ipkp,
    Ipak,
}

impl By {
    pub(super) const ALL: [Self; 6] = [Self::Name, Self::Answers, Self::Ikm, Self::Margin, Self::Ipkp, Self::Ipak];

    /// Its name in the address.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Name => "unit",
            Self::Answers => "n",
            Self::Ikm => "ikm",
            Self::Margin => "margin",
            Self::Ipkp => "ipkp",
            Self::Ipak => "ipak",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.code() == code)
    }
}

/// A column and a direction.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Sorting {
    pub(super) by: By,
    pub(super) down: bool,
}

impl Default for Sorting {
    /// The best first, as a ranked list.
    fn default() -> Self {
        Self { by: By::Ikm, down: true }
    }
}

impl Sorting {
    /// `ikm`, or `-ikm` downwards.
    pub(super) fn from_code(code: &str) -> Option<Self> {
        let (down, code) = code.strip_prefix('-').map_or((false, code), |code| (true, code));
        Some(Self { by: By::from_code(code)?, down })
    }

    /// What the address says; nothing for the usual order.
    pub(super) fn code(self) -> Option<String> {
        let sign = if self.down { "-" } else { "" };
        (self != Self::default()).then(|| format!("{sign}{}", self.by.code()))
    }

    /// What a press on a column's head asks for.
    pub(super) fn pressed(self, by: By) -> Self {
        let down = if self.by == by { !self.down } else { by != By::Name };
        Self { by, down }
    }

    /// What has no value comes last in both directions; among indices, so do units with few respondents, unranked.
    pub(super) fn compare(self, a: &Entry, b: &Entry) -> Ordering {
        let value = |entry: &Entry| -> Option<i64> {
            let of = |index: &Option<Index>| index.as_ref().map(|index| i64::from(index.value));
            match self.by {
                By::Name => Some(0),
                By::Answers => Some(entry.n),
                By::Ikm => of(&entry.ikm),
                By::Margin => entry.ikm.as_ref().and_then(|ikm| ikm.margin).map(i64::from),
                By::Ipkp => of(&entry.ipkp),
                By::Ipak => of(&entry.ipak),
            }
        };
        let is_index = matches!(self.by, By::Ikm | By::Ipkp | By::Ipak);
        let (left, right) = (value(a), value(b));
        let direction = |order: Ordering| if self.down { order.reverse() } else { order };
        left.is_none()
            .cmp(&right.is_none())
            .then_with(|| if is_index { a.is_small().cmp(&b.is_small()) } else { Ordering::Equal })
            .then_with(|| direction(left.cmp(&right)))
            .then_with(|| {
                let names = a.folded.cmp(&b.folded);
                if self.by == By::Name { direction(names) } else { names }
            })
    }
}
