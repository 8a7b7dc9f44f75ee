//! What the report of the whole city says beyond that of a unit.

use super::ReportDocument;
use crate::IndexKind;
use crate::figures::{CityChange, CityIndex, IndexResult, PooledBeside, Recap};
use serde::{Deserialize, Serialize};

/// The units behind the city's figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CityFigures {
    /// Every unit and the city's headline.
    pub recap: Recap,
    /// Against the period before, over the units that have the index in both; nothing where no unit has.
    pub changes: Vec<CityChange>,
}

impl CityFigures {
    /// An index of the city.
    pub fn index(&self, kind: IndexKind) -> Option<&CityIndex> {
        self.recap.indices.iter().find(|index| index.headline.index == kind)
    }

    /// The change of an index.
    pub fn change(&self, kind: IndexKind) -> Option<&CityChange> {
        self.changes.iter().find(|change| change.index == kind)
    }
}

impl ReportDocument {
    /// Makes it the report of the city: each index is the mean of the obliged units' printed ones with the pooled value of
    /// its elements beside it, and units stand where a unit's report has services.
    pub fn stand_on_units(&mut self, city: CityFigures) {
        self.figures.indices.retain_mut(|index| headline(index, &city));
        self.figures.services.clear();
        self.services.clear();
        self.city = Some(city);
    }
}

/// Puts the headline in the place of the pooled value; false for an index that no obliged unit has.
fn headline(index: &mut IndexResult, city: &CityFigures) -> bool {
    let Some(of_city) = city.index(index.summary.index) else { return false };
    let pooled = std::mem::replace(&mut index.summary, of_city.headline.clone());
    index.pooled = Some(PooledBeside { services: of_city.units, converted: pooled.converted });
    index.change = None;
    true
}
