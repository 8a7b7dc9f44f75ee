//! `cargo xtask test`: everything that a change must pass, in one run with one line of totals.

mod contract_file;
mod native;
mod suite;
mod totals;
mod wasm;

use crate::command::run as run_command;
use crate::postgres::{Cluster, Durability};
use crate::progress::step;
use crate::setup;
use crate::workspace::Workspace;
use std::process::ExitCode;
use suite::Suite;

/// Runs every check; what depends on a failed one counts as failed, the rest still runs.
pub(crate) fn run(workspace: &Workspace) -> ExitCode {
    let mut suite = Suite::default();
    suite.check("format", || {
        setup::ensure_component(workspace, "rustfmt", "fmt")?;
        run_command(workspace.cargo().args(["fmt", "--all", "--check"]))
    });
    suite.check("clippy, warnings denied", || {
        setup::ensure_compiler()?;
        setup::ensure_component(workspace, "clippy", "clippy")?;
        run_command(workspace.cargo().args(["clippy", "--workspace", "--exclude", "survey", "--exclude", "console", "--exclude", "ui", "--all-targets", "--", "-D", "warnings"]))
    });
    let built = suite.check("build", || run_command(workspace.cargo().args(["build", "--workspace", "--exclude", "survey", "--exclude", "console", "--exclude", "ui", "--all-targets"])));

    if built {
        // Without it the tests that need it fail by themselves: REQUIRE_POSTGRES says so to them.
        let cluster = suite.value("start a throw-away PostgreSQL", || Cluster::start(Durability::Off));
        // What survives a kill is shown where commits are durable; the rest is faster without.
        let durable = suite.value("start one with durable commits", || Cluster::start(Durability::On));
        let url = |cluster: &Option<Cluster>| cluster.as_ref().map(|cluster| cluster.url("postgres"));
        let servers = native::Servers { any: url(&cluster), durable: url(&durable) };
        suite.counted("unit, property, store and API tests", || native::tests(workspace, &servers));
        if native::has_nextest(workspace) {
            suite.counted("documentation tests", || native::doc_tests(workspace, &servers));
        }
        let _ = step("stop PostgreSQL", || {
            drop((cluster, durable));
            Ok(())
        });
        suite.check("OpenAPI document is the code's", || contract_file::matches_code(workspace));
    } else {
        for name in ["unit, property, store and API tests", "documentation tests", "OpenAPI document is the code's"] {
            suite.impossible(name, "the build failed");
        }
    }

    suite.check("shared crates build for WASM", || wasm::build(workspace));
    suite.check("shared crates are free of server dependencies", || wasm::is_free_of_server_crates(workspace));
    let linters = suite.check("install the OpenAPI linters", || contract_file::install_linters(workspace));
    for linter in contract_file::LINTERS {
        let name = format!("OpenAPI lint: {}", linter.name);
        if linters {
            suite.check(&name, || contract_file::lint(workspace, linter));
        } else {
            suite.impossible(&name, "the linters are not installed");
        }
    }
    suite.finish()
}
