//! From tallies to [`Figures`].

use super::method::method;
use super::printed::{Printed, by_service};
use super::{ElementMean, Excluded, ExcludedByReason, Figures, IndexResult, Method, ServiceResult};
use super::{slices, summary};
use crate::change::{Basis, Change};
use crate::index::{ElementFigure, IndexFigure, IndexPlan, IndexSums};
use crate::report::ServiceElements;
use crate::response::ExclusionReason;
use crate::{CitySettings, Code, Grouping, IndexKind, Layout, Period, Questionnaire, Slices, Tally};
use std::collections::BTreeMap;

/// What the figures of a unit and a period are computed from.
#[derive(Clone, Debug)]
pub struct FiguresInput<'a> {
    /// The settings in force.
    pub settings: &'a CitySettings,
    /// The period.
    pub period: Period,
    /// N, where it is known for just this period.
    pub served: Option<i64>,
    /// The tallies by service.
    pub services: Vec<ServiceInput<'a>>,
    /// The totals of the period before, of the same length, by service, for the test of the change.
    pub previous: Vec<ServiceInput<'a>>,
    /// The settings that were in force then.
    pub previous_settings: &'a CitySettings,
    /// Excluded responses by reason; counted in `services` only if `excluded_counted`.
    pub excluded: BTreeMap<ExclusionReason, i64>,
    /// Whether `services` hold the excluded responses as well.
    pub excluded_counted: bool,
    /// True for the whole city, which shows what would single out a person in a unit.
    pub whole_city: bool,
}

/// A service and its tallies.
#[derive(Clone, Debug)]
pub struct ServiceInput<'a> {
    /// The unit that gives it.
    pub unit: String,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// One entry for each questionnaire version that was answered.
    pub versions: Vec<VersionInput<'a>>,
}

impl ServiceInput<'_> {
    /// Responses about it.
    fn n(&self) -> i64 {
        self.versions.iter().map(|version| version.tally.counts.n).sum()
    }
}

/// The tallies of one questionnaire version.
#[derive(Clone, Debug)]
pub struct VersionInput<'a> {
    /// The version.
    pub questionnaire: &'a Questionnaire,
    /// Its layout.
    pub layout: &'a Layout,
    /// The total.
    pub tally: Tally,
    /// Its slices; none where they are not needed.
    pub slices: Slices,
}

impl VersionInput<'_> {
    pub(super) fn grouping(&self, settings: &CitySettings) -> Option<&Grouping> {
        self.questionnaire.grouping(settings.grouping_of(&self.questionnaire.code))
    }

    /// The sums of one index; `None` when the questionnaire does not give it.
    fn index_sums(&self, settings: &CitySettings, kind: IndexKind) -> Option<IndexSums> {
        let plan = IndexPlan::new(self.questionnaire, self.layout, self.grouping(settings)?, kind)?;
        let mut sums = IndexSums::empty(kind);
        plan.add(&mut sums, &self.tally.counts, Some(&self.tally.moments));
        Some(sums)
    }
}

/// The pooled sums of one index over versions.
pub(super) fn pooled<'a, 'b: 'a>(
    versions: impl Iterator<Item = &'a VersionInput<'b>>,
    settings: &CitySettings,
    kind: IndexKind,
) -> Option<IndexSums> {
    versions.filter_map(|version| version.index_sums(settings, kind)).reduce(|mut all, sums| {
        all.merge(&sums);
        all
    })
}

/// What a number of this index rests on.
pub(super) fn basis<'a, 'b: 'a>(
    versions: impl Iterator<Item = &'a VersionInput<'b>>,
    settings: &CitySettings,
    period: Period,
    figure: &IndexFigure,
) -> Basis {
    let with_answers = versions.filter(|version| version.tally.counts.n > 0);
    let questionnaires: BTreeMap<(Code, u16), Code> = with_answers
        .filter_map(|version| {
            let grouping = version.grouping(settings)?;
            grouping.index(figure.kind)?;
            Some(((version.questionnaire.code.clone(), version.questionnaire.version), grouping.code.clone()))
        })
        .collect();
    let elements = figure.elements.iter().map(|element| element.code.to_owned()).collect();
    // Another way from services to the unit is another weighting of the answers.
    let weight = format!("{} {}", settings.unit_dari_layanan.code(), figure.weight);
    Basis { period, questionnaires, weight, elements }
}

