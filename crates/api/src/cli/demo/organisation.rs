//! The demonstration organisation in the database.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use demo::{Plan, organisation};
use domain::{Channel, Code, UnitKind};
use std::collections::BTreeMap;
use store::links::{NewLink, create_link, list_links};
use store::people_served::{Entered, NewPeopleServed, Source, put_people_served};
use store::services::{NewService, ServiceChange, create_service, find_service, list_services, update_service};
use store::units::{NewUnit, Unit, UnitChange, create_unit, list_units, update_unit};
use store::{Conn, StoreError, StoreResult, Versions, WriteConn};

/// The name of the city.
pub(super) const CITY: &str = "Kota Banjarmasin";
/// Who made it all.
pub(super) const ACTOR: &str = "demo";

fn code(text: &str) -> StoreResult<Code> {
    Code::parse(text).map_err(|error| StoreError::Damaged(error.to_string()))
}

/// Writes units, services and links where there is no unit but the city; answers how many units.
pub(super) fn write(conn: &mut WriteConn<'_>, versions: &Versions, now: DateTime<Utc>) -> StoreResult<Option<usize>> {
    let present = list_units(conn)?;
    let [root] = present.as_slice() else { return Ok(None) };
    let organisation = organisation();
    for unit in &organisation.units {
        let stored = match unit.parent {
            None => rename(conn, root, unit.name, now)?,
            Some(parent) => create_unit(
                conn,
                &NewUnit {
                    code: code(unit.code)?,
                    name: unit.name.to_owned(),
                    kind: UnitKind::from_code(unit.kind).ok_or(StoreError::NotFound("kind of unit"))?,
                    parent: Some(code(parent)?),
                    obliged: unit.obliged,
                },
                now,
            )?,
        };
        write_services(conn, &stored, unit, now)?;
        if unit.obliged {
            write_links(conn, &stored, unit, versions, now)?;
        }
    }
    Ok(Some(organisation.obliged().count()))
}

fn rename(conn: &mut WriteConn<'_>, root: &Unit, name: &str, now: DateTime<Utc>) -> StoreResult<Unit> {
    let change = UnitChange { name: Some(name.to_owned()), ..UnitChange::default() };
    if root.name == name {
        Ok(root.clone())
    } else {
        update_unit(conn, root.code.as_str(), root.row_version, &change, now)
    }
}

fn write_services(conn: &mut WriteConn<'_>, stored: &Unit, unit: &demo::Unit, now: DateTime<Utc>) -> StoreResult<()> {
    for service in &unit.services {
        match find_service(conn, stored.id, service.code) {
            // Every unit has its general service from the beginning.
            Ok(general) if (general.mode, general.free) == (service.mode, service.free) => (),
            Ok(general) => {
                let change =
                    ServiceChange { mode: Some(service.mode), free: Some(service.free), ..ServiceChange::default() };
                update_service(conn, stored.id, service.code, general.row_version, &change, now)?;
            }
            Err(_) => {
                let (unit_id, code, name) = (stored.id, code(service.code)?, service.name.to_owned());
                create_service(conn, &NewService { unit_id, code, name, mode: service.mode, free: service.free })?;
            }
        }
    }
    Ok(())
}

/// One link of the unit, by which the respondent chooses the service, and those of services with their own.
fn write_links(
    conn: &mut WriteConn<'_>,
    stored: &Unit,
    unit: &demo::Unit,
    versions: &Versions,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let version = versions.find(unit.questionnaire, None).ok_or(StoreError::NotFound("questionnaire"))?;
    for (position, service) in unit.services.iter().enumerate().filter(|(_, service)| service.linked) {
        let own = position > 0;
        let link = NewLink {
            unit_id: stored.id,
            service: if own { Some(code(service.code)?) } else { None },
            questionnaire_id: version.id,
            channel: Channel::SelfFilled,
            label: if own { service.name.to_owned() } else { String::new() },
            expires_at: None,
            created_by: ACTOR.to_owned(),
        };
        create_link(conn, &link, now)?;
    }
    Ok(())
}

/// Enters how many people the units served, as the plan has it; what was entered before is corrected.
pub(super) fn write_people_served(conn: &mut WriteConn<'_>, plan: &Plan, now: DateTime<Utc>) -> StoreResult<()> {
    let organisation = organisation();
    let ids: BTreeMap<String, i32> =
        list_units(conn)?.into_iter().map(|unit| (unit.code.as_str().to_owned(), unit.id)).collect();
    for (unit, served) in organisation.units.iter().zip(demo::served(plan, &organisation)) {
        let Some(unit_id) = ids.get(unit.code).copied() else { continue };
        for (period, people) in plan.quarters().into_iter().zip(served) {
            let Some(people) = people.map(i64::from) else { continue };
            let mut new = NewPeopleServed {
                unit_id,
                service: None,
                period,
                people,
                source: Source::Register,
                reason: None,
                entered_by: ACTOR.to_owned(),
            };
            if let Entered::NeedsReason(_) = put_people_served(conn, &new, now)? {
                new.reason = Some("Data contoh dibuat ulang".to_owned());
                put_people_served(conn, &new, now)?;
            }
        }
    }
    Ok(())
}

/// Where answers go, by position of the unit in the organisation and of the service in the unit.
pub(super) struct Places {
    /// In whose days and months answers are counted.
    pub(super) zone: Tz,
    /// The keys of services and links.
    pub(super) units: Vec<Vec<Place>>,
}

/// A service and the link by which its answers come in.
#[derive(Clone)]
pub(super) struct Place {
    pub(super) unit_id: i32,
    pub(super) service_id: i32,
    pub(super) service: Code,
    pub(super) link_id: Option<i32>,
}

/// Finds the demonstration organisation; none when the database has another one.
pub(super) fn find_places(conn: &mut Conn<'_>) -> StoreResult<Option<Places>> {
    let Some(city) = store::city::find_city(conn)? else { return Ok(None) };
    let units = list_units(conn)?;
    let ids: BTreeMap<&str, i32> = units.iter().map(|unit| (unit.code.as_str(), unit.id)).collect();
    let keys: Vec<i32> = ids.values().copied().collect();
    let services: BTreeMap<(i32, Code), i32> =
        list_services(conn, &keys)?.into_iter().map(|service| ((service.unit_id, service.code), service.id)).collect();
    // The newest comes first, so that the oldest stays in the map.
    let links: BTreeMap<(i32, Option<i32>), i32> = list_links(conn, &keys, None, i64::MAX)?
        .into_iter()
        .filter(|link| link.created_by == ACTOR)
        .map(|link| ((link.unit.0, link.service.map(|(id, _)| id)), link.id))
        .collect();
    let place = |unit_id: i32, service: &demo::Service| {
        let service = Code::parse(service.code).ok()?;
        let service_id = *services.get(&(unit_id, service.clone()))?;
        let link_id = links.get(&(unit_id, Some(service_id))).or_else(|| links.get(&(unit_id, None))).copied();
        Some(Place { unit_id, service_id, service, link_id })
    };
    let places = organisation().units.into_iter().map(|unit| {
        let unit_id = *ids.get(unit.code)?;
        unit.services.iter().map(|service| place(unit_id, service)).collect()
    });
    Ok(places.collect::<Option<Vec<Vec<Place>>>>().map(|units| Places { zone: city.time_zone, units }))
}
