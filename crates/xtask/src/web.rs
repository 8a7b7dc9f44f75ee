//! `cargo xtask web`: what browsers load, from Rust and static files to compressed files under names that change with
//! their content.
//!
//! Everything lands in `target/web/`, which the server reads (a debug build) or has inside (a release build).

mod bind;
mod compress;
mod inputs;
mod names;
mod output;

pub(crate) use output::Manifest;

use crate::progress::{say, step};
use crate::setup;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use clap::Args;
use std::path::PathBuf;

/// What `cargo xtask web` accepts.
#[derive(Args, Clone, Copy, Default)]
pub(crate) struct Options {
    /// For looking at things: builds in a fraction of the time, large and uncompressed.
    #[arg(long)]
    pub(crate) dev: bool,
}

/// Builds the bundles and says how large they are.
pub(crate) fn run(workspace: &Workspace, options: Options) -> Result<()> {
    let (folder, built) = step("build the bundles", || build(workspace, options))?;
    for (name, file) in built.files() {
        let size = std::fs::metadata(folder.join(file))?.len();
        let twin = std::fs::metadata(folder.join(format!("{file}.br")));
        let small = twin.map_or_else(|_| String::new(), |twin| format!(", {} with brotli", twin.len()));
        say(&format!("{name}: {size} bytes{small}"));
    }
    Ok(())
}

/// Builds what has changed; answers the folder and what lies in it.
pub(crate) fn build(workspace: &Workspace, options: Options) -> Result<(PathBuf, Manifest)> {
    setup::ensure_compiler()?;
    setup::ensure_wasm_target(workspace)?;
    let modules = bind::compile(workspace, options.dev)?;
    let statics = inputs::static_files(workspace)?;
    let folder = workspace.web();
    let stamp = inputs::fingerprint(&modules, &statics, options.dev)?;
    if let Some(manifest) = output::unchanged(&folder, &stamp) {
        say("the bundles have not changed");
        return Ok((folder, manifest));
    }
    let mut files = statics;
    for (app, module) in &modules {
        files.extend(bind::bind(app, module)?);
    }
    let manifest = output::write(&folder, &names::with_addresses(files)?, &stamp, !options.dev)?;
    Ok((folder, manifest))
}

/// What the bundles in the folder were made from, as one hash.
pub(crate) fn stamp(workspace: &Workspace) -> Result<String> {
    output::read_stamp(&workspace.web()).context("there are no bundles: run `cargo xtask web`")
}
