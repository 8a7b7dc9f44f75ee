//! Every developer command, as `cargo xtask <command>`.
//!
//! What continuous integration runs, what a newcomer runs first and what the figures in `bench/results.md` come from
//! stand here, so that no recipe lives in anyone's shell history.

mod bench;
mod build;
mod command;
mod demo;
mod e2e;
mod interrupt;
mod node;
mod openapi;
mod postgres;
mod progress;
mod run;
mod screens;
mod server;
mod setup;
mod test;
mod web;
mod workspace;

use clap::{Parser, Subcommand};
use std::process::ExitCode;
use workspace::Workspace;

/// Developer commands of Sumberdaya.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Builds the server and starts it on a demonstration city, which the first start fills.
    Run(run::Options),
    /// Runs everything that a change must pass; the last line is `N passed, N failed`.
    Test,
    /// Builds what browsers load into `target/web`.
    Web(web::Options),
    /// Takes a picture of every screen and state into `target/screens`, with an index page.
    Screens(screens::Options),
    /// Builds the release binary `target/release/sumberdaya`, with the bundles inside.
    Build,
    /// Writes `openapi/openapi.json` from the code.
    Openapi,
    /// Loads plausible answers into the demonstration city.
    Demo(demo::Options),
    /// Measures submits and reads, prints the figures and writes `bench/results.md`.
    Bench(bench::Options),
}

fn main() -> ExitCode {
    let workspace = Workspace::locate();
    setup::warn_of_other_rust(&workspace);
    let done = match Cli::parse().command {
        // The totals are the last line, so nothing may be printed after them.
        Command::Test => return test::run(&workspace),
        Command::Run(options) => run::run(&workspace, &options),
        Command::Web(options) => web::run(&workspace, options),
        Command::Screens(options) => screens::run(&workspace, &options),
        Command::Build => build::run(&workspace),
        Command::Openapi => openapi::write(&workspace),
        Command::Demo(options) => demo::run(&workspace, &options),
        Command::Bench(options) => bench::run(&workspace, &options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            progress::say(&format!("error: {error:#}"));
            ExitCode::FAILURE
        }
    }
}
