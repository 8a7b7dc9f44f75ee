//! The recap of the city.

use super::{excluded_in, merge_states};
use domain::figures::{CityChange, Recap, RecapInput, UnitInput, UnitStanding, UnitTally};
use domain::settings::UnitFromServices;
use domain::{CitySettings, Period, Tally};
use std::collections::BTreeMap;
use store::people_served::Served;
use store::reports::standings_of;
use store::services::list_services;
use store::tallies::{Selection, Sum, sum_totals, sum_unit_totals};
use store::units::{Unit, list_units};
use store::{Conn, StoreResult, Versions};

/// Reads the recap: of a unit what its submitted report of just this period says, before that what its answers say.
///
/// # Errors
/// When the database fails.
pub fn city_recap(
    conn: &mut Conn<'_>,
    versions: &Versions,
    period: Period,
    include_excluded: bool,
) -> StoreResult<Recap> {
    Ok(Stored::read(conn, versions, period, include_excluded)?.input().recap())
}

/// Everything that the city's figures of a period are computed from.
struct Stored {
    settings: CitySettings,
    period: Period,
    basis: Basis,
    submitted: BTreeMap<i32, UnitStanding>,
    include_excluded: bool,
}

impl Stored {
    fn read(conn: &mut Conn<'_>, versions: &Versions, period: Period, include_excluded: bool) -> StoreResult<Self> {
        let settings = store::settings::settings_for(conn, period.last())?;
        let basis = basis(conn, versions, &settings, period, include_excluded)?;
        // With what was taken out counted again, nothing stands as it was submitted.
        let submitted = if include_excluded { BTreeMap::new() } else { standings_of(conn, period)? };
        Ok(Self { settings, period, basis, submitted, include_excluded })
    }

    fn input(&self) -> RecapInput<'_> {
        let Self { basis, submitted, .. } = self;
        let counted =
            |unit: &&Unit| unit.active || basis.tallies.contains_key(&unit.id) || submitted.contains_key(&unit.id);
        let units = basis.units.iter().filter(counted);
        let inputs = units.map(|unit| UnitInput { submitted: submitted.get(&unit.id).cloned(), ..basis.input(unit) });
        RecapInput {
            settings: &self.settings,
            period: self.period,
            units: inputs.collect(),
            excluded_counted: self.include_excluded,
        }
    }
}

/// How the city's indices changed against the period before.
///
/// # Errors
/// When the database fails.
pub fn city_changes(conn: &mut Conn<'_>, versions: &Versions, period: Period) -> StoreResult<Vec<CityChange>> {
    let before = Stored::read(conn, versions, period.previous(), false)?;
    let now = Stored::read(conn, versions, period, false)?;
    Ok(now.input().changes(&before.input()))
}

/// What a unit's answers put into the city's figures.
///
/// # Errors
/// When the database fails.
pub fn standing_of(
    conn: &mut Conn<'_>,
    versions: &Versions,
    unit_id: i32,
    period: Period,
) -> StoreResult<Option<UnitStanding>> {
    let settings = store::settings::settings_for(conn, period.last())?;
    let basis = basis(conn, versions, &settings, period, false)?;
    let units = basis.units.iter().filter(|unit| unit.id == unit_id).map(|unit| basis.input(unit));
    let input = RecapInput { settings: &settings, period, units: units.collect(), excluded_counted: false };
    Ok(input.standings().pop())
}

/// What is stored of a period.
struct Basis {
    units: Vec<Unit>,
    tallies: ByUnit,
    excluded: BTreeMap<i32, i64>,
    served: BTreeMap<i32, Served>,
}

impl Basis {
    fn input(&self, unit: &Unit) -> UnitInput<'_> {
        UnitInput {
            code: unit.code.to_string(),
            name: unit.name.clone(),
            kind: unit.kind.code().to_owned(),
            obliged: unit.obliged && unit.active,
            served: self.served.get(&unit.id).map(|served| served.people),
            excluded: self.excluded.get(&unit.id).copied().unwrap_or_default(),
            submitted: None,
            tallies: self.tallies.get(&unit.id).map_or_else(Vec::new, |parts| parts.iter().map(tally).collect()),
        }
    }
}

fn basis(
    conn: &mut Conn<'_>,
    versions: &Versions,
    settings: &CitySettings,
    period: Period,
    include_excluded: bool,
) -> StoreResult<Basis> {
    let units = list_units(conn)?;
    let (tallies, excluded) = match settings.unit_dari_layanan {
        UnitFromServices::Gabungan => by_unit(conn, versions, period, include_excluded)?,
        UnitFromServices::RataRataLayanan => by_service(conn, versions, period, &units, include_excluded)?,
    };
    let served = store::people_served::served_by_unit(conn, period)?;
    Ok(Basis { units, tallies, excluded, served })
}

/// A part of a unit's answers: the service, or 0 for all of them, and the sum.
type Part = (i32, Sum<Tally>);
type ByUnit = BTreeMap<i32, Vec<Part>>;
/// What counts of each unit, and how many of its responses are excluded.
type Counted = (ByUnit, BTreeMap<i32, i64>);

fn tally((service, sum): &Part) -> UnitTally<'_> {
    (*service, &sum.version.questionnaire, &sum.version.layout, sum.sum.clone())
}

/// The sums that the store keeps of each unit: enough where a unit's respondents count together.
fn by_unit(conn: &mut Conn<'_>, versions: &Versions, period: Period, include_excluded: bool) -> StoreResult<Counted> {
    let sums = sum_unit_totals(conn, versions, (period.first(), period.last()), |unit, _| unit)?;
    let excluded = excluded_in(&sums);
    let mut tallies = ByUnit::new();
    for ((unit, _), sum) in merge_states(sums, include_excluded) {
        tallies.entry(unit).or_default().push((0, sum));
    }
    Ok((tallies, excluded))
}

/// Every service by itself, for the mean of services.
fn by_service(
    conn: &mut Conn<'_>,
    versions: &Versions,
    period: Period,
    units: &[Unit],
    include_excluded: bool,
) -> StoreResult<Counted> {
    let ids: Vec<i32> = units.iter().map(|unit| unit.id).collect();
    let unit_of: BTreeMap<i32, i32> =
        list_services(conn, &ids)?.into_iter().map(|service| (service.id, service.unit_id)).collect();
    let selection = Selection { services: unit_of.keys().copied().collect(), from: period.first(), to: period.last() };
    let mut tallies = ByUnit::new();
    let sums = sum_totals(conn, versions, &selection, |service, _| service)?;
    let mut excluded = BTreeMap::new();
    for (service, n) in excluded_in(&sums) {
        if let Some(unit) = unit_of.get(&service) {
            *excluded.entry(*unit).or_insert(0) += n;
        }
    }
    for ((service, _), sum) in merge_states(sums, include_excluded) {
        if let Some(unit) = unit_of.get(&service) {
            tallies.entry(*unit).or_default().push((service, sum));
        }
    }
    Ok((tallies, excluded))
}
