//! A unit's printed number under the city's method: one rule for results, changes, series and the recap.

use super::PooledBeside;
use super::build::{ServiceInput, pooled};
use crate::index::{IndexFigure, IndexSums, mean_of_printed};
use crate::settings::UnitFromServices;
use crate::{CitySettings, IndexKind};

/// A printed number, with the pooled value beside it where the number is a mean of services.
pub(super) struct Printed {
    /// The figure; number, grade, margin and estimate are those that are printed.
    pub(super) figure: IndexFigure,
    /// Under `rata_rata_layanan`: the pooled value, and how many services the mean is of.
    pub(super) pooled: Option<PooledBeside>,
}

impl Printed {
    /// The number of a unit from the sums of its services; `None` without any answer.
    pub(super) fn of(settings: &CitySettings, by_service: &[IndexSums], served: Option<i64>) -> Option<Self> {
        let all = by_service.iter().cloned().reduce(|mut all, sums| {
            all.merge(&sums);
            all
        });
        let mut figure = all?.figure(settings.weight, served)?;
        let mut pooled = None;
        if settings.unit_dari_layanan == UnitFromServices::RataRataLayanan {
            let of_services: Vec<IndexFigure> =
                by_service.iter().filter_map(|sums| sums.figure(settings.weight, None)).collect();
            if let Some(mean) = mean_of_printed(&of_services) {
                pooled = Some(PooledBeside { services: mean.count, converted: figure.converted.to_string() });
                (figure.index, figure.converted, figure.grade) = (mean.index, mean.converted, mean.grade);
                (figure.margin, figure.estimate) = (Some(mean.margin), mean.estimate);
            }
        }
        Some(Self { figure, pooled })
    }
}

/// The sums of one index by service, of those that have an answer to its questionnaire.
pub(super) fn by_service(services: &[ServiceInput<'_>], settings: &CitySettings, kind: IndexKind) -> Vec<IndexSums> {
    services.iter().filter_map(|service| pooled(service.versions.iter(), settings, kind)).collect()
}
