//! `init`: the database and the first administrator.

use super::say::say;
use crate::clock::Clock;
use crate::config::Config;
use crate::first_start::{DEFAULT_CITY, FIRST_ADMINISTRATOR, check_password, ensure_administrator, ensure_city};
use anyhow::bail;
use chrono_tz::Tz;
use store::Db;
use store::city::DEFAULT_TIME_ZONE;

#[derive(Debug, Default, clap::Args)]
pub(super) struct Arguments {
    /// In whose days and months answers are counted; fixed once.
    ///
    /// Asia/Makassar when none is given.
    #[arg(long, value_parser = time_zone, value_name = "ZONE")]
    time_zone: Option<Tz>,
    /// The official name of the city; the settings change it later.
    #[arg(long, value_name = "NAME")]
    city: Option<String>,
    /// Make the demonstration organisation, without answers.
    #[arg(long)]
    demo: bool,
}

fn time_zone(text: &str) -> Result<Tz, String> {
    text.parse().map_err(|_| "a time zone is named like Asia/Makassar".to_owned())
}

pub(super) fn run(config: &Config, arguments: &Arguments) -> anyhow::Result<()> {
    let db = super::create(config)?;
    prepare(&db, config, arguments)?;
    if arguments.demo {
        super::demo::found(&db)?;
    }
    say("the database is ready");
    Ok(())
}

/// Makes what every server needs and what is missing; a generated password is printed this once.
pub(super) fn prepare(db: &Db, config: &Config, arguments: &Arguments) -> anyhow::Result<()> {
    // Nothing is stored of an installation that would then stop half-way.
    check_password(config)?;
    if let Some(city) = db.read_blocking(store::city::find_city)? {
        let (there, asked) = (city.time_zone, arguments.time_zone);
        if let Some(asked) = asked.filter(|asked| *asked != there) {
            bail!("there is a city already, and its time zone {there} stays for ever; {asked} was asked for");
        }
        if arguments.city.is_some() {
            say("there is a city already; change its name in the settings (put_settings)");
        }
    }
    let name = arguments.city.as_deref().unwrap_or(DEFAULT_CITY);
    ensure_city(db, arguments.time_zone.unwrap_or(DEFAULT_TIME_ZONE), name, &Clock::System)?;
    if let Some(password) = ensure_administrator(db, config, &Clock::System)? {
        say(&format!("administrator: {FIRST_ADMINISTRATOR}"));
        say(&format!("administrator password: {password}"));
    }
    Ok(())
}
