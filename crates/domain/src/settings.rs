//! What the city decides, and what no program may decide for it.

use crate::{Code, index::Weight};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How the fee element is asked at services that cost nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum FreeServiceFee {
    /// As printed: "Gratis" scores 4.
    #[default]
    Ditanyakan,
    /// Left out: the index has eight elements and says so.
    TidakDitanyakan,
    /// Another wording under the same code.
    PerlakuanKhusus,
}

/// How a unit's index follows from its services.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum UnitFromServices {
    /// All respondents together, as the guideline computes.
    #[default]
    Gabungan,
    /// The mean of the services' printed indices.
    RataRataLayanan,
}

impl UnitFromServices {
    /// Its name in JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Gabungan => "gabungan",
            Self::RataRataLayanan => "rata_rata_layanan",
        }
    }
}

/// The city's settings, in force from a month on; frozen into each report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CitySettings {
    /// "Kota Banjarmasin".
    #[cfg_attr(feature = "schema", schema(example = "Kota Banjarmasin"))]
    pub city_name: String,
    /// The weight of an element in an index of nine.
    pub weight: Weight,
    /// The grouping per questionnaire; the first of the questionnaire where none is named.
    #[cfg_attr(feature = "schema", schema(example = json!({"skm-2017": "sembilan"})))]
    pub groupings: BTreeMap<Code, Code>,
    /// One rule for the whole city, so that units stay comparable.
    pub u4_layanan_gratis: FreeServiceFee,
    /// How services make a unit.
    pub unit_dari_layanan: UnitFromServices,
    /// No public figure for fewer answers than this; at least 1.
    #[cfg_attr(feature = "schema", schema(example = 10))]
    pub public_minimum_n: u32,
    /// Below this age, disability and comment are not asked.
    #[cfg_attr(feature = "schema", schema(example = 17))]
    pub minimum_age: u8,
    /// `#0b6b5c`: from it the ramp of the screens is derived.
    #[cfg_attr(feature = "schema", schema(example = "#0b6b5c"))]
    pub brand_color: String,
}

impl Default for CitySettings {
    fn default() -> Self {
        Self {
            city_name: "Kota Banjarmasin".to_owned(),
            weight: Weight::Exact,
            groupings: BTreeMap::new(),
            u4_layanan_gratis: FreeServiceFee::default(),
            unit_dari_layanan: UnitFromServices::default(),
            public_minimum_n: 10,
            minimum_age: 17,
            brand_color: "#0b6b5c".to_owned(),
        }
    }
}

impl CitySettings {
    /// The city's colour where it chose one.
    pub fn own_brand_color(&self) -> Option<String> {
        (self.brand_color != Self::default().brand_color).then(|| self.brand_color.clone())
    }

    /// The grouping the city chose for a questionnaire.
    pub fn grouping_of(&self, questionnaire: &Code) -> Option<&str> {
        self.groupings.get(questionnaire).map(Code::as_str)
    }
}
