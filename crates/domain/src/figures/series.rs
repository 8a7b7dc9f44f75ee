//! An index from period to period.

use super::build::{ServiceInput, basis};
use super::printed::{Printed, by_service};
use super::{Series, SeriesPoint, summary};
use crate::change::{Basis, Change};
use crate::index::IndexFigure;
use crate::margin::Margin;
use crate::{CitySettings, Decimal, Grade, IndexKind, Period};

/// One period of a series.
#[derive(Clone, Debug)]
pub struct PointInput<'a> {
    /// The period.
    pub period: Period,
    /// N, where known.
    pub served: Option<i64>,
    /// The settings that were in force then.
    pub settings: CitySettings,
    /// The totals by service.
    pub services: Vec<ServiceInput<'a>>,
}

/// What is told of a closed period to those who answer next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosedResult {
    /// Responses of the IKM.
    pub n: i64,
    /// On 25–100, two decimals.
    pub converted: Decimal,
    /// Of the printed converted value.
    pub grade: Grade,
    /// On 25–100, two decimals; none where it cannot be told.
    pub margin: Option<Decimal>,
    /// The codes of the elements with the lowest printed value; none when all are equal.
    pub lowest: Vec<&'static str>,
}

impl PointInput<'_> {
    /// The printed IKM of the period; `None` without an answer.
    pub fn closed_result(&self) -> Option<ClosedResult> {
        let sums = by_service(&self.services, &self.settings, IndexKind::Ikm);
        let Printed { figure, .. } = Printed::of(&self.settings, &sums, self.served)?;
        let lowest = figure.elements.iter().filter(|element| element.lowest).map(|element| element.code);
        Some(ClosedResult {
            n: figure.n,
            converted: figure.converted,
            grade: figure.grade,
            margin: figure.margin.and_then(Margin::value).map(|value| value.points),
            lowest: lowest.collect(),
        })
    }
}

/// The series of one index, each point under the settings of its time and tested against the one before it.
pub fn series(kind: IndexKind, points: &[PointInput<'_>]) -> Series {
    let mut before: Option<(IndexFigure, Basis)> = None;
    let mut series = Vec::with_capacity(points.len());
    for point in points {
        let sums = by_service(&point.services, &point.settings, kind);
        let now = Printed::of(&point.settings, &sums, point.served).map(|Printed { figure, .. }| {
            let versions = point.services.iter().flat_map(|service| &service.versions);
            let basis = basis(versions, &point.settings, point.period, &figure);
            (figure, basis)
        });
        let change = before.as_ref().zip(now.as_ref()).map(|((earlier, earlier_basis), (later, later_basis))| {
            let change = Change::between(&earlier.estimate, earlier_basis, &later.estimate, later_basis);
            summary::change(&change, earlier_basis.period.to_string(), (earlier.converted, earlier.n))
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
