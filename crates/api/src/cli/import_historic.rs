//! `import-historic`: figures published before this system, from a CSV file; all of it or nothing.

use super::ACTOR;
use super::import_answers::read_file;
use super::say::say;
use crate::clock::Clock;
use crate::config::Config;
use crate::historic_file;
use anyhow::anyhow;
use std::path::PathBuf;
use store::StoreError;
use store::historic::put_points;
use store::units::find_unit;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// CSV in UTF-8 with the columns unit, period, value, grade and, where one likes, index, n and source.
    file: PathBuf,
}

pub(super) fn run(config: &Config, arguments: &Arguments) -> anyhow::Result<()> {
    let db = super::open(config)?;
    let bytes = read_file(&arguments.file)?;
    let name = arguments.file.display();
    let rows = historic_file::read(&bytes).map_err(|defects| {
        let total = defects.total();
        let mistakes = if total == 1 { "mistake" } else { "mistakes" };
        anyhow!("{name} has {total} {mistakes}; nothing was imported\n{defects}")
    })?;
    let mut points = Vec::with_capacity(rows.len());
    for row in rows {
        let unit = db.read_blocking(|conn| find_unit(conn, &row.unit)).map_err(|error| match error {
            StoreError::NotFound(_) => anyhow!(
                "{name}: row {}: there is no unit {:?}; `sumberdaya units` lists them. Nothing was imported",
                row.number,
                row.unit
            ),
            other => other.into(),
        })?;
        points.push((unit.id, row.point));
    }
    let now = Clock::System.now();
    let put = db.write_blocking(move |conn| put_points(conn, &points, ACTOR, now))?;
    say(&format!("{} points added, {} changed, {} unchanged", put.added, put.changed, put.unchanged));
    Ok(())
}
