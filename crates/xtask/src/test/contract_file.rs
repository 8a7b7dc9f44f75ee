//! The committed OpenAPI document: it is what the code says, and two linters find nothing in it.

use crate::command::run;
use crate::node;
use crate::openapi;
use crate::workspace::Workspace;
use anyhow::{Result, ensure};
use std::fs;

/// A linter of OpenAPI documents, from `openapi/package.json`.
pub(super) struct Linter {
    /// Its program in `node_modules/.bin`.
    pub(super) name: &'static str,
    arguments: &'static [&'static str],
}

/// All linters; their rules stand beside the document.
pub(super) const LINTERS: [&Linter; 2] = [
    &Linter { name: "redocly", arguments: &["lint", "openapi.json", "--config", "redocly.yaml"] },
    &Linter {
        name: "spectral",
        arguments: &["lint", "openapi.json", "--ruleset", ".spectral.yaml", "--fail-severity=warn"],
    },
];

/// Compares the committed document with what the binary of this build says, byte for byte.
pub(super) fn matches_code(workspace: &Workspace) -> Result<()> {
    let code = openapi::document(workspace.command(workspace.debug_binary()))?;
    let file = fs::read(workspace.openapi_file()).unwrap_or_default();
    ensure!(code == file, "openapi/openapi.json is not what the code says: run `cargo xtask openapi` and commit it");
    Ok(())
}

/// Installs the linters.
pub(super) fn install_linters(workspace: &Workspace) -> Result<()> {
    node::ensure_packages(workspace, &workspace.root.join("openapi"))
}

/// Lints the committed document. The linters report to nobody and look for no newer version of themselves.
pub(super) fn lint(workspace: &Workspace, linter: &Linter) -> Result<()> {
    let mut command = node::program(workspace, &workspace.root.join("openapi"), linter.name);
    command
        .env("REDOCLY_TELEMETRY", "off")
        .env("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true")
        .env("SCARF_ANALYTICS", "false");
    run(command.args(linter.arguments))
}
