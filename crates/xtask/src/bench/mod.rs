//! `cargo xtask bench`: what the server does in a second, and what a reader waits for.

mod load;
mod machine;
mod reads;
mod report;
mod reports;
mod screens;
mod site;

use crate::build;
use crate::postgres::{Cluster, Durability};
use crate::progress::{say, step};
use crate::setup;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use report::Figures;
use site::{Database, Site};
use std::fs;

/// What `cargo xtask bench` accepts.
#[derive(Args)]
pub(crate) struct Options {
    /// How long each round of load lasts.
    #[arg(long, value_name = "SECONDS", default_value_t = 10)]
    seconds: u32,
    /// How many rounds of echo and submit.
    #[arg(long, value_name = "N", default_value_t = 3)]
    rounds: u32,
    /// One part alone; the others keep the figures they have.
    #[arg(long)]
    only: Option<Part>,
}

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Submits, reads and loading on both databases.
    Server,
    /// Documents of reports.
    Reports,
    /// Bytes, Lighthouse and axe.
    Screens,
}

/// Measures both databases, prints the figures and writes `bench/results.md`.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    build::run(workspace)?;
    let file = workspace.root.join("bench/results.md");
    fs::create_dir_all(workspace.root.join("bench"))?;
    let is_wanted = |part| options.only.is_none_or(|only| only == part);
    // Each part is written as soon as it is measured: what fails later takes nothing away.
    for part in [Part::Server, Part::Reports, Part::Screens].into_iter().filter(|part| is_wanted(*part)) {
        let section = match part {
            Part::Server => server(workspace, options)?,
            Part::Reports => step("make official documents", || reports::section(workspace))?,
            Part::Screens => step("judge the screens", || screens::section(workspace))?,
        };
        let text = report::with(&fs::read_to_string(&file).unwrap_or_default(), part, &section);
        fs::write(&file, &text).with_context(|| format!("cannot write {}", file.display()))?;
        say(&format!("\n{section}\nwritten to {}", workspace.relative(&file)));
    }
    Ok(())
}

fn server(workspace: &Workspace, options: &Options) -> Result<String> {
    setup::ensure_program("wrk", &["wrk"])?;
    let cluster = step("start a PostgreSQL with durable commits", || Cluster::start(Durability::On))?;
    let sqlite = measure(workspace, &Database::Sqlite, options)?;
    let postgres = measure(workspace, &Database::Postgres(&cluster), options)?;
    let facts = machine::facts(workspace, &cluster.version()?);
    Ok(report::server(&facts, &[sqlite, postgres], options.rounds, options.seconds))
}

fn measure(workspace: &Workspace, database: &Database<'_>, options: &Options) -> Result<Figures> {
    let name = database.name();
    let (links, echo, submit) = step(&format!("{name}: submits"), || submits(workspace, database, options))?;
    let (small, _) = step(&format!("{name}: reads at 100,000 answers"), || read(workspace, database, 100_000))?;
    let (large, loaded_per_second) =
        step(&format!("{name}: reads at 1,000,000 answers"), || read(workspace, database, 1_000_000))?;
    Ok(Figures { name, links, echo, submit, loaded_per_second, small, large })
}

fn submits(
    workspace: &Workspace,
    database: &Database<'_>,
    options: &Options,
) -> Result<(usize, load::Load, load::Load)> {
    let site = Site::make(workspace, database, "submits")?;
    let running = site.serve()?;
    let links = site.links_file(running.base())?;
    let (mut echoes, mut submits) = (Vec::new(), Vec::new());
    for round in 0..options.rounds {
        let drive = |path, run| load::drive(running.base(), path, &links.file, run, options.seconds);
        echoes.push(drive(load::ECHO, 2 * round)?);
        submits.push(drive(load::SUBMIT, 2 * round + 1)?);
    }
    drop(running);
    site.verify()?;
    let middle = |rounds: &[load::Load]| load::median(rounds).context("no round was driven; use --rounds 1 or more");
    Ok((links.count, middle(&echoes)?, middle(&submits)?))
}

fn read(workspace: &Workspace, database: &Database<'_>, answers: u64) -> Result<(reads::Reads, u64)> {
    let site = Site::make(workspace, database, &format!("reads_{answers}"))?;
    let per_second = site.load(answers)?;
    let units = site.units()?;
    let running = site.serve()?;
    Ok((reads::measure(running.base(), site.password(), &units)?, per_second))
}
