//! The survey closed while something of it lay on this device.

use super::heading;
use super::question::undelivered;
use crate::app::App;
use dom::{Node, el};
use texts::survey::ScreenText;

/// That it is closed, and what becomes of what lies here.
pub(crate) fn closed(app: App) -> Vec<Node> {
    let main = el("main", "")
        .child(heading("ask").text(app.text(ScreenText::ClosedTitle)))
        .child(undelivered(app))
        .child(el("p", "").text(app.text(ScreenText::ClosedHelp)));
    vec![main]
}
