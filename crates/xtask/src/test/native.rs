//! The native tests of the whole workspace.

use super::totals::{Totals, of_cargo_test, of_nextest};
use crate::command::{Stream, answers, tee};
use crate::workspace::{NATIVE, Workspace};
use anyhow::Result;
use std::io::IsTerminal;
use std::process::Command;

/// Whether the faster test runner is there; building it takes longer than what it saves.
fn has_nextest(workspace: &Workspace) -> bool {
    answers(workspace.cargo().args(["nextest", "--version"]))
}

/// Addresses of PostgreSQL servers for the tests.
pub(super) struct Servers {
    /// Fast, and forgetful in a crash of the server itself.
    pub(super) any: Option<String>,
    /// With durable commits, for the tests that kill.
    pub(super) durable: Option<String>,
}

/// Runs all tests, on SQLite and on these servers.
pub(super) fn tests(workspace: &Workspace, servers: &Servers) -> Result<Totals> {
    let mut cargo = with_needs(workspace.cargo(), servers);
    if has_nextest(workspace) {
        let colour = if std::io::stderr().is_terminal() { "always" } else { "never" };
        cargo.args(["nextest", "run"]).args(NATIVE).args(["--no-fail-fast", "--color", colour]);
        let (ended_well, output) = tee(&mut cargo, Stream::Stderr)?;
        Ok(Totals::of_run(ended_well, of_nextest(&output)))
    } else {
        cargo.arg("test").args(NATIVE).args(["--no-fail-fast", "--tests"]);
        let (ended_well, output) = tee(&mut cargo, Stream::Stdout)?;
        Ok(Totals::of_run(ended_well, of_cargo_test(&output)))
    }
}

/// Runs the examples in documentation.
pub(super) fn doc_tests(workspace: &Workspace, servers: &Servers) -> Result<Totals> {
    let mut cargo = with_needs(workspace.cargo(), servers);
    let (ended_well, output) = tee(cargo.args(["test", "--doc"]).args(NATIVE).arg("--no-fail-fast"), Stream::Stdout)?;
    Ok(Totals::of_run(ended_well, of_cargo_test(&output)))
}

fn with_needs(mut cargo: Command, servers: &Servers) -> Command {
    // A test that needs PostgreSQL or the bundles and finds none must fail, not pass unseen.
    cargo.env("REQUIRE_POSTGRES", "1").env("REQUIRE_BUNDLES", "1");
    for (name, url) in [("TEST_POSTGRES", &servers.any), ("TEST_POSTGRES_DURABLE", &servers.durable)] {
        cargo.env_remove(name);
        if let Some(url) = url {
            cargo.env(name, url);
        }
    }
    cargo
}
