//! `openapi`: the document.

use super::say::say;

pub(super) fn run() -> anyhow::Result<()> {
    say(crate::openapi::openapi_json()?.trim_end());
    Ok(())
}
