//! The recap of all units.

use super::method::method;
use super::printed::Printed;
use super::{
    CityChange, CityIndex, ElementMean, IndexSummary, KindIndex, Method, Recap, RecapKind, RecapUnit, summary,
};
use crate::change::{Change, NotComparable};
use crate::index::{IndexPlan, IndexSums, Standing, mean, mean_of_printed};
use crate::margin::LEAST_WITHOUT_WARNING;
use crate::{CitySettings, Decimal, IndexKind, Layout, Period, Questionnaire, Tally};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the recap is computed from.
#[derive(Clone, Debug)]
pub struct RecapInput<'a> {
    /// The settings in force.
    pub settings: &'a CitySettings,
    /// The period.
    pub period: Period,
    /// The units in the order of the tree.
    pub units: Vec<UnitInput<'a>>,
    /// Whether the tallies of the units hold the excluded responses as well.
    pub excluded_counted: bool,
}

/// A unit and its own tallies by service.
#[derive(Clone, Debug)]
pub struct UnitInput<'a> {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: String,
    /// Whether it must run the survey.
    pub obliged: bool,
    /// N, where known.
    pub served: Option<i64>,
    /// Its excluded responses.
    pub excluded: i64,
    /// What its submitted report of the period says: it stands in the place of the answers.
    pub submitted: Option<UnitStanding>,
    /// One entry a service and questionnaire version: (service, questionnaire, layout, tally). Under `gabungan` the
    /// services of a unit may be summed beforehand.
    pub tallies: Vec<UnitTally<'a>>,
}

/// A tally of a unit's service.
pub type UnitTally<'a> = (i32, &'a Questionnaire, &'a Layout, Tally);

/// What a unit puts into the city's figures; frozen with its report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnitStanding {
    /// Its own responses.
    pub n: i64,
    /// N, where known.
    pub served: Option<i64>,
    /// Its indices.
    pub indices: Vec<IndexStanding>,
}

/// An index of a unit, printed and for roll-ups.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IndexStanding {
    /// As it is printed.
    pub summary: IndexSummary,
    /// Its value and spread.
    pub standing: Standing,
    /// The printed converted mean of each element that has an answer.
    pub elements: Vec<ElementMean>,
}

impl UnitStanding {
    fn index(&self, kind: IndexKind) -> Option<&IndexStanding> {
        self.indices.iter().find(|index| index.summary.index == kind)
    }
}

