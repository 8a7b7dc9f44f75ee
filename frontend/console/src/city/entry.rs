//! A unit as the city's table needs it: prepared once, so that searching and sorting only compare.

use crate::menu::unit_address;
use contract::results::Recap;
use domain::figures::{IndexSummary, RecapUnit};
use domain::{IndexKind, UnitKind};
use texts::format::NONE;
use ui::api;
use ui::chart::hundredths;
use ui::language::{count, decimal};

/// Fewer responses than this are not ranked.
const RANKED_FROM: i64 = 30;

/// One unit.
pub(super) struct Entry {
    pub(super) code: String,
    pub(super) name: String,
    /// Its name in small letters, for the search.
    pub(super) folded: String,
    /// Among which kind the city counts it.
    pub(super) kind: Option<UnitKind>,
    pub(super) n: i64,
    pub(super) required: Option<i64>,
    pub(super) reached: bool,
    pub(super) ikm: Option<Index>,
    pub(super) ipkp: Option<Index>,
    pub(super) ipak: Option<Index>,
    /// The values of U1 to U9, in hundredths.
    pub(super) elements: [Option<i32>; 9],
}

/// An index of a unit as printed.
pub(super) struct Index {
    /// In hundredths, for sorting.
    pub(super) value: i32,
    pub(super) shown: String,
    pub(super) grade: String,
    /// The margin in hundredths.
    pub(super) margin: Option<i32>,
    pub(super) margin_shown: String,
}

impl Entry {
    pub(super) fn all(recap: &Recap) -> Vec<Self> {
        recap.units.iter().map(Self::of).collect()
    }

    fn of(unit: &RecapUnit) -> Self {
        let index = |kind| unit.indices.iter().find(|summary| summary.index == kind).and_then(Index::of);
        let element = |code: &str| {
            let element = unit.elements.iter().find(|element| element.code == code)?;
            hundredths(&element.converted)
        };
        let mut elements = [None; 9];
        for (place, code) in elements.iter_mut().zip(IndexKind::Ikm.elements()) {
            *place = element(code);
        }
        Self {
            code: unit.code.clone(),
            name: unit.name.clone(),
            folded: ui::browser::lower(&unit.name),
            kind: UnitKind::from_code(&unit.kind).and_then(UnitKind::counted_as),
            n: unit.n,
            required: unit.sample.required,
            reached: unit.sample.status == "reached",
            ikm: index(IndexKind::Ikm),
            ipkp: index(IndexKind::Ipkp),
            ipak: index(IndexKind::Ipak),
            elements,
        }
    }

    /// The way into the unit, in the same period.
    pub(super) fn address(&self, period: &str) -> String {
        api::query(&unit_address(&self.code), &[("period", Some(period))])
    }

    pub(super) fn has_none(&self) -> bool {
        self.n == 0
    }

    pub(super) fn is_small(&self) -> bool {
        self.n > 0 && self.n < RANKED_FROM
    }

    /// "175 / 212": answers against the required sample.
    pub(super) fn answers(&self) -> (String, String) {
        (count(self.n), self.required.map_or_else(|| NONE.to_owned(), count))
    }
}

impl Index {
    fn of(summary: &IndexSummary) -> Option<Self> {
        let points = summary.margin.points.as_deref();
        Some(Self {
            value: hundredths(&summary.converted)?,
            shown: decimal(&summary.converted),
            grade: summary.grade.clone(),
            margin: points.and_then(hundredths),
            margin_shown: points.map_or_else(|| NONE.to_owned(), decimal),
        })
    }
}
