//! End-to-end tests in Chromium.

use super::totals::{Totals, of_playwright};
use crate::command::{Stream, run, tee};
use crate::e2e;
use crate::node;
use crate::workspace::Workspace;
use anyhow::Result;
use std::path::PathBuf;

/// Checks the types of the specifications: Playwright runs them without.
pub(super) fn check_types(workspace: &Workspace) -> Result<()> {
    run(node::program(workspace, &e2e::folder(workspace), "tsc").arg("--noEmit"))
}

/// Runs all of them.
pub(super) fn tests(workspace: &Workspace, chromium: &PathBuf) -> Result<Totals> {
    let (ended_well, output) = tee(&mut e2e::playwright(workspace, chromium), Stream::Stdout)?;
    Ok(Totals::of_run(ended_well, of_playwright(&output)))
}
