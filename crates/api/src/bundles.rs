//! What browsers load: applications, styles and fonts, made by `cargo xtask web`.
//!
//! A release build has the files inside; a debug build reads them from `target/web/` at each request, or from the folder that
//! `SUMBERDAYA_WEB` names, so that they can be made anew while the server runs. Without them every page still answers, only plainer: [`address`] is `None`.

pub mod get_asset;

use std::borrow::Cow;
use std::collections::BTreeMap;

/// From the plain name of a file (`survey.wasm`) to the one under which it is served, which changes with its content.
const MANIFEST: &str = "manifest.json";

/// Where a file is served, by its plain name: `start-survey.js` is at `/assets/start-survey-HASH.js`.
pub fn address(name: &str) -> Option<String> {
    Some(format!("/assets/{}", manifest().get(name)?))
}

/// The bytes of a file by its plain name, for what must stand at an address of its own.
pub fn content(name: &str) -> Option<Cow<'static, [u8]>> {
    read(manifest().get(name)?)
}

#[cfg(not(debug_assertions))]
fn manifest() -> &'static BTreeMap<String, String> {
    static MANIFEST_READ: std::sync::OnceLock<BTreeMap<String, String>> = std::sync::OnceLock::new();
    MANIFEST_READ.get_or_init(parse_manifest)
}

#[cfg(debug_assertions)]
fn manifest() -> BTreeMap<String, String> {
    parse_manifest()
}

fn parse_manifest() -> BTreeMap<String, String> {
    let parsed = read(MANIFEST).map(|bytes| serde_json::from_slice(&bytes));
    parsed
        .transpose()
        .unwrap_or_else(|error| {
            tracing::error!(error = %error, "the list of bundles cannot be read");
            None
        })
        .unwrap_or_default()
}

/// A file of the folder. Callers name only what the manifest names, so no name leads out of the folder.
#[cfg(debug_assertions)]
fn read(file: &str) -> Option<Cow<'static, [u8]>> {
    let folder = std::env::var_os("SUMBERDAYA_WEB").map(std::path::PathBuf::from);
    let folder = folder.unwrap_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/web").into());
    std::fs::read(folder.join(file)).ok().map(Cow::Owned)
}

#[cfg(not(debug_assertions))]
fn read(file: &str) -> Option<Cow<'static, [u8]>> {
    /// Cargo watches this variable: `cargo xtask build` sets it, and other bundles are embedded anew.
    const _: Option<&str> = option_env!("SUMBERDAYA_BUNDLES");

    #[derive(rust_embed::Embed)]
    #[folder = "$CARGO_MANIFEST_DIR/../../target/web"]
    #[allow_missing = true]
    struct Web;

    Web::get(file).map(|file| file.data)
}
