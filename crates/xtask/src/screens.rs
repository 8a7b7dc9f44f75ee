//! `cargo xtask screens`: every screen and state as a picture, for people to judge.

use crate::command::run as run_command;
use crate::e2e;
use crate::progress::{say, step};
use crate::setup;
use crate::web;
use crate::workspace::{NATIVE, Workspace};
use anyhow::Result;
use clap::Args;

/// What `cargo xtask screens` accepts.
#[derive(Args)]
pub(crate) struct Options {
    /// Only walks whose name holds this text.
    #[arg(long)]
    only: Option<String>,
    /// Only one look, such as `360-dark-en`.
    #[arg(long)]
    look: Option<String>,
}

/// Walks Chromium through the real server with the demonstration city.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    setup::ensure_compiler()?;
    step("build the bundles", || web::build(workspace, web::Options::default()))?;
    // The selection of the tests, so that what they built is used again.
    step("build the server", || run_command(workspace.cargo().arg("build").args(NATIVE).arg("--all-targets")))?;
    let chromium = step("install Playwright and Chromium", || e2e::prepare(workspace))?;
    let pictures = workspace.target.join("screens");
    let mut walk = e2e::playwright(workspace, &chromium);
    walk.args(["--config", "screens.config.ts"]).env("SCREENS_OUTPUT", &pictures);
    if let Some(only) = &options.only {
        walk.args(["--grep", only]);
    }
    if let Some(look) = &options.look {
        walk.args(["--project", look]);
    }
    step("walk through every screen", || run_command(&mut walk))?;
    say(&format!("{}: open it in a browser", workspace.relative(&pictures.join("index.html"))));
    Ok(())
}
