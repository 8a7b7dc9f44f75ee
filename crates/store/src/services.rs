//! What units offer.

use crate::connection::{Conn, WriteConn};
use crate::error::{StoreError, StoreResult};
use crate::schema::{links, services};
use crate::time;
use crate::units::stored_code;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use domain::Code;
use domain::questionnaire::ServiceMode;

/// The code of the service that every unit has: an answer about no service in particular is about this one.
pub const GENERAL: &str = "umum";

/// A service of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// Its key.
    pub id: i32,
    /// The unit that offers it.
    pub unit_id: i32,
    /// Its code, unique within the unit; never changes.
    pub code: Code,
    /// The official name.
    pub name: String,
    /// How it reaches people.
    pub mode: ServiceMode,
    /// Whether it costs nothing.
    pub free: bool,
    /// False when it is no longer offered; nothing of it is deleted.
    pub active: bool,
    /// Grows with every change.
    pub row_version: i32,
}

/// A new service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewService {
    /// The unit that offers it.
    pub unit_id: i32,
    /// Its code.
    pub code: Code,
    /// The official name.
    pub name: String,
    /// How it reaches people.
    pub mode: ServiceMode,
    /// Whether it costs nothing.
    pub free: bool,
}

/// What to change of a service; what is absent stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServiceChange {
    /// The official name.
    pub name: Option<String>,
    /// How it reaches people.
    pub mode: Option<ServiceMode>,
    /// Whether it costs nothing.
    pub free: Option<bool>,
    /// Whether it is offered; false closes the survey links made for it alone.
    pub active: Option<bool>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = services)]
struct ServiceRow {
    id: i32,
    unit_id: i32,
    code: String,
    name: String,
    mode: String,
    free: bool,
    active: bool,
    row_version: i32,
}

fn stored_mode(text: &str) -> StoreResult<ServiceMode> {
    let mode = ServiceMode::ALL.into_iter().find(|mode| mode.code() == text);
    mode.ok_or_else(|| StoreError::Damaged(format!("mode of a service {text:?}")))
}

fn service_of(row: ServiceRow) -> StoreResult<Service> {
    Ok(Service {
        id: row.id,
        unit_id: row.unit_id,
        code: stored_code(row.code)?,
        name: row.name,
        mode: stored_mode(&row.mode)?,
        free: row.free,
        active: row.active,
        row_version: row.row_version,
    })
}

/// The services of some units, unit by unit: `umum` first, then by code.
///
/// # Errors
/// When the database fails.
pub fn list_services(conn: &mut Conn<'_>, unit_ids: &[i32]) -> StoreResult<Vec<Service>> {
    let rows: Vec<ServiceRow> =
        services::table.filter(services::unit_id.eq_any(unit_ids)).select(ServiceRow::as_select()).load(conn.0)?;
    let mut found = rows.into_iter().map(service_of).collect::<StoreResult<Vec<_>>>()?;
    // Sorted here, as databases differ in how they sort a hyphen.
    found.sort_by(|a, b| place(a).cmp(&place(b)));
    Ok(found)
}

fn place(service: &Service) -> (i32, bool, &Code) {
    (service.unit_id, service.code.as_str() != GENERAL, &service.code)
}

/// A unit's service of this code.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn find_service(conn: &mut Conn<'_>, unit_id: i32, code: &str) -> StoreResult<Service> {
    let row = services::table
        .filter(services::unit_id.eq(unit_id).and(services::code.eq(code)))
        .select(ServiceRow::as_select())
        .first(conn.0)
        .map_err(StoreError::missing("service"))?;
    service_of(row)
}

/// Enters a service.
///
/// # Errors
/// [`StoreError::Taken`] when the unit has one of this code.
pub fn create_service(conn: &mut WriteConn<'_>, new: &NewService) -> StoreResult<Service> {
    let values = (
        services::unit_id.eq(new.unit_id),
        services::code.eq(new.code.as_str()),
        services::name.eq(&new.name),
        services::mode.eq(new.mode.code()),
        services::free.eq(new.free),
        services::active.eq(true),
        services::row_version.eq(1),
    );
    diesel::insert_into(services::table).values(values).execute(conn.raw()).map_err(StoreError::taken("code"))?;
    find_service(conn, new.unit_id, new.code.as_str())
}

/// The service that every unit has from its first day.
pub(crate) fn insert_general(conn: &mut WriteConn<'_>, unit_id: i32) -> StoreResult<()> {
    let code = stored_code(GENERAL.to_owned())?;
    let name = "Umum".to_owned();
    create_service(conn, &NewService { unit_id, code, name, mode: ServiceMode::Counter, free: false }).map(|_| ())
}

/// Changes a service whose row version the client has seen.
///
/// # Errors
/// [`StoreError::Stale`] when it changed meanwhile; [`StoreError::Refused`] when `umum` would end.
pub fn update_service(
    conn: &mut WriteConn<'_>,
    unit_id: i32,
    code: &str,
    seen: i32,
    change: &ServiceChange,
    now: DateTime<Utc>,
) -> StoreResult<Service> {
    let service = find_service(conn, unit_id, code)?;
    if service.row_version != seen {
        return Err(StoreError::Stale("service"));
    }
    let active = change.active.unwrap_or(service.active);
    if !active && code == GENERAL {
        return Err(StoreError::Refused("every unit keeps its service umum: deactivate the unit instead".to_owned()));
    }
    let values = (
        services::name.eq(change.name.as_ref().unwrap_or(&service.name)),
        services::mode.eq(change.mode.unwrap_or(service.mode).code()),
        services::free.eq(change.free.unwrap_or(service.free)),
        services::active.eq(active),
        services::row_version.eq(seen + 1),
    );
    let target = services::table.filter(services::id.eq(service.id).and(services::row_version.eq(seen)));
    if diesel::update(target).set(values).execute(conn.raw())? == 0 {
        return Err(StoreError::Stale("service"));
    }
    if service.active && !active {
        let open = links::table.filter(links::service_id.eq(service.id).and(links::closed_at.is_null()));
        let values = (links::closed_at.eq(time::stored(now)), links::row_version.eq(links::row_version + 1));
        diesel::update(open).set(values).execute(conn.raw())?;
    }
    find_service(conn, unit_id, code)
}
