//! `links`: where respondents go, for people and scripts.

use super::say::say;
use crate::config::Config;
use crate::routes::links::url;
use store::links::list_links;
use store::units::{find_unit, list_units};

/// Which links.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Only links of this unit.
    #[arg(long, value_name = "CODE")]
    unit: Option<String>,
    /// At most so many, the newest first.
    #[arg(long, value_name = "N", default_value_t = i64::MAX, hide_default_value = true,
        value_parser = clap::value_parser!(i64).range(1..))]
    limit: i64,
}

/// Prints code, unit and address of every open link, one a line.
pub(super) fn run(config: &Config, arguments: &Arguments) -> anyhow::Result<()> {
    let now = chrono::Utc::now();
    let links = super::open(config)?.read_blocking(|conn| {
        let units = match &arguments.unit {
            Some(unit) => vec![find_unit(conn, unit)?.id],
            None => list_units(conn)?.into_iter().map(|unit| unit.id).collect(),
        };
        list_links(conn, &units, None, i64::MAX)
    })?;
    let open = links.into_iter().filter(|link| link.closed_at.is_none() && link.expires_at.is_none_or(|end| end > now));
    for link in open.take(usize::try_from(arguments.limit).unwrap_or(usize::MAX)) {
        say(&format!("{}\t{}\t{}", link.code, link.unit.1, url(&config.public_url, link.code)));
    }
    Ok(())
}
