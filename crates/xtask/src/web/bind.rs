//! From Rust to a module that a browser runs, and the JavaScript that ties it to the page.

use super::inputs::{APPS, File};
use crate::command::run;
use crate::setup;
use crate::workspace::{WASM_TARGET, Workspace};
use anyhow::{Context, Result, ensure};
use std::path::PathBuf;
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

/// Compiles the applications for the browser; answers each with the file of its module.
pub(super) fn compile(workspace: &Workspace, dev: bool) -> Result<Vec<(&'static str, PathBuf)>> {
    let profile = if dev { "wasm-dev" } else { "wasm-release" };
    let mut cargo = workspace.cargo();
    cargo.args(["build", "--target", WASM_TARGET, "--profile", profile]);
    if !dev {
        small(workspace, &mut cargo)?;
    }
    cargo.arg("--target-dir").arg(workspace.wasm_target());
    for app in APPS {
        cargo.args(["-p", app]);
    }
    run(&mut cargo)?;
    let folder = workspace.wasm_target().join(WASM_TARGET).join(profile);
    Ok(APPS.iter().map(|app| (*app, folder.join(format!("{app}.wasm")))).collect())
}

/// Compiles the standard library with the applications, for size and without the texts of panics: what comes compiled
/// with the toolchain is made for speed and formats every panic, a sixth of what a respondent would load. Both switches
/// are unstable in cargo and rustc, which take them from this variable on a stable toolchain too. A panic then is a bare
/// trap; `--dev` says where it was.
fn small(workspace: &Workspace, cargo: &mut Command) -> Result<()> {
    setup::ensure_library_source(workspace)?;
    cargo.env("RUSTC_BOOTSTRAP", "1");
    cargo.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
    cargo.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Zunstable-options -Cpanic=immediate-abort --cfg erase_components",
    );
    Ok(())
}

/// Ties one module to JavaScript: `APP.wasm` and `APP.js`.
pub(super) fn bind(app: &str, module: &PathBuf) -> Result<[File; 2]> {
    let mut output = Bindgen::new()
        .input_path(module)
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()
        .with_context(|| format!("wasm-bindgen cannot read {}", module.display()))?;
    // Such pieces would be files of their own, which nothing here writes.
    ensure!(
        output.snippets().values().all(Vec::is_empty) && output.local_modules().is_empty(),
        "{app} brings JavaScript snippets of its own; put that code into frontend/{app}/static"
    );
    let glue = output.js().to_owned();
    let module = output.wasm_mut();
    let glue = with_short_names(&glue, module.imports.iter_mut().map(|import| &mut import.name))
        .with_context(|| format!("the glue of {app} is not what this shortens"))?;
    let wasm = module.emit_wasm();
    Ok([
        File { name: format!("{app}.wasm"), content: wasm },
        File { name: format!("{app}.js"), content: glue.into_bytes() },
    ])
}

/// Calls what the module imports by a letter and a number, in the module and in the glue. wasm-bindgen's names end in a
/// hash, which nothing compresses: a fortieth of what is loaded. The glue loses its indentation, too.
fn with_short_names<'a>(glue: &str, names: impl Iterator<Item = &'a mut String>) -> Result<String> {
    let mut lines: Vec<String> = glue.lines().map(|line| line.trim_start().to_owned()).collect();
    for (number, name) in names.enumerate() {
        let (key, short) = (format!("{name}:"), format!("i{number}"));
        let mut found = lines.iter_mut().filter(|line| line.starts_with(&key));
        let line = found.next().with_context(|| format!("nothing is called {name}"))?;
        *line = format!("{short}:{}", &line[key.len()..]);
        ensure!(found.next().is_none(), "two things are called {name}");
        *name = short;
    }
    Ok(lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::with_short_names;

    #[test]
    fn imports_are_called_by_short_names_on_both_sides() {
        let glue = "const import0 = {\n    __wbg_call_1f: function(a) {\n        return a;\n    },\n    __wbg___wbg_call_1f: b,\n};\n";
        let mut names = ["__wbg___wbg_call_1f".to_owned(), "__wbg_call_1f".to_owned()];
        let short = with_short_names(glue, names.iter_mut()).unwrap();
        assert_eq!(short, "const import0 = {\ni1: function(a) {\nreturn a;\n},\ni0: b,\n};");
        assert_eq!(names, ["i0", "i1"]);
        assert!(with_short_names(glue, ["__wbg_other_2a".to_owned()].iter_mut()).is_err());
    }
}
