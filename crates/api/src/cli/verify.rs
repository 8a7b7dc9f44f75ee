//! `verify`: recomputes every tally from the responses and names the differences.

use super::say::say;
use crate::config::Config;
use anyhow::ensure;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::verify::{Difference, Owner, verify};
use store::{Db, StoreResult};

pub(super) fn run(config: &Config) -> anyhow::Result<()> {
    let db = super::open(config)?;
    let versions = Arc::clone(db.versions());
    let found = db.read_blocking(|conn| verify(conn, &versions))?;
    let names = Names::read(&db)?;
    for difference in &found.differences {
        say(&describe(&db, &names, difference));
    }
    let count = found.differences.len();
    say(&format!("{} responses, {} tallies, {count} differences", found.responses, found.tallies));
    ensure!(count == 0, "{count} tallies are not the sum of their responses");
    Ok(())
}

/// What people call units and services, by key.
struct Names {
    units: BTreeMap<i32, String>,
    services: BTreeMap<i32, String>,
}

impl Names {
    fn read(db: &Db) -> StoreResult<Self> {
        db.read_blocking(|conn| {
            let units: BTreeMap<i32, String> =
                store::units::list_units(conn)?.into_iter().map(|unit| (unit.id, unit.code.to_string())).collect();
            let ids: Vec<i32> = units.keys().copied().collect();
            let services = store::services::list_services(conn, &ids)?.into_iter();
            let name = |unit: i32, code| format!("{}/{code}", units.get(&unit).map_or("?", String::as_str));
            let services = services.map(|service| (service.id, name(service.unit_id, service.code))).collect();
            Ok(Self { units, services })
        })
    }

    fn of(&self, owner: Owner) -> String {
        let (names, id) = match owner {
            Owner::Service(id) => (&self.services, id),
            Owner::Unit(id) => (&self.units, id),
        };
        names.get(&id).cloned().unwrap_or_else(|| id.to_string())
    }
}

fn describe(db: &Db, names: &Names, difference: &Difference) -> String {
    let owner = names.of(difference.owner);
    let questionnaire = match db.versions().known(difference.questionnaire_id) {
        Some(version) => format!("{} version {}", version.questionnaire.code, version.questionnaire.version),
        None => format!("questionnaire {}", difference.questionnaire_id),
    };
    let state = if difference.excluded { ", excluded" } else { "" };
    let Difference { month, what, stored_n, computed_n, .. } = difference;
    let numbers = if stored_n == computed_n {
        format!("differ, n is {stored_n} in both")
    } else {
        format!("stored n {stored_n}, computed n {computed_n}")
    };
    format!("{owner} {month} {questionnaire}{state}: {what}: {numbers}")
}
