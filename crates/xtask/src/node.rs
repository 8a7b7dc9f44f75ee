//! Programs that run on Node.js, installed as their lock file says.

use crate::command::run;
use crate::setup;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Makes sure that the packages of a folder are there, unless its lock is the one already installed.
pub(crate) fn ensure_packages(workspace: &Workspace, folder: &Path) -> Result<()> {
    for (program, packages) in [("node", ["nodejs"]), ("npm", ["npm"])] {
        setup::ensure_program(program, &packages)?;
    }
    let lock = fs::read(folder.join("package-lock.json"))
        .with_context(|| format!("no package-lock.json in {}", workspace.relative(folder)))?;
    let stamp = folder.join("node_modules/.installed-lock");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let mut npm = workspace.command("npm");
    // The browser is the system's.
    npm.arg("ci").current_dir(folder).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    run(&mut npm).with_context(|| format!("cannot install the packages of {}", workspace.relative(folder)))?;
    fs::write(&stamp, lock).context("cannot note which packages are installed")
}

/// A program of these packages.
pub(crate) fn program(workspace: &Workspace, folder: &Path, name: &str) -> Command {
    let mut command = workspace.command(folder.join("node_modules/.bin").join(name));
    command.current_dir(folder);
    command
}
