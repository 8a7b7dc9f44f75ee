//! What a bare machine lacks: installed where that is allowed, otherwise named in one clear sentence.

use crate::command::{answers, run};
use crate::progress::say;
use crate::workspace::{WASM_TARGET, Workspace};
use anyhow::{Context, Result, ensure};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where a program stands on the search path.
pub(crate) fn find_program(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// Makes sure that a program is there, from these Debian packages if need be.
pub(crate) fn ensure_program(name: &str, packages: &[&str]) -> Result<()> {
    if find_program(name).is_none() {
        install(name, packages)?;
        ensure!(find_program(name).is_some(), "`{name}` is still missing after installing {}", packages.join(" "));
    }
    Ok(())
}

/// Installs Debian packages because `what` is missing.
pub(crate) fn install(what: &str, packages: &[&str]) -> Result<()> {
    let names = packages.join(" ");
    let advice = format!("`{what}` is missing and cannot be installed from here: run `sudo apt-get install {names}`");
    ensure!(find_program("apt-get").is_some(), "`{what}` is missing: install what Debian calls {names}");
    let apt = |arguments: &[&str]| -> Option<Command> {
        let mut command = if is_root() { Command::new("env") } else { passwordless_sudo()? };
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"]).args(arguments);
        Some(command)
    };
    let (mut update, mut add) = (
        apt(&["update"]).with_context(|| advice.clone())?,
        apt(&["install", "--no-install-recommends"]).with_context(|| advice.clone())?,
    );
    say(&format!("`{what}` is missing; installing {names}"));
    run(&mut update).with_context(|| advice.clone())?;
    run(add.args(packages)).context(advice)
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

fn passwordless_sudo() -> Option<Command> {
    if !answers(Command::new("sudo").args(["-n", "true"])) {
        return None;
    }
    let mut command = Command::new("sudo");
    command.args(["-n", "env"]);
    Some(command)
}

/// The Rust that the project is built and tested with.
const RUST: &str = env!("CARGO_PKG_RUST_VERSION");

/// Says so where another Rust is at work: newer ones warn of other things, and the bundles are compiled with options that are
/// not stable.
pub(crate) fn warn_of_other_rust(workspace: &Workspace) {
    let output = workspace.command("rustc").arg("--version").output();
    let told = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    if let Some(version) = other_version(&told) {
        say(&format!(
            "built and tested with Rust {RUST}, here is {version}: should anything fail, `rustup override set {RUST}`"
        ));
    }
}

/// The version that `rustc --version` told, where it is not of [`RUST`].
fn other_version(told: &str) -> Option<&str> {
    let version = told.split_whitespace().nth(1)?;
    let minor = |version: &str| version.split('.').take(2).map(str::to_owned).collect::<Vec<_>>();
    (minor(version) != minor(RUST)).then_some(version)
}

/// Makes sure that there is a C compiler: SQLite and the PostgreSQL client are compiled in.
pub(crate) fn ensure_compiler() -> Result<()> {
    ensure_program("cc", &["gcc", "libc6-dev"])
}

/// Makes sure that there is a Chromium; answers where.
pub(crate) fn ensure_chromium() -> Result<PathBuf> {
    ensure_program("chromium", &["chromium"])?;
    find_program("chromium").context("`chromium` is not on the search path")
}

/// Makes sure that the standard library for WASM is there.
pub(crate) fn ensure_wasm_target(workspace: &Workspace) -> Result<()> {
    let advice = format!("the Rust target {WASM_TARGET} is missing: run `rustup target add {WASM_TARGET}`");
    if wasm_library(workspace).is_some_and(|folder| folder.is_dir()) {
        return Ok(());
    }
    say(&format!("the Rust target {WASM_TARGET} is missing; adding it"));
    run(workspace.command("rustup").args(["target", "add", WASM_TARGET])).context(advice)
}

fn wasm_library(workspace: &Workspace) -> Option<PathBuf> {
    let output =
        workspace.command("rustc").args(["--print", "target-libdir", "--target", WASM_TARGET]).output().ok()?;
    Some(Path::new(std::str::from_utf8(&output.stdout).ok()?.trim()).to_path_buf())
}

/// Makes sure that the source of the standard library is there, which the bundles are compiled with.
pub(crate) fn ensure_library_source(workspace: &Workspace) -> Result<()> {
    let output = workspace.command("rustc").args(["--print", "sysroot"]).output().context("rustc does not run")?;
    let root = Path::new(std::str::from_utf8(&output.stdout)?.trim()).to_path_buf();
    if root.join("lib/rustlib/src/rust/library/std").is_dir() {
        return Ok(());
    }
    say("the source of the standard library is missing; adding it");
    run(workspace.command("rustup").args(["component", "add", "rust-src"]))
        .context("the source of the standard library is missing: run `rustup component add rust-src`")
}

/// Makes sure that a part of the toolchain (`rustfmt`, `clippy`) is there, asked for as `cargo <subcommand>`.
pub(crate) fn ensure_component(workspace: &Workspace, component: &str, subcommand: &str) -> Result<()> {
    if answers(workspace.cargo().args([subcommand, "--version"])) {
        return Ok(());
    }
    say(&format!("{component} is missing; adding it"));
    run(workspace.command("rustup").args(["component", "add", component]))
        .with_context(|| format!("{component} is missing: run `rustup component add {component}`"))
}

#[cfg(test)]
mod tests {
    use super::{RUST, other_version};

    #[test]
    fn another_minor_version_of_rust_is_noticed() {
        assert_eq!(other_version(&format!("rustc {RUST}.7 (0123abc 2026-01-01)")), None);
        assert_eq!(other_version("rustc 1.20.1 (0123abc 2017-01-01)"), Some("1.20.1"));
        assert_eq!(other_version(""), None);
    }
}
