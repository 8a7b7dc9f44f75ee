//! What runs in browsers must compile for them, stay light, and arrive in few bytes.

use crate::command::{capture_text, run};
use crate::progress::say;
use crate::setup;
use crate::web::Manifest;
use crate::workspace::{WASM_TARGET, Workspace};
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::path::{Path, PathBuf};

/// Rooms that the screens share with the server, and the screens.
const SHARED: [&str; 12] =
    ["-p", "domain", "-p", "contract", "-p", "texts", "-p", "charts", "-p", "json", "-p", "signals"];
const SCREENS: [&str; 8] = ["-p", "dom", "-p", "ui", "-p", "survey", "-p", "console"];

/// Crates that do I/O or describe schemas for the server: none may reach a browser.
const SERVER_CRATES: [&str; 6] = ["actix-web", "diesel", "libsqlite3-sys", "pq-sys", "tokio", "utoipa"];

/// What an application may weigh with its glue, compressed with brotli, in KiB.
struct Weight {
    app: &'static str,
    /// 30 KB of page and 64 KiB of application are seconds on a slow network.
    limit: u64,
}

const WEIGHTS: [Weight; 2] = [Weight { app: "survey", limit: 64 }, Weight { app: "console", limit: 250 }];

/// Checks and lints everything that is compiled for the browser.
pub(super) fn clippy(workspace: &Workspace) -> Result<()> {
    setup::ensure_wasm_target(workspace)?;
    let mut cargo = workspace.cargo();
    cargo.args(["clippy", "--target", WASM_TARGET]).args(SHARED).args(SCREENS);
    run(cargo.arg("--target-dir").arg(workspace.wasm_target()).args(["--", "-D", "warnings"]))
}

/// Reads the dependency tree as the browser build sees it.
pub(super) fn is_free_of_server_crates(workspace: &Workspace) -> Result<()> {
    let mut cargo = workspace.cargo();
    cargo.arg("tree").args(SHARED).args(SCREENS);
    cargo.args(["--target", WASM_TARGET, "-e", "normal", "--prefix", "none", "-f", "{p}"]);
    let found = server_crates(&capture_text(&mut cargo)?);
    ensure!(
        found.is_empty(),
        "the browser build depends on {}; `cargo tree -i {} --target {WASM_TARGET} -e normal -p console` shows why",
        found.join(", "),
        found[0]
    );
    Ok(())
}

fn server_crates(tree: &str) -> Vec<&'static str> {
    let names: Vec<&str> = tree.lines().filter_map(|line| line.split_whitespace().next()).collect();
    SERVER_CRATES.into_iter().filter(|name| names.contains(name)).collect()
}

/// Weighs the applications.
pub(super) fn bundles_are_small((folder, manifest): &(PathBuf, Manifest)) -> Result<()> {
    let mut heavy = Vec::new();
    for Weight { app, limit } in WEIGHTS {
        let bytes =
            compressed(folder, manifest, &format!("{app}.wasm"))? + compressed(folder, manifest, &format!("{app}.js"))?;
        say(&format!("{app}: {} KiB (at most {limit})", bytes.div_ceil(1024)));
        if bytes > limit * 1024 {
            heavy.push(app);
        }
    }
    if heavy.is_empty() { Ok(()) } else { bail!("too heavy: {}", heavy.join(", ")) }
}

fn compressed(folder: &Path, manifest: &Manifest, plain: &str) -> Result<u64> {
    let file = manifest.file(plain).with_context(|| format!("there is no {plain} among the bundles"))?;
    let twin = folder.join(format!("{file}.br"));
    Ok(fs::metadata(&twin).with_context(|| format!("no {}", twin.display()))?.len())
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
