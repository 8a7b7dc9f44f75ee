//! The command line: one file a command.

mod config;
mod demo;
mod exclude;
mod healthcheck;
mod import_answers;
mod import_historic;
mod init;
mod links;
mod openapi;
mod recap;
mod report;
mod reset_password;
mod results;
mod say;
mod serve;
mod units;
mod verify;

use crate::config::Config;
use clap::{Parser, Subcommand};
use say::complain;
use std::path::PathBuf;
use std::process::ExitCode;
use store::Db;

/// Who changes something from the command line.
const ACTOR: &str = "cli";

/// The public satisfaction survey of a city: answers arrive, official figures leave.
#[derive(Debug, Parser)]
#[command(name = "sumberdaya", version)]
struct Arguments {
    /// A file of NAME=value lines; the environment wins over it.
    #[arg(long, global = true, env = "SUMBERDAYA_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make the database and the first administrator; again, it changes nothing.
    Init(init::Arguments),
    /// Answer requests until SIGTERM or SIGINT; makes what `init` makes when it is missing.
    Serve,
    /// Load plausible answers into the demonstration city, which is made when there is none; again, it changes nothing.
    Demo(demo::Arguments),
    /// List the units: code, kind and name.
    Units,
    /// List the open survey links, the newest first: code, unit and address.
    Links(links::Arguments),
    /// Import paper forms from a CSV file, all of it or nothing; the same file again changes nothing.
    ImportAnswers(import_answers::Arguments),
    /// Import figures published before this system from a CSV file, all of it or nothing.
    ImportHistoric(import_historic::Arguments),
    /// Take responses out of the figures, or back in; nothing is deleted.
    Exclude(exclude::Arguments),
    /// Print the figures of a unit and a period.
    Results(results::Arguments),
    /// Write a file of a report: the published one, or as it would be frozen now.
    Report(report::Arguments),
    /// Write the recap of the city as a file.
    Recap(recap::Arguments),
    /// Recompute every tally from the responses and name the differences; the exit code tells.
    Verify,
    /// Show every variable with its value and default; secrets are masked.
    Config,
    /// Print the OpenAPI document.
    Openapi,
    /// Give a user a new password, generated and printed; one who was deactivated may sign in again.
    ResetPassword(reset_password::Arguments),
    /// Ask the running server whether it is ready; the exit code tells.
    Healthcheck,
}

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("sumberdaya: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> anyhow::Result<()> {
    let file = arguments.config.as_deref();
    let configured = || {
        let config = Config::from_environment(file)?;
        crate::telemetry::start_logging(&config)?;
        anyhow::Ok(config)
    };
    match arguments.command {
        Command::Init(arguments) => init::run(&configured()?, &arguments),
        Command::Serve => serve::run(configured()?),
        Command::Demo(arguments) => demo::run(&configured()?, &arguments),
        Command::Units => units::run(&configured()?),
        Command::Links(arguments) => links::run(&configured()?, &arguments),
        Command::ImportAnswers(arguments) => import_answers::run(&configured()?, &arguments),
        Command::ImportHistoric(arguments) => import_historic::run(&configured()?, &arguments),
        Command::Exclude(arguments) => exclude::run(&configured()?, &arguments),
        Command::Results(arguments) => results::run(&configured()?, &arguments),
        Command::Report(arguments) => report::run(&configured()?, &arguments),
        Command::Recap(arguments) => recap::run(&configured()?, &arguments),
        Command::Verify => verify::run(&configured()?),
        Command::Config => config::run(file),
        Command::Openapi => openapi::run(),
        Command::ResetPassword(arguments) => reset_password::run(&configured()?, &arguments),
        Command::Healthcheck => healthcheck::run(&configured()?),
    }
}

/// Opens the configured database, making it where there is none.
fn create(config: &Config) -> anyhow::Result<Db> {
    Ok(Db::open(&config.database()?)?)
}

/// Opens the configured database; a wrong folder must not pass for an empty city.
fn open(config: &Config) -> anyhow::Result<Db> {
    if let Some(path) = config.database_url.strip_prefix("sqlite://") {
        anyhow::ensure!(
            std::path::Path::new(path).exists(),
            "there is no database {path}: run `sumberdaya init`, or correct SUMBERDAYA_DATA or DATABASE_URL"
        );
    }
    create(config)
}
