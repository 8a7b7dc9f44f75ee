//! The screens in a real Chromium, driven by Playwright from `frontend/e2e`.

use crate::node;
use crate::setup;
use crate::workspace::Workspace;
use anyhow::Result;
use std::path::PathBuf;
use std::process::Command;

/// Where the specifications lie.
pub(crate) fn folder(workspace: &Workspace) -> PathBuf {
    workspace.root.join("frontend/e2e")
}

/// Makes sure that Playwright and Chromium are there; answers where Chromium is.
pub(crate) fn prepare(workspace: &Workspace) -> Result<PathBuf> {
    node::ensure_packages(workspace, &folder(workspace))?;
    setup::ensure_chromium()
}

/// One call of Playwright on the server as tests use it.
pub(crate) fn playwright(workspace: &Workspace, chromium: &PathBuf) -> Command {
    let mut command = node::program(workspace, &folder(workspace), "playwright");
    command
        .arg("test")
        .env("CHROMIUM", chromium)
        .env("SUMBERDAYA_BINARY", workspace.debug_binary())
        .env("E2E_OUTPUT", workspace.target.join("e2e"));
    command
}
