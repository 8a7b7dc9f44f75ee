//! The crates that the screens share with the server must build for the browser, and stay light.

use crate::command::{capture_text, run};
use crate::setup;
use crate::workspace::{WASM_TARGET, Workspace};
use anyhow::{Result, ensure};

const SHARED: [&str; 6] = ["-p", "domain", "-p", "contract", "-p", "texts"];

/// Crates that do I/O or describe schemas for the server: none may reach a browser.
const SERVER_CRATES: [&str; 6] = ["actix-web", "diesel", "libsqlite3-sys", "pq-sys", "tokio", "utoipa"];

/// Builds the shared crates for the browser.
pub(super) fn build(workspace: &Workspace) -> Result<()> {
    setup::ensure_wasm_target(workspace)?;
    // A folder of its own: it never waits for, nor blocks, what an editor builds.
    let target = workspace.target.join("wasm");
    run(workspace.cargo().args(["build", "--target", WASM_TARGET]).args(SHARED).arg("--target-dir").arg(target))
}

/// Reads the dependency tree of the shared crates as the browser build sees it.
pub(super) fn is_free_of_server_crates(workspace: &Workspace) -> Result<()> {
    let mut cargo = workspace.cargo();
    cargo.arg("tree").args(SHARED).args(["--target", WASM_TARGET, "-e", "normal", "--prefix", "none", "-f", "{p}"]);
    let found = server_crates(&capture_text(&mut cargo)?);
    ensure!(
        found.is_empty(),
        "the browser build depends on {}; `cargo tree -i {} --target {WASM_TARGET} -e normal -p contract` shows why",
        found.join(", "),
        found[0]
    );
    Ok(())
}

fn server_crates(tree: &str) -> Vec<&'static str> {
    let names: Vec<&str> = tree.lines().filter_map(|line| line.split_whitespace().next()).collect();
    SERVER_CRATES.into_iter().filter(|name| names.contains(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::server_crates;

    #[test]
    fn server_crates_are_found_by_their_whole_name() {
        assert_eq!(server_crates("contract v0.1.0\nserde v1.0.0\nutoipa v6.0.0 (*)\n"), ["utoipa"]);
        assert!(server_crates("contract v0.1.0\ntokio-like v1.0.0\n").is_empty());
    }
}
