//! Fresh databases for tests, one for each.

use diesel::connection::SimpleConnection;
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
    let name = format!("test_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
    let mut conn = PgConnection::establish(base_url).map_err(|error| error.to_string())?;
    conn.batch_execute(&format!("CREATE DATABASE {name}")).map_err(|error| error.to_string())?;
    with_database(base_url, &name).ok_or_else(|| format!("{base_url:?} has no database name to replace"))
}

/// Replaces the name of the database in `postgres://user@host/name?options`.
fn with_database(base_url: &str, name: &str) -> Option<String> {
    let (scheme, rest) = base_url.split_once("://")?;
    let (address, options) = rest.split_once('?').map_or((rest, None), |(address, options)| (address, Some(options)));
    let host = address.split('/').next()?;
    let options = options.map(|options| format!("?{options}")).unwrap_or_default();
    Some(format!("{scheme}://{host}/{name}{options}"))
}
