//! An index from period to period.

use super::build::{VersionInput, basis, pooled};
use super::{Series, SeriesPoint, summary};
use crate::change::{Basis, Change};
use crate::index::IndexFigure;
use crate::{CitySettings, IndexKind, Period};

/// One period of a series.
#[derive(Clone, Debug)]
pub struct PointInput<'a> {
    /// The period.
    pub period: Period,
    /// N, where known.
    pub served: Option<i64>,
    /// The totals by questionnaire version.
    pub versions: Vec<VersionInput<'a>>,
}

/// The series of one index, each point tested against the one before it.
pub fn series(settings: &CitySettings, kind: IndexKind, points: &[PointInput<'_>]) -> Series {
    let mut before: Option<(IndexFigure, Basis)> = None;
    let mut series = Vec::with_capacity(points.len());
    for point in points {
        let sums = pooled(point.versions.iter(), settings, kind);
        let figure = sums.and_then(|sums| sums.figure(settings.weight, point.served));
        let now = figure.map(|figure| {
            let basis = basis(point.versions.iter(), settings, point.period, &figure);
            (figure, basis)
        });
        let change = before.as_ref().zip(now.as_ref()).map(|((earlier, earlier_basis), (later, later_basis))| {
            let change = Change::between(&earlier.estimate, earlier_basis, &later.estimate, later_basis);
            summary::change(&change, earlier_basis.period.to_string(), earlier)
        });
        series.push(SeriesPoint {
            period: point.period.to_string(),
            figure: now.as_ref().map(|(figure, _)| summary::index(figure)),
            change,
        });
        before = now;
    }
    Series { index: kind, points: series }
}