impl FiguresInput<'_> {
    /// The results.
    pub fn figures(&self) -> Figures {
        let n = self.services.iter().map(ServiceInput::n).sum();
        let before = self.previous.iter().map(ServiceInput::n).sum();
        Figures {
            period: self.period.to_string(),
            from: self.period.first().to_string(),
            to: self.period.last().to_string(),
            method: self.method(),
            n,
            sample: summary::sample(n, self.served),
            indices: IndexKind::ALL.into_iter().filter_map(|kind| self.index(kind)).collect(),
            services: self.services.iter().filter_map(|service| self.service(service, n, before)).collect(),
            characteristics: slices::characteristics(self),
            channels: slices::channels(self, n),
            time_slots: slices::time_slots(self, n),
            assisted: summary::share(slices::assisted(self), n),
            excluded: Excluded {
                n: self.excluded.values().sum(),
                by_reason: self
                    .excluded
                    .iter()
                    .map(|(reason, n)| ExcludedByReason { reason: reason.code().to_owned(), n: *n })
                    .collect(),
            },
        }
    }

    /// The IKM of each service that has an answer, with its elements, as a report prints them.
    pub fn service_elements(&self) -> Vec<ServiceElements> {
        let of = |service: &ServiceInput<'_>| {
            let n = service.n();
            let figure = self.service_figure(service, IndexKind::Ikm);
            let elements = figure.iter().flat_map(|figure| &figure.elements);
            let mean = |element: &ElementFigure| ElementMean {
                code: element.code.to_owned(),
                converted: element.converted.to_string(),
            };
            (n > 0).then(|| ServiceElements {
                code: service.code.clone(),
                name: service.name.clone(),
                n,
                elements: elements.map(mean).collect(),
                ikm: figure.as_ref().map(summary::index),
            })
        };
        self.services.iter().filter_map(of).collect()
    }

    pub(super) fn versions(&self) -> impl Iterator<Item = &VersionInput<'_>> {
        self.services.iter().flat_map(|service| &service.versions)
    }

    fn method(&self) -> Method {
        let versions = self.versions().map(|version| (version.questionnaire, version.tally.counts.n));
        method(self.settings, versions, self.excluded_counted)
    }

    fn index(&self, kind: IndexKind) -> Option<IndexResult> {
        let sums = by_service(&self.services, self.settings, kind);
        let Printed { figure, pooled } = Printed::of(self.settings, &sums, self.served)?;
        Some(IndexResult {
            summary: summary::index(&figure),
            sample: summary::sample(figure.n, self.served),
            elements_used: figure.elements_used,
            weight: figure.weight.clone(),
            elements: summary::elements(&figure),
            change: self.change(&figure),
            pooled,
        })
    }

    fn change(&self, figure: &IndexFigure) -> Option<super::SeriesChange> {
        let settings = self.previous_settings;
        let sums = by_service(&self.previous, settings, figure.kind);
        let before = Printed::of(settings, &sums, None)?.figure;
        let previous = self.period.previous();
        let versions = self.previous.iter().flat_map(|service| &service.versions);
        let change = Change::between(
            &before.estimate,
            &basis(versions, settings, previous, &before),
            &figure.estimate,
            &basis(self.versions(), self.settings, self.period, figure),
        );
        Some(summary::change(&change, previous.to_string(), (before.converted, before.n)))
    }

    fn service_figure(&self, service: &ServiceInput<'_>, kind: IndexKind) -> Option<IndexFigure> {
        pooled(service.versions.iter(), self.settings, kind)?.figure(self.settings.weight, None)
    }

    fn service(&self, service: &ServiceInput<'_>, all: i64, all_before: i64) -> Option<ServiceResult> {
        let n = service.n();
        let is_same = |before: &&ServiceInput<'_>| (&before.unit, &before.code) == (&service.unit, &service.code);
        let before = self.previous.iter().find(is_same).map_or(0, ServiceInput::n);
        let indices = IndexKind::ALL.into_iter().filter_map(|kind| self.service_figure(service, kind));
        (n > 0).then(|| ServiceResult {
            unit: service.unit.clone(),
            code: service.code.clone(),
            name: service.name.clone(),
            n,
            percent: summary::percent(n, all),
            previous_percent: super::percent(before, all_before),
            indices: indices.map(|figure| summary::index(&figure)).collect(),
        })
    }
}
