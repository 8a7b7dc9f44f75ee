//! The release binary, with everything that it serves inside.

use crate::command::run as run_command;
use crate::progress::{say, step};
use crate::setup;
use crate::web;
use crate::workspace::Workspace;
use anyhow::{Context, Result};

/// Builds the release binary and says where it is and how large.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    setup::ensure_compiler()?;
    step("build the bundles", || web::build(workspace, web::Options::default()))?;
    step("build the server (release)", || {
        let mut cargo = workspace.cargo();
        cargo.args(["build", "--release", "--locked", "-p", "api"]);
        // The crate names this variable, so that cargo embeds the bundles anew when they are others than before.
        run_command(cargo.env("SUMBERDAYA_BUNDLES", web::stamp(workspace)?))
    })?;
    let binary = workspace.release_binary();
    let size = std::fs::metadata(&binary).with_context(|| format!("no {}", binary.display()))?.len();
    say(&format!("{}: {:.1} MB", workspace.relative(&binary), megabytes(size)));
    Ok(())
}

/// Bytes as megabytes, for people.
fn megabytes(bytes: u64) -> f64 {
    f64::from(u32::try_from(bytes / 1_000).unwrap_or(u32::MAX)) / 1_000.0
}
