//! At which step somebody left, remembered by the survey's id until that survey goes on: written while the page goes away,
//! when nothing can be waited for.

use crate::js::window;
use web_sys::Storage;

/// Under which name it is kept; one leaving is enough, the last.
const NAME: &str = "left";

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// Keeps that this survey was left at this step.
pub(crate) fn remember(id: &str, step: usize) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(NAME, &[id, " ", &step.to_string()].concat());
    }
}

/// The step at which this survey was left, once.
pub(crate) fn forget(id: &str) -> Option<usize> {
    let storage = storage()?;
    let kept = storage.get_item(NAME).ok().flatten()?;
    let step = kept.strip_prefix(id)?.trim_start().parse().ok()?;
    let _ = storage.remove_item(NAME);
    Some(step)
}