impl RecapInput<'_> {
    /// The recap.
    pub fn recap(&self) -> Recap {
        let mut plans = BTreeMap::new();
        let mut city: Vec<IndexSums> = IndexKind::ALL.map(IndexSums::empty).into();
        let figures: Vec<UnitStanding> = self.units.iter().map(|unit| self.unit(unit, &mut plans, &mut city)).collect();
        let of_units = || self.units.iter().zip(&figures);
        let obliged: Vec<(&UnitInput<'_>, &UnitStanding)> = of_units().filter(|(unit, _)| unit.obliged).collect();
        let others = of_units().filter(|(unit, figures)| !unit.obliged && figures.n > 0);
        let mut units: Vec<RecapUnit> = obliged.iter().map(|(unit, figures)| row(unit, figures)).collect();
        rank(&mut units);
        let indices = IndexKind::ALL.into_iter().zip(&city).filter_map(|(kind, sums)| {
            let mean = mean_of_printed(standings(&obliged, kind))?;
            let submitted =
                obliged.iter().filter(|(unit, figures)| unit.submitted.is_some() && figures.index(kind).is_some());
            let submitted = submitted.count();
            Some(CityIndex {
                headline: summary::mean(kind, &mean),
                units: mean.count,
                submitted_units: submitted,
                sementara: submitted < mean.count,
                small_units: mean.small_count,
                single_answer_units: mean.single_count,
                converted_without_small: mean.converted_without_small.map(|value| value.to_string()),
                pooled: summary::index(&sums.figure(self.settings.weight, None)?),
            })
        });
        Recap {
            period: self.period.to_string(),
            from: self.period.first().to_string(),
            to: self.period.last().to_string(),
            method: self.method(),
            units_obliged: obliged.len(),
            units_with_answers: with_answers(&obliged),
            n: obliged.iter().map(|(_, figures)| figures.n).sum(),
            excluded: obliged.iter().map(|(unit, _)| unit.excluded).sum(),
            indices: indices.collect(),
            kinds: kinds(&obliged),
            others: others.map(|(unit, figures)| row(unit, figures)).collect(),
            units,
        }
    }

    /// What each unit puts into the figures, in the same order.
    pub fn standings(&self) -> Vec<UnitStanding> {
        let mut plans = BTreeMap::new();
        let mut city: Vec<IndexSums> = IndexKind::ALL.map(IndexSums::empty).into();
        self.units.iter().map(|unit| self.unit(unit, &mut plans, &mut city)).collect()
    }

    /// Against an earlier period: the mean of the obliged units that have the index in both, so that a unit that came or
    /// went is no change.
    pub fn changes(&self, before: &RecapInput<'_>) -> Vec<CityChange> {
        let (now, then) = (self.obliged_standings(), before.obliged_standings());
        let of_kind = |kind: IndexKind| {
            let both = now
                .iter()
                .filter_map(|(code, now)| Some((then.get(code)?.index(kind)?.standing, now.index(kind)?.standing)));
            let (earlier, later): (Vec<Standing>, Vec<Standing>) = both.unzip();
            let (earlier, later) = (mean_of_printed(earlier)?, mean_of_printed(later)?);
            let change = if self.settings.weight == before.settings.weight {
                Change::of_estimates(&earlier.estimate, &later.estimate)
            } else {
                Change::NotComparable { reason: NotComparable::OtherWeight }
            };
            Some(CityChange {
                index: kind,
                units: later.count,
                converted: later.converted.to_string(),
                change: summary::change(&change, before.period.to_string(), (earlier.converted, earlier.n)),
            })
        };
        IndexKind::ALL.into_iter().filter_map(of_kind).collect()
    }

    fn obliged_standings(&self) -> BTreeMap<&str, UnitStanding> {
        let units = self.units.iter().zip(self.standings()).filter(|(unit, _)| unit.obliged);
        units.map(|(unit, standing)| (unit.code.as_str(), standing)).collect()
    }

    fn method(&self) -> Method {
        let tallies = self.units.iter().flat_map(|unit| &unit.tallies);
        let answered = tallies.map(|(_, questionnaire, _, tally)| (*questionnaire, tally.counts.n));
        method(self.settings, answered, self.excluded_counted)
    }

    fn unit(&self, unit: &UnitInput<'_>, plans: &mut Plans, city: &mut [IndexSums]) -> UnitStanding {
        let n = unit.tallies.iter().map(|(_, _, _, tally)| tally.counts.n).sum();
        let mut indices = Vec::new();
        for (kind, city) in IndexKind::ALL.into_iter().zip(city) {
            let mut by_service: BTreeMap<i32, IndexSums> = BTreeMap::new();
            for (service, questionnaire, layout, tally) in &unit.tallies {
                if let Some(plan) = self.plan(plans, questionnaire, layout, kind) {
                    let sums = by_service.entry(*service).or_insert_with(|| IndexSums::empty(kind));
                    plan.add(sums, &tally.counts, Some(&tally.moments));
                }
            }
            let by_service: Vec<IndexSums> = by_service.into_values().collect();
            if unit.obliged {
                by_service.iter().for_each(|sums| city.merge(sums));
            }
            if let Some(printed) = Printed::of(self.settings, &by_service, unit.served) {
                let elements = printed.figure.elements.iter();
                indices.push(IndexStanding {
                    summary: summary::index(&printed.figure),
                    standing: Standing::from(&printed.figure),
                    elements: elements
                        .map(|e| ElementMean { code: e.code.to_owned(), converted: e.converted.to_string() })
                        .collect(),
                });
            }
        }
        unit.submitted.clone().unwrap_or(UnitStanding { n, served: unit.served, indices })
    }

    fn plan<'p>(
        &self,
        plans: &'p mut Plans,
        questionnaire: &Questionnaire,
        layout: &Layout,
        kind: IndexKind,
    ) -> Option<&'p IndexPlan> {
        let key = (questionnaire.code.to_string(), questionnaire.version, kind);
        plans
            .entry(key)
            .or_insert_with(|| {
                let grouping = questionnaire.grouping(self.settings.grouping_of(&questionnaire.code))?;
                IndexPlan::new(questionnaire, layout, grouping, kind)
            })
            .as_ref()
    }
}

