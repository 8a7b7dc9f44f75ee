//! Where things are, and how the inner cargo is called.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The target that the shared crates and the screens are compiled for.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Everything that runs outside of a browser, as one selection of packages, so that dependencies compile once.
pub(crate) const NATIVE: [&str; 9] =
    ["--workspace", "--exclude", "survey", "--exclude", "console", "--exclude", "ui", "--exclude", "dom"];

/// The checkout and its build folder.
pub(crate) struct Workspace {
    /// The folder of the workspace's `Cargo.toml`.
    pub(crate) root: PathBuf,
    /// Where cargo builds: `target/`, or what `CARGO_TARGET_DIR` says.
    pub(crate) target: PathBuf,
}

impl Workspace {
    /// The checkout that this binary was built from.
    pub(crate) fn locate() -> Self {
        let here =
            env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = here.ancestors().nth(2).unwrap_or(&here).to_path_buf();
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => env::current_dir().unwrap_or_else(|_| root.clone()).join(folder),
            None => root.join("target"),
        };
        Self { root, target }
    }

    /// A program started at the root of the checkout.
    ///
    /// What cargo sets for this process must not reach an inner cargo: it would change fingerprints and rebuild
    /// everything that looks at it.
    pub(crate) fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        for (name, _) in env::vars_os() {
            let text = name.to_string_lossy();
            if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") || text == "CARGO_BIN_NAME" {
                command.env_remove(&name);
            }
        }
        command
    }

    /// The cargo that started this process.
    pub(crate) fn cargo(&self) -> Command {
        self.command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
    }

    /// The release binary.
    pub(crate) fn release_binary(&self) -> PathBuf {
        self.target.join("release/sumberdaya")
    }

    /// The binary as tests use it.
    pub(crate) fn debug_binary(&self) -> PathBuf {
        self.target.join("debug/sumberdaya")
    }

    /// Where browsers' code is compiled: apart, so that it never waits for, nor blocks, what an editor builds.
    pub(crate) fn wasm_target(&self) -> PathBuf {
        self.target.join("wasm")
    }

    /// Where the bundles lie; always in the checkout, since the server's crate looks for them there.
    pub(crate) fn web(&self) -> PathBuf {
        self.root.join("target/web")
    }

    /// The committed OpenAPI document.
    pub(crate) fn openapi_file(&self) -> PathBuf {
        self.root.join("openapi/openapi.json")
    }

    /// The data folder of the demonstration: `data/`, or what `SUMBERDAYA_DATA` says.
    pub(crate) fn data(&self) -> PathBuf {
        env::var_os("SUMBERDAYA_DATA").map_or_else(|| self.root.join("data"), |folder| self.root.join(folder))
    }

    /// A path as a person at the root of the checkout would type it.
    pub(crate) fn relative(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).display().to_string()
    }
}
