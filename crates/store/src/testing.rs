//! Fresh databases for tests, one for each.

use crate::connection::WriteConn;
use crate::error::StoreResult;
use crate::questionnaires::Versions;
use crate::schema::{links, questionnaires, service_tallies, services, units};
use crate::time;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::{Connection, PgConnection};
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// The address of a SQLite file that does not exist yet. Never `:memory:`: every connection would have its own.
pub fn fresh_sqlite(folder: &Path) -> String {
    format!("sqlite://{}", folder.join("test.db").display())
}

/// Makes an empty database on the server of `base_url` and answers its address.
///
/// # Errors
/// When the server does not answer or refuses.
pub fn create_postgres_database(base_url: &str) -> Result<String, String> {
    // Not by the process: its number comes again.
    let name = format!("test_{}", uuid::Uuid::now_v7().simple());
    let mut conn = PgConnection::establish(base_url).map_err(|error| error.to_string())?;
    conn.batch_execute(&format!("CREATE DATABASE {name}")).map_err(|error| error.to_string())?;
    with_database(base_url, &name).ok_or_else(|| format!("{base_url:?} has no database name to replace"))
}

/// Ends every connection to a database, as a restart of its server does; SQLite has none.
///
/// # Errors
/// When the server does not answer or refuses.
pub fn end_connections(url: &str) -> Result<(), String> {
    if url.starts_with("sqlite://") {
        return Ok(());
    }
    let mut conn = PgConnection::establish(url).map_err(|error| error.to_string())?;
    let end = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    conn.batch_execute(end).map_err(|error| error.to_string())
}

/// Replaces the name of the database in `postgres://user@host/name?options`.
fn with_database(base_url: &str, name: &str) -> Option<String> {
    let (scheme, rest) = base_url.split_once("://")?;
    let (address, options) = rest.split_once('?').map_or((rest, None), |(address, options)| (address, Some(options)));
    let host = address.split('/').next()?;
    let options = options.map(|options| format!("?{options}")).unwrap_or_default();
    Some(format!("{scheme}://{host}/{name}{options}"))
}

/// Makes a unit with services `s1`, `s2`, … and a link to the first questionnaire; answers their keys.
///
/// # Errors
/// When the database fails.
pub fn seed(conn: &mut WriteConn<'_>, service_count: usize) -> StoreResult<Seeded> {
    let now = time::stored(chrono::Utc::now());
    let unit_id: i32 = diesel::insert_into(units::table)
        .values((
            units::code.eq(format!("unit-{}", NUMBER.fetch_add(1, Ordering::Relaxed))),
            units::name.eq("Unit"),
            units::kind.eq("kelurahan"),
            units::obliged.eq(true),
            units::active.eq(true),
            units::row_version.eq(1),
            units::created_at.eq(now),
        ))
        .returning(units::id)
        .get_result(conn.raw())?;
    let mut service_ids = Vec::new();
    for number in 1..=service_count {
        let id: i32 = diesel::insert_into(services::table)
            .values((
                services::unit_id.eq(unit_id),
                services::code.eq(format!("s{number}")),
                services::name.eq(format!("Layanan {number}")),
                services::mode.eq("counter"),
                services::free.eq(false),
                services::active.eq(true),
                services::row_version.eq(1),
            ))
            .returning(services::id)
            .get_result(conn.raw())?;
        service_ids.push(id);
    }
    let questionnaire_id: i32 =
        questionnaires::table.select(questionnaires::id).order(questionnaires::id).first(conn.raw())?;
    let link_id: i32 = diesel::insert_into(links::table)
        .values((
            links::code.eq(format!("{:08}", NUMBER.fetch_add(1, Ordering::Relaxed))),
            links::unit_id.eq(unit_id),
            links::questionnaire_id.eq(questionnaire_id),
            links::channel.eq(1_i16),
            links::label.eq(""),
            links::row_version.eq(1),
            links::created_by.eq("test"),
            links::created_at.eq(now),
        ))
        .returning(links::id)
        .get_result(conn.raw())?;
    Ok(Seeded { unit_id, service_ids, link_id })
}

/// What [`seed`] made.
#[derive(Clone, Debug)]
pub struct Seeded {
    /// The unit.
    pub unit_id: i32,
    /// Its services.
    pub service_ids: Vec<i32>,
    /// A link of the unit.
    pub link_id: i32,
}

/// Counts one answer too many into the first tally, as a bug would.
///
/// # Errors
/// When there is no tally, or the database fails.
pub fn spoil_a_tally(conn: &mut WriteConn<'_>, versions: &Versions) -> StoreResult<()> {
    let (service, month, questionnaire_id, excluded, counts): (i32, i32, i32, bool, Vec<u8>) = service_tallies::table
        .select((
            service_tallies::service_id,
            service_tallies::month,
            service_tallies::questionnaire_id,
            service_tallies::excluded,
            service_tallies::counts,
        ))
        .order((service_tallies::service_id, service_tallies::month))
        .first(conn.raw())?;
    let layout = &versions.get(conn, questionnaire_id)?.layout;
    let mut counts = domain::Counts::decode(layout, &counts)?;
    counts.count(layout, &vec![4; layout.items], domain::tally::Sign::Add);
    diesel::update(service_tallies::table.find((service, month, questionnaire_id, excluded)))
        .set(service_tallies::counts.eq(counts.encode()?))
        .execute(conn.raw())?;
    Ok(())
}
