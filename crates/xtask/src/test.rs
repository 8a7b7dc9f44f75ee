//! `cargo xtask test`: everything that a change must pass, in one run with one line of totals.

mod browser;
mod browser_tests;
mod contract_file;
mod native;
mod suite;
mod totals;

use crate::command::run as run_command;
use crate::e2e;
use crate::node;
use crate::postgres::{Cluster, Durability};
use crate::progress::step;
use crate::setup;
use crate::web;
use crate::workspace::{NATIVE, Workspace};
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
        run_command(workspace.cargo().arg("clippy").args(NATIVE).args(["--all-targets", "--", "-D", "warnings"]))
    });
    suite.check("clippy for the browser, warnings denied", || browser::clippy(workspace));
    suite.check("shared crates and screens are free of server dependencies", || {
        browser::is_free_of_server_crates(workspace)
    });
    // Before the tests: the server's and the browser's look at what is in the bundles.
    let bundles = suite.value("build the bundles", || web::build(workspace, web::Options::default()));
    if let Some(bundles) = &bundles {
        suite.check("bundles are small enough", || browser::bundles_are_small(bundles));
    } else {
        suite.impossible("bundles are small enough", "the build of the bundles failed");
    }
    suite.check("install LibreOffice and Poppler", || {
        setup::ensure_program("soffice", &["libreoffice-calc", "libreoffice-writer"])?;
        setup::ensure_program("pdftotext", &["poppler-utils"])
    });
    suite.check("install the Open XML validator", || {
        node::ensure_packages(workspace, &workspace.root.join("crates/documents/validator"))
    });
    let built = suite.check("build", || run_command(workspace.cargo().arg("build").args(NATIVE).arg("--all-targets")));

    if built {
        // Without it the tests that need it fail by themselves: REQUIRE_POSTGRES says so to them.
        let cluster = suite.value("start a throw-away PostgreSQL", || Cluster::start(Durability::Off));
        // What survives a kill is shown where commits are durable; the rest is faster without.
        let durable = suite.value("start one with durable commits", || Cluster::start(Durability::On));
        let url = |cluster: &Option<Cluster>| cluster.as_ref().map(|cluster| cluster.url("postgres"));
        let servers = native::Servers { any: url(&cluster), durable: url(&durable) };
        suite.counted("unit, property, store and API tests", || native::tests(workspace, &servers));
        suite.counted("documentation tests", || native::doc_tests(workspace, &servers));
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

    let linters = suite.check("install the OpenAPI linters", || contract_file::install_linters(workspace));
    for linter in contract_file::LINTERS {
        let name = format!("OpenAPI lint: {}", linter.name);
        if linters {
            suite.check(&name, || contract_file::lint(workspace, linter));
        } else {
            suite.impossible(&name, "the linters are not installed");
        }
    }
    browser_tests(workspace, &mut suite, built && bundles.is_some());
    suite.finish()
}

fn browser_tests(workspace: &Workspace, suite: &mut Suite, built: bool) {
    const TESTS: &str = "browser tests";
    let chromium = suite.value("install Playwright and Chromium", || e2e::prepare(workspace));
    if chromium.is_some() {
        suite.check("types of the browser tests", || browser_tests::check_types(workspace));
    }
    match chromium {
        Some(chromium) if built => suite.counted(TESTS, || browser_tests::tests(workspace, &chromium)),
        Some(_) => suite.impossible(TESTS, "the build failed"),
        None => suite.impossible(TESTS, "the tools are not installed"),
    }
}
