//! `recap`: the city's recap as a file, as the API serves it.

use super::say::say;
use crate::clock::Clock;
use crate::config::Config;
use crate::reports::recap::{RecapFormat, recap_document};
use anyhow::Context;
use domain::Period;
use std::path::PathBuf;
use std::sync::Arc;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// A period such as 2026-TW3, 2026-09, 2026-S2 or 2026.
    #[arg(long)]
    period: Period,
    /// pdf or xlsx.
    #[arg(long, value_parser = format_of)]
    format: RecapFormat,
    /// Where to write it.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

fn format_of(text: &str) -> Result<RecapFormat, String> {
    RecapFormat::from_code(text).ok_or_else(|| "choose pdf or xlsx".to_owned())
}

pub(super) fn run(config: &Config, arguments: &Arguments) -> anyhow::Result<()> {
    let db = super::open(config)?;
    let city = db.read_blocking(store::city::find_city)?.context("there is no city yet: run `sumberdaya init`")?;
    let versions = Arc::clone(db.versions());
    let (document, assets) = db
        .read_blocking(|conn| recap_document(conn, &versions, arguments.period, city.time_zone, Clock::System.now()))?;
    let bytes = arguments.format.render(&document, &assets)?;
    std::fs::write(&arguments.out, &bytes).with_context(|| format!("cannot write {}", arguments.out.display()))?;
    say(&format!("{}: {} bytes", arguments.out.display(), bytes.len()));
    Ok(())
}
