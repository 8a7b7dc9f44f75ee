//! `cargo xtask demo`: plausible answers in the demonstration city.

use crate::build;
use crate::progress::{say, step, thousands};
use crate::server::Installation;
use crate::workspace::Workspace;
use anyhow::Result;
use clap::Args;
use std::path::Path;
use std::time::Instant;

/// What makes a demonstration repeatable.
#[derive(Args, Clone, Default)]
pub(crate) struct Repeatable {
    /// The same seed gives the same answers.
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u64>,
    /// The day that counts as today, as 2026-09-30; otherwise today.
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
}

impl Repeatable {
    /// As arguments of `sumberdaya demo`.
    pub(crate) fn arguments(&self) -> Vec<String> {
        let seed = self.seed.map(|seed| ["--seed".to_owned(), seed.to_string()]);
        let as_of = self.as_of.clone().map(|day| ["--as-of".to_owned(), day]);
        seed.into_iter().chain(as_of).flatten().collect()
    }
}

/// What `cargo xtask demo` accepts.
#[derive(Args)]
pub(crate) struct Options {
    /// How many answers to load.
    #[arg(long, value_name = "N", default_value_t = 250_000)]
    responses: u64,
    #[command(flatten)]
    repeatable: Repeatable,
    /// A PostgreSQL to load into; otherwise DATABASE_URL, otherwise the SQLite file in data/.
    #[arg(long, value_name = "URL")]
    database_url: Option<String>,
}

/// Loads answers and prints how many a second.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    build::run(workspace)?;
    let mut installation = Installation::new(workspace, workspace.data());
    if let Some(url) = &options.database_url {
        installation = installation.with("DATABASE_URL", url);
    }
    let embedded = options.database_url.is_none() && std::env::var_os("DATABASE_URL").is_none();
    if !embedded || !has_database(installation.data()) {
        step("make the database", || installation.init_demo())?;
    }
    let start = Instant::now();
    step(&format!("load {} answers", thousands(options.responses)), || {
        installation.load_demo(options.responses, &options.repeatable.arguments())
    })?;
    say(&format!("{} answers a second", thousands(per_second(options.responses, start))));
    Ok(())
}

/// How many a second since the start.
pub(crate) fn per_second(count: u64, start: Instant) -> u64 {
    let micros = start.elapsed().as_micros().max(1);
    u64::try_from(u128::from(count) * 1_000_000 / micros).unwrap_or(u64::MAX)
}

/// Whether a data folder has a SQLite database.
pub(crate) fn has_database(data: &Path) -> bool {
    let is_database =
        |path: &Path| path.extension().is_some_and(|end| end == "db" || end == "sqlite" || end == "sqlite3");
    std::fs::read_dir(data).is_ok_and(|entries| entries.flatten().any(|entry| is_database(&entry.path())))
}

#[cfg(test)]
mod tests {
    use super::{Repeatable, has_database};

    #[test]
    fn only_what_was_given_is_passed_on() {
        assert!(Repeatable::default().arguments().is_empty());
        let both = Repeatable { seed: Some(7), as_of: Some("2026-09-30".into()) };
        assert_eq!(both.arguments(), ["--seed", "7", "--as-of", "2026-09-30"]);
    }

    #[test]
    fn a_folder_without_a_database_file_has_no_database() {
        let folder = std::env::temp_dir().join(format!("xtask-data-{}", std::process::id()));
        assert!(!has_database(&folder));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("secret"), "x").unwrap();
        assert!(!has_database(&folder));
        std::fs::write(folder.join("sumberdaya.db"), "").unwrap();
        assert!(has_database(&folder));
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
