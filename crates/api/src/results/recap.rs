//! The recap of the city.

use super::merge_states;
use domain::figures::{Recap, RecapInput, UnitInput, UnitTally};
use domain::settings::UnitFromServices;
use domain::{Period, Tally};
use std::collections::BTreeMap;
use store::services::list_services;
use store::tallies::{Selection, Sum, sum_totals, sum_unit_totals};
use store::units::{Unit, list_units};
use store::{Conn, StoreResult, Versions};

/// Reads the recap.
///
/// # Errors
/// When the database fails.
pub fn city_recap(conn: &mut Conn<'_>, versions: &Versions, period: Period) -> StoreResult<Recap> {
    let settings = store::settings::settings_for(conn, period.last())?;
    let units = list_units(conn)?;
    let tallies = match settings.unit_dari_layanan {
        UnitFromServices::Gabungan => by_unit(conn, versions, period)?,
        UnitFromServices::RataRataLayanan => by_service(conn, versions, period, &units)?,
    };
    let served = store::people_served::served_by_unit(conn, period)?;
    let units = units.into_iter().filter(|unit| unit.active || tallies.contains_key(&unit.id));
    let units: Vec<_> = units.collect();
    let inputs = units.iter().map(|unit| UnitInput {
        code: unit.code.to_string(),
        name: unit.name.clone(),
        kind: unit.kind.code().to_owned(),
        obliged: unit.obliged && unit.active,
        served: served.get(&unit.id).map(|served| served.people),
        tallies: tallies.get(&unit.id).map_or_else(Vec::new, |parts| parts.iter().map(tally).collect()),
    });
    Ok(RecapInput { settings: &settings, period, units: inputs.collect() }.recap())
}

/// A part of a unit's answers: the service, or 0 for all of them, and the sum.
type Part = (i32, Sum<Tally>);
type ByUnit = BTreeMap<i32, Vec<Part>>;

fn tally((service, sum): &Part) -> UnitTally<'_> {
    (*service, &sum.version.questionnaire, &sum.version.layout, sum.sum.clone())
}

/// The sums that the store keeps of each unit: enough where a unit's respondents count together.
fn by_unit(conn: &mut Conn<'_>, versions: &Versions, period: Period) -> StoreResult<ByUnit> {
    let sums = sum_unit_totals(conn, versions, (period.first(), period.last()), |unit, _| unit)?;
    let mut tallies = ByUnit::new();
    for ((unit, _), sum) in merge_states(sums, false) {
        tallies.entry(unit).or_default().push((0, sum));
    }
    Ok(tallies)
}

/// Every service by itself, for the mean of services.
fn by_service(conn: &mut Conn<'_>, versions: &Versions, period: Period, units: &[Unit]) -> StoreResult<ByUnit> {
    let ids: Vec<i32> = units.iter().map(|unit| unit.id).collect();
    let unit_of: BTreeMap<i32, i32> =
        list_services(conn, &ids)?.into_iter().map(|service| (service.id, service.unit_id)).collect();
    let selection = Selection { services: unit_of.keys().copied().collect(), from: period.first(), to: period.last() };
    let mut tallies = ByUnit::new();
    for ((service, _), sum) in merge_states(sum_totals(conn, versions, &selection, |service, _| service)?, false) {
        if let Some(unit) = unit_of.get(&service) {
            tallies.entry(*unit).or_default().push((service, sum));
        }
    }
    Ok(tallies)
}
