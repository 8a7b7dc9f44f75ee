//! An unfinished survey was found on this device. Its answers are not shown: another person may be reading.

use super::{button, heading};
use crate::app::App;
use dom::{Node, el};
use texts::survey::ScreenText;

/// The choice between going on and beginning.
pub(crate) fn resume(app: App) -> Vec<Node> {
    let main = el("main", "")
        .child(heading("ask").text(app.text(ScreenText::DraftTitle)))
        .child(el("p", "help").text(app.text(ScreenText::DraftHelp)))
        .child(button("primary", app.text(ScreenText::Continue), move |_| app.resume()))
        // A closed survey takes nothing new.
        .all((!app.closed).then(|| button("second", app.text(ScreenText::StartOver), move |_| app.start_over())));
    vec![main]
}
