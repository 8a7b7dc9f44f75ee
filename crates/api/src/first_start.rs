//! The first start: a city with its time zone, and an administrator, without whom nobody could ever sign in.

use crate::access::password;
use crate::clock::Clock;
use crate::config::{Config, ConfigError};
use crate::random;
use anyhow::anyhow;
use chrono_tz::Tz;
use store::users::{NewUser, Role};
use store::{Db, StoreError};

/// The name of a city that gives none at `init`; the settings can change it.
pub const DEFAULT_CITY: &str = "Kota";
/// The username of the first administrator.
pub const FIRST_ADMINISTRATOR: &str = "admin";

/// Founds the city when there is none; its time zone never changes afterwards.
///
/// # Errors
/// When the database fails.
pub fn ensure_city(db: &Db, time_zone: Tz, name: &str, clock: &Clock) -> anyhow::Result<()> {
    if db.read_blocking(store::city::find_city)?.is_some() {
        return Ok(());
    }
    let (name, now) = (name.to_owned(), clock.now());
    match db.write_blocking(move |conn| store::city::create_city(conn, time_zone, &name, now)) {
        // Another replica may have been faster.
        Ok(_) | Err(StoreError::Taken(_)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Whether the administrator's password that is given, if any, can be taken.
///
/// # Errors
/// When it is too short.
pub fn check_password(config: &Config) -> Result<(), ConfigError> {
    let defect = config.admin_password.as_deref().and_then(|given| password::defect("", given));
    defect.map_or(Ok(()), |defect| Err(ConfigError(format!("SUMBERDAYA_ADMIN_PASSWORD must have {}", defect.accepted))))
}

/// Makes the first administrator when there is none; answers the password when it was generated.
///
/// # Errors
/// When the given password is too short or the database fails.
pub fn ensure_administrator(db: &Db, config: &Config, clock: &Clock) -> anyhow::Result<Option<String>> {
    if db.read_blocking(store::users::count_administrators)? > 0 {
        return Ok(None);
    }
    check_password(config)?;
    let generated =
        if config.admin_password.is_none() { Some(random::password().map_err(|error| anyhow!(error))?) } else { None };
    let chosen = config.admin_password.as_ref().or(generated.as_ref()).cloned().unwrap_or_default();
    let new = NewUser {
        username: FIRST_ADMINISTRATOR.to_owned(),
        name: "Administrator".to_owned(),
        password_hash: password::hash(&chosen).map_err(|error| anyhow!(error))?,
        role: Role::Administrator,
        unit: None,
    };
    let now = clock.now();
    match db.write_blocking(move |conn| store::users::insert_user(conn, &new, now)) {
        Ok(_) => Ok(generated),
        // Another replica was faster; its password counts.
        Err(StoreError::Taken(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}
