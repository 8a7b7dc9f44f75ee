//! `import-historic`: figures published before this system, from a CSV file; all of it or nothing.

use super::ACTOR;
use super::import_answers::read_file;
use super::say::say;
use crate::clock::Clock;
use crate::config::Config;
use crate::historic_file::{self, Row};
use anyhow::anyhow;
use domain::period::month_of;
use std::collections::HashMap;
use std::path::PathBuf;
use store::city::time_zone;
use store::historic::put_points;
use store::units::list_units;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// CSV in UTF-8 with the columns unit, period, value, grade and, where one likes, index, n and source; 2,000 rows at most.
    file: PathBuf,
}

pub(super) fn run(config: &Config, arguments: &Arguments) -> anyhow::Result<()> {
    let db = super::open(config)?;
    let bytes = read_file(&arguments.file)?;
    let name = arguments.file.display();
    let now = Clock::System.now();
    let running = month_of(now, db.read_blocking(time_zone)?);
    let rows = historic_file::read(&bytes, running).map_err(|defects| {
        let total = defects.total();
        let mistakes = if total == 1 { "mistake" } else { "mistakes" };
        anyhow!("{name} has {total} {mistakes}; nothing was imported\n{defects}")
    })?;
    let units = db.read_blocking(list_units)?.into_iter().map(|unit| (unit.code.to_string(), unit.id));
    let units: HashMap<String, i32> = units.collect();
    let point = |row: Row| match units.get(&row.unit) {
        Some(id) => Ok((*id, row.point)),
        None => Err(anyhow!(
            "{name}: row {}: there is no unit {:?}; `sumberdaya units` lists them. Nothing was imported",
            row.number,
            row.unit
        )),
    };
    let points = rows.into_iter().map(point).collect::<Result<Vec<_>, _>>()?;
    let put = db.write_blocking(move |conn| put_points(conn, &points, ACTOR, now))?;
    say(&format!("{} points added, {} changed, {} unchanged", put.added, put.changed, put.unchanged));
    Ok(())
}
