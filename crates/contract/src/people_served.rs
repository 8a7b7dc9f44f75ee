//! How many people a unit served: N, from which the required sample follows.

use crate::page::page;
use domain::{Code, Period};
use serde::{Deserialize, Serialize};

/// Where a number comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PeopleServedSource {
    /// The unit's register.
    Register,
    /// The queue machine.
    Antrean,
    /// An estimate.
    Perkiraan,
}

/// The number that counts for a unit or service and a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({
    "unit": "dukcapil", "service": null, "period": "2026-TW3", "people": 5000, "required_sample": 357,
    "source": "register", "reason": null, "entered_by": "user:budi", "entered_at": "2026-10-01T01:00:00Z", "earlier": []
})))]
pub struct PeopleServed {
    /// The code of the unit.
    pub unit: String,
    /// The code of the service; null for the whole unit.
    #[cfg_attr(feature = "schema", schema(required))]
    pub service: Option<String>,
    /// What it was counted over: a month, quarter, semester or year.
    #[cfg_attr(feature = "schema", schema(value_type = String, example = "2026-TW3"))]
    pub period: Period,
    /// N.
    pub people: i64,
    /// The sample it requires (Krejcie and Morgan).
    pub required_sample: i64,
    /// Where it comes from.
    pub source: PeopleServedSource,
    /// Why it differs from the number before; null for the first.
    #[cfg_attr(feature = "schema", schema(required))]
    pub reason: Option<String>,
    /// Who entered it.
    pub entered_by: String,
    /// When.
    #[cfg_attr(feature = "schema", schema(format = DateTime))]
    pub entered_at: String,
    /// The numbers before it, the newest first.
    pub earlier: Vec<EarlierPeopleServed>,
}

/// A number that counted before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct EarlierPeopleServed {
    /// N.
    #[cfg_attr(feature = "schema", schema(example = 4800))]
    pub people: i64,
    /// Where it came from.
    pub source: PeopleServedSource,
    /// Why it differed from the number before; null for the first.
    #[cfg_attr(feature = "schema", schema(required, example = "The register of the second counter was added"))]
    pub reason: Option<String>,
    /// Who entered it.
    #[cfg_attr(feature = "schema", schema(example = "user:budi"))]
    pub entered_by: String,
    /// When.
    #[cfg_attr(feature = "schema", schema(format = DateTime, example = "2026-09-01T01:00:00Z"))]
    pub entered_at: String,
}

page!(
    /// A page of numbers of people served, by period: first the unit, then its services.
    PeopleServedPage of PeopleServed
);

/// Which numbers to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "schema", into_params(parameter_in = Query))]
#[serde(deny_unknown_fields)]
pub struct ListPeopleServedQuery {
    /// Only what was counted within this period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", param(value_type = Option<String>, example = "2026"))]
    pub period: Option<Period>,
    /// `next` of the page before; leave it out for the first page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows a page, 1 to 200.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", param(minimum = 1, maximum = 200, default = 50, example = 50))]
    pub limit: Option<u32>,
}

/// How many people were served.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({"period": "2026-TW3", "people": 5000, "source": "register"})))]
#[serde(deny_unknown_fields)]
pub struct PutPeopleServedRequest {
    /// The code of the service; left out, it is about the whole unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false))]
    pub service: Option<Code>,
    /// A month (`2026-07`), quarter (`2026-TW3`), semester (`2026-S2`) or year (`2026`).
    #[cfg_attr(feature = "schema", schema(value_type = String, example = "2026-TW3"))]
    pub period: Period,
    /// N.
    #[cfg_attr(feature = "schema", schema(minimum = 0, maximum = 100_000_000))]
    pub people: i64,
    /// Where it comes from.
    pub source: PeopleServedSource,
    /// Why it differs from the number before; needed when there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(nullable = false, min_length = 1, max_length = 500))]
    pub reason: Option<String>,
}
