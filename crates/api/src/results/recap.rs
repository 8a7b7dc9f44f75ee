//! The recap of the city.

use super::merge_states;
use domain::Period;
use domain::figures::{Recap, RecapInput, UnitInput};
use std::collections::BTreeMap;
use store::services::list_services;
use store::tallies::{Selection, sum_totals};
use store::units::list_units;
use store::{Conn, StoreResult, Versions};

/// Reads the recap.
///
/// # Errors
/// When the database fails.
pub fn city_recap(conn: &mut Conn<'_>, versions: &Versions, period: Period) -> StoreResult<Recap> {
    let settings = store::settings::settings_for(conn, period.last())?;
    let units = list_units(conn)?;
    let ids: Vec<i32> = units.iter().map(|unit| unit.id).collect();
    let unit_of: BTreeMap<i32, i32> =
        list_services(conn, &ids)?.into_iter().map(|service| (service.id, service.unit_id)).collect();
    let selection = Selection { services: unit_of.keys().copied().collect(), from: period.first(), to: period.last() };
    let sums = merge_states(sum_totals(conn, versions, &selection, |service, _| service)?, false);
    let served = store::people_served::served_by_unit(conn, period)?;
    let mut tallies: BTreeMap<i32, Vec<_>> = BTreeMap::new();
    for ((service, _), sum) in &sums {
        if let Some(unit) = unit_of.get(service) {
            let version = &sum.version;
            let tally = (*service, &version.questionnaire, &version.layout, sum.sum.clone());
            tallies.entry(*unit).or_default().push(tally);
        }
    }
    let units = units.into_iter().filter(|unit| unit.active || tallies.contains_key(&unit.id));
    let units: Vec<_> = units.collect();
    let inputs = units.iter().map(|unit| UnitInput {
        code: unit.code.to_string(),
        name: unit.name.clone(),
        kind: unit.kind.code().to_owned(),
        obliged: unit.obliged && unit.active,
        served: served.get(&unit.id).map(|served| served.people),
        tallies: tallies.remove(&unit.id).unwrap_or_default(),
    });
    Ok(RecapInput { settings: &settings, period, units: inputs.collect() }.recap())
}
