//! `cargo xtask openapi`: the exported contract.

use crate::command::{capture, run};
use crate::progress::{say, step};
use crate::workspace::{NATIVE, Workspace};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::process::Command;

/// What the server's binary says of its API.
pub(crate) fn document(mut binary: Command) -> Result<Vec<u8>> {
    let bytes = capture(binary.arg("openapi"))?;
    ensure!(!bytes.is_empty(), "`sumberdaya openapi` printed nothing");
    Ok(bytes)
}

/// Writes `openapi/openapi.json`.
pub(crate) fn write(workspace: &Workspace) -> Result<()> {
    // The selection of `cargo xtask test`, so that nothing is compiled a second time with other features.
    step("build the server", || run(workspace.cargo().arg("build").args(NATIVE).arg("--all-targets")))?;
    let document = document(workspace.command(workspace.debug_binary()))?;
    let file = workspace.openapi_file();
    let changed = fs::read(&file).unwrap_or_default() != document;
    fs::write(&file, document).with_context(|| format!("cannot write {}", file.display()))?;
    say(&format!("{}: {}", workspace.relative(&file), if changed { "written" } else { "unchanged" }));
    Ok(())
}
