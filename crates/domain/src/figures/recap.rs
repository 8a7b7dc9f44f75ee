//! The recap of all units.

use super::method::method;
use super::printed::Printed;
use super::{CityIndex, ElementMean, KindIndex, Method, Recap, RecapKind, RecapUnit, summary};
use crate::index::{IndexFigure, IndexPlan, IndexSums, mean, mean_of_printed};
use crate::margin::LEAST_WITHOUT_WARNING;
use crate::{CitySettings, Decimal, IndexKind, Layout, Period, Questionnaire, Tally};
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
    /// One entry a service and questionnaire version: (service, questionnaire, layout, tally). Under `gabungan` the
    /// services of a unit may be summed beforehand.
    pub tallies: Vec<UnitTally<'a>>,
}

/// A tally of a unit's service.
pub type UnitTally<'a> = (i32, &'a Questionnaire, &'a Layout, Tally);

struct UnitFigures {
    n: i64,
    indices: Vec<(super::IndexSummary, IndexFigure)>,
}

impl RecapInput<'_> {
    /// The recap.
    pub fn recap(&self) -> Recap {
        let mut plans = BTreeMap::new();
        let mut city: Vec<IndexSums> = IndexKind::ALL.map(IndexSums::empty).into();
        let figures: Vec<UnitFigures> = self.units.iter().map(|unit| self.unit(unit, &mut plans, &mut city)).collect();
        let of_units = || self.units.iter().zip(&figures);
        let obliged: Vec<(&UnitInput<'_>, &UnitFigures)> = of_units().filter(|(unit, _)| unit.obliged).collect();
        let others = of_units().filter(|(unit, figures)| !unit.obliged && figures.n > 0);
        let mut units: Vec<RecapUnit> = obliged.iter().map(|(unit, figures)| row(unit, figures)).collect();
        rank(&mut units);
        let indices = IndexKind::ALL.into_iter().zip(&city).filter_map(|(kind, sums)| {
            let mean = mean_of_printed(printed(&obliged, kind))?;
            Some(CityIndex {
                headline: summary::mean(kind, &mean),
                units: mean.count,
                sementara: true,
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
            indices: indices.collect(),
            kinds: kinds(&obliged),
            others: others.map(|(unit, figures)| row(unit, figures)).collect(),
            units,
        }
    }

    fn method(&self) -> Method {
        let tallies = self.units.iter().flat_map(|unit| &unit.tallies);
        method(self.settings, tallies.map(|(_, questionnaire, _, tally)| (*questionnaire, tally.counts.n)), false)
    }

    fn unit(&self, unit: &UnitInput<'_>, plans: &mut Plans, city: &mut [IndexSums]) -> UnitFigures {
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
                indices.push((summary::index(&printed.figure), printed.figure));
            }
        }
        UnitFigures { n, indices }
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

/// The printed figures of one index, of the units that have it.
fn printed<'a>(
    units: &'a [(&UnitInput<'_>, &'a UnitFigures)],
    kind: IndexKind,
) -> impl Iterator<Item = &'a IndexFigure> + Clone {
    let figures = units.iter().flat_map(|(_, figures)| &figures.indices).map(|(_, figure)| figure);
    figures.filter(move |figure| figure.kind == kind)
}

fn with_answers(units: &[(&UnitInput<'_>, &UnitFigures)]) -> usize {
    units.iter().filter(|(_, figures)| figures.n > 0).count()
}

/// One entry for each kind of the obliged units, in the order in which the tree names them first.
fn kinds(obliged: &[(&UnitInput<'_>, &UnitFigures)]) -> Vec<RecapKind> {
    let mut by_kind: Vec<(&str, Vec<(&UnitInput<'_>, &UnitFigures)>)> = Vec::new();
    for entry in obliged {
        let kind = entry.0.kind.as_str();
        match by_kind.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, units)) => units.push(*entry),
            None => by_kind.push((kind, vec![*entry])),
        }
    }
    by_kind.into_iter().map(|(kind, units)| of_kind(kind, &units)).collect()
}

fn of_kind(kind: &str, units: &[(&UnitInput<'_>, &UnitFigures)]) -> RecapKind {
    let indices = IndexKind::ALL.into_iter().filter_map(|index| {
        let mean = mean_of_printed(printed(units, index))?;
        Some(KindIndex { headline: summary::mean(index, &mean), units: mean.count })
    });
    let elements = IndexKind::Ikm.elements().iter().filter_map(|code| {
        let of_units = printed(units, IndexKind::Ikm).flat_map(|figure| &figure.elements);
        let mean = mean(of_units.filter(|element| element.code == *code).map(|element| element.converted))?;
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

fn row(unit: &UnitInput<'_>, figures: &UnitFigures) -> RecapUnit {
    let ikm = figures.indices.iter().find(|(_, figure)| figure.kind == IndexKind::Ikm);
    RecapUnit {
        code: unit.code.clone(),
        name: unit.name.clone(),
        kind: unit.kind.clone(),
        obliged: unit.obliged,
        n: figures.n,
        sample: summary::sample(figures.n, unit.served),
        indices: figures.indices.iter().map(|(summary, _)| summary.clone()).collect(),
        elements: ikm.map_or_else(Vec::new, |(_, figure)| {
            let elements = figure.elements.iter();
            elements.map(|e| ElementMean { code: e.code.to_owned(), converted: e.converted.to_string() }).collect()
        }),
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