/// One index of the units that have it.
fn of_index<'a>(
    units: &'a [(&UnitInput<'_>, &'a UnitStanding)],
    kind: IndexKind,
) -> impl Iterator<Item = &'a IndexStanding> + Clone {
    units.iter().filter_map(move |(_, figures)| figures.index(kind))
}

fn standings(units: &[(&UnitInput<'_>, &UnitStanding)], kind: IndexKind) -> impl Iterator<Item = Standing> {
    of_index(units, kind).map(|index| index.standing)
}

fn with_answers(units: &[(&UnitInput<'_>, &UnitStanding)]) -> usize {
    units.iter().filter(|(_, figures)| figures.n > 0).count()
}

/// One entry for each kind of the obliged units, in the order in which the tree names them first.
fn kinds(obliged: &[(&UnitInput<'_>, &UnitStanding)]) -> Vec<RecapKind> {
    let mut by_kind: Vec<(&str, Vec<(&UnitInput<'_>, &UnitStanding)>)> = Vec::new();
    for entry in obliged {
        let kind = entry.0.kind.as_str();
        match by_kind.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, units)) => units.push(*entry),
            None => by_kind.push((kind, vec![*entry])),
        }
    }
    by_kind.into_iter().map(|(kind, units)| of_kind(kind, &units)).collect()
}

fn of_kind(kind: &str, units: &[(&UnitInput<'_>, &UnitStanding)]) -> RecapKind {
    let indices = IndexKind::ALL.into_iter().filter_map(|index| {
        let mean = mean_of_printed(standings(units, index))?;
        Some(KindIndex { headline: summary::mean(index, &mean), units: mean.count })
    });
    let elements = IndexKind::Ikm.elements().iter().filter_map(|code| {
        let of_units = of_index(units, IndexKind::Ikm).flat_map(|index| &index.elements);
        let of_element = of_units.filter(|element| element.code == *code);
        let mean = mean(of_element.filter_map(|element| element.converted.parse().ok()))?;
        Some(ElementMean { code: (*code).to_owned(), converted: Decimal::round_half_up(&mean, 2).to_string() })
    });
    RecapKind {
        kind: kind.to_owned(),
        units_obliged: units.len(),
        units_with_answers: with_answers(units),
        n: units.iter().map(|(_, figures)| figures.n).sum(),
        indices: indices.collect(),
        elements: elements.collect(),
    }
}

type Plans = BTreeMap<(String, u16, IndexKind), Option<IndexPlan>>;

fn row(unit: &UnitInput<'_>, figures: &UnitStanding) -> RecapUnit {
    RecapUnit {
        code: unit.code.clone(),
        name: unit.name.clone(),
        kind: unit.kind.clone(),
        obliged: unit.obliged,
        submitted: unit.submitted.is_some(),
        n: figures.n,
        sample: summary::sample(figures.n, figures.served),
        indices: figures.indices.iter().map(|index| index.summary.clone()).collect(),
        elements: figures.index(IndexKind::Ikm).map_or_else(Vec::new, |ikm| ikm.elements.clone()),
        rank: None,
    }
}

/// Places among the obliged units by the printed IKM: equal values share one, fewer than 30 responses have none.
fn rank(units: &mut [RecapUnit]) {
    let value = |unit: &RecapUnit| -> Option<Decimal> {
        let ikm = unit.indices.iter().find(|summary| summary.index == IndexKind::Ikm)?;
        (ikm.n >= LEAST_WITHOUT_WARNING).then(|| ikm.converted.parse().ok())?
    };
    let values: Vec<Decimal> = units.iter().filter_map(value).collect();
    for unit in units {
        unit.rank = value(unit).map(|own| 1 + values.iter().filter(|other| **other > own).count());
    }
}
