//! `units`: who serves the public, for people and scripts.

use super::say::say;
use crate::config::Config;

/// Prints code, kind and name of every unit, one a line, in tree order.
pub(super) fn run(config: &Config) -> anyhow::Result<()> {
    for unit in super::open(config)?.read_blocking(store::units::list_units)? {
        say(&format!("{}\t{}\t{}", unit.code, unit.kind.code(), unit.name));
    }
    Ok(())
}
