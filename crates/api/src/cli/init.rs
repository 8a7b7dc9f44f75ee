//! `init`: the database and the first administrator.

use super::say::say;
use crate::clock::Clock;
use crate::config::Config;
use crate::first_start::{DEFAULT_CITY, FIRST_ADMINISTRATOR, ensure_administrator, ensure_city};
use chrono_tz::Tz;
use store::Db;
use store::city::DEFAULT_TIME_ZONE;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// In whose days and months answers are counted; fixed once.
    #[arg(long, default_value_t = DEFAULT_TIME_ZONE, value_parser = time_zone, value_name = "ZONE")]
    time_zone: Tz,
    /// The official name of the city.
    #[arg(long, default_value = DEFAULT_CITY, value_name = "NAME")]
    city: String,
    /// Make the demonstration organisation, without answers.
    #[arg(long)]
    demo: bool,
    #[command(flatten)]
    repeatable: super::demo::Repeatable,
}

impl Default for Arguments {
    fn default() -> Self {
        Self {
            time_zone: DEFAULT_TIME_ZONE,
            city: DEFAULT_CITY.to_owned(),
            demo: false,
            repeatable: super::demo::Repeatable::default(),
        }
    }
}

fn time_zone(text: &str) -> Result<Tz, String> {
    text.parse().map_err(|_| "a time zone is named like Asia/Makassar".to_owned())
}

pub(super) fn run(config: &Config, arguments: &Arguments) -> anyhow::Result<()> {
    let db = super::create(config)?;
    prepare(&db, config, arguments)?;
    if arguments.demo {
        super::demo::found(&db, arguments.repeatable)?;
    }
    say("the database is ready");
    Ok(())
}

/// Makes what every server needs and what is missing; a generated password is printed this once.
pub(super) fn prepare(db: &Db, config: &Config, arguments: &Arguments) -> anyhow::Result<()> {
    ensure_city(db, arguments.time_zone, &arguments.city, &Clock::System)?;
    if let Some(password) = ensure_administrator(db, config, &Clock::System)? {
        say(&format!("administrator: {FIRST_ADMINISTRATOR}"));
        say(&format!("administrator password: {password}"));
    }
    Ok(())
}
