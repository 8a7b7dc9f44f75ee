//! What the screens weigh, and how Lighthouse and axe judge them.

use super::reads::LAST_QUARTER;
use super::site::{Database, Site};
use crate::command::{Stream, tee};
use crate::e2e;
use crate::web::{self, Manifest};
use crate::workspace::Workspace;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Enough for every chart of a busy unit.
const ANSWERS: u64 = 100_000;

/// Measures and answers the section of the results.
pub(super) fn section(workspace: &Workspace) -> Result<String> {
    let (folder, manifest) = web::build(workspace, web::Options::default())?;
    let chromium = e2e::prepare(workspace)?;
    let site = Site::make(workspace, &Database::Sqlite, "screens")?;
    site.load(ANSWERS)?;
    let (unit, link) = site.busy_link()?;
    let running = site.serve()?;
    let mut node = workspace.command("node");
    node.current_dir(e2e::folder(workspace)).arg("measure/screens.mjs");
    node.env("CHROMIUM", chromium).env("BASE_URL", running.base()).env("PASSWORD", site.password());
    node.env("PERIOD", LAST_QUARTER).env("UNIT", unit).env("SURVEY_LINK", link);
    let (ended_well, output) = tee(&mut node, Stream::Stdout)?;
    ensure!(ended_well, "measuring the screens failed; the reason is above");
    let line = output.lines().find_map(|line| line.strip_prefix("measured ")).context("nothing was measured")?;
    written(&serde_json::from_str(line)?, &folder, &manifest)
}

fn written(measured: &Value, folder: &Path, manifest: &Manifest) -> Result<String> {
    let mut text = String::from(
        "## Screens\n\nThe demonstration city in the release binary. Lighthouse: median of three runs, the survey as a \
         phone with Lighthouse's slow network and processor, the console as a desktop computer, a unit's overview \
         signed in.\n\n\
         | screen | performance | accessibility | best practices | first paint | blocked | transferred | axe violations |\n\
         |---|---|---|---|---|---|---|---|\n",
    );
    for (name, screen) in [("survey", &measured["survey"]), ("console", &measured["console"])] {
        let number = |of: &str| screen[of].as_f64().with_context(|| format!("{name} has no {of}"));
        writeln!(
            text,
            "| {name} | **{:.0}** | **{:.0}** | **{:.0}** | {:.0} ms | {:.0} ms | {:.1} KB | {} |",
            number("performance")? * 100.0,
            number("accessibility")? * 100.0,
            number("bestPractices")? * 100.0,
            number("firstPaintMs")?,
            number("blockedMs")?,
            number("transferred")? / 1024.0,
            screen["violations"]
        )?;
    }
    let first = measured["bytesBeforeFirstTap"].as_f64().context("no bytes before the first tap")?;
    writeln!(text, "\nBefore the first answer of a survey can be tapped: {:.1} KB transferred.\n", first / 1024.0)?;
    writeln!(text, "| bundle | brotli | raw |\n|---|---|---|")?;
    for app in ["survey", "console"] {
        for kind in ["wasm", "js"] {
            let file = manifest.file(&format!("{app}.{kind}")).with_context(|| format!("no {app}.{kind}"))?;
            let size = |file: &str| Ok::<_, anyhow::Error>(fs::metadata(folder.join(file))?.len());
            let (small, raw) = (size(&format!("{file}.br"))?, size(file)?);
            writeln!(text, "| {app}.{kind} | {:.1} KB | {:.1} KB |", kilobytes(small), kilobytes(raw))?;
        }
    }
    Ok(text)
}

fn kilobytes(bytes: u64) -> f64 {
    f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / 1024.0
}
