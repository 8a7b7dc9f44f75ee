//! Figures that were published before this system.

use super::{Defect, Defects};
use crate::{Decimal, Grade, IndexKind, Month, Period};
use serde::{Deserialize, Serialize};

/// An index as it was published: for the trend of five years, never for a test.
///
/// The grade is the published one: before 2017 other limits held (43.76, 62.51, 81.26).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({
    "index": "ikm", "period": "2024-S2", "value": "82.41", "grade": "B", "n": 150, "source": "Laporan SKM 2024"
})))]
#[serde(deny_unknown_fields)]
pub struct HistoricPoint {
    /// Which index; left out, the IKM.
    #[serde(default = "ikm")]
    #[cfg_attr(feature = "schema", schema(required = false))]
    pub index: IndexKind,
    /// What it was published for.
    #[cfg_attr(feature = "schema", schema(value_type = String, example = "2024-S2"))]
    pub period: Period,
    /// The converted value, on 25–100, with the decimals it was published with, two at most.
    #[cfg_attr(feature = "schema", schema(value_type = String, pattern = r"^[0-9]{2,3}(\.[0-9]{1,2})?$", example = "82.41"))]
    pub value: Decimal,
    /// The grade it was published with.
    #[cfg_attr(feature = "schema", schema(value_type = String, pattern = "^[ABCD]$", example = "B"))]
    pub grade: Grade,
    /// Respondents; null where it was not published.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(minimum = 1, maximum = 100_000_000))]
    pub n: Option<i64>,
    /// Where it stands: the report or decree.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(required = false, max_length = 200))]
    pub source: String,
}

const fn ikm() -> IndexKind {
    IndexKind::Ikm
}

impl HistoricPoint {
    /// What cannot have been published in the month that runs; nothing when all can.
    pub fn check(&self, running: Month) -> Vec<Defect> {
        let mut defects = Defects::default();
        if self.period.last() >= running {
            let accepted = format!("a period that ended before {running}");
            defects.push("/period", "period_running", self.period, accepted);
        }
        // All answers 1 give 24.75 under the shortest weight.
        let (least, most) = (Decimal::new(2_475, 2), Decimal::new(10_000, 2));
        if self.value < least || self.value > most || self.value.places() > 2 {
            defects.push("/value", "out_of_range", self.value, "24.75 to 100.00 with at most two decimals");
        }
        if self.n.is_some_and(|n| !(1..=100_000_000).contains(&n)) {
            defects.push("/n", "out_of_range", self.n.unwrap_or_default(), "1 to 100000000, or null");
        }
        defects.line("/source", &self.source, 0, 200);
        defects.0
    }
}
