//! Whether somebody is still there.

use super::button;
use crate::app::App;
use dom::{Node, el, soon};
use texts::survey::ScreenText;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

/// The question over whatever stands there. Its button answers it, and so does Escape.
pub(crate) fn question(app: App) -> Node {
    let help = move || {
        let seconds = app.asking.get().unwrap_or_default().to_string();
        ScreenText::IdleHelp.filled(app.language.get(), &[("seconds", &seconds)])
    };
    let still =
        button("primary", "", move |_| app.stay()).live_text(move || app.text(ScreenText::StillHere).to_owned());
    el("dialog", "idle")
        .attr("role", "alertdialog")
        .attr("aria-labelledby", "idle")
        .attr("aria-describedby", "idle-help")
        .on("cancel", move |event| {
            event.prevent_default();
            app.stay();
        })
        .child(el("h2", "").attr("id", "idle").live_text(move || app.text(ScreenText::IdleTitle).to_owned()))
        .child(el("p", "help").attr("id", "idle-help").live_text(help))
        .child(still)
        .live(move |element| {
            let asks = app.asking.get().is_some();
            let dialog: HtmlDialogElement = element.clone().unchecked_into();
            // Only what stands on the page can be shown.
            soon(move || match (asks, dialog.open()) {
                (true, false) => {
                    let _shown = dialog.show_modal();
                }
                (false, true) => dialog.close(),
                _ => {}
            });
        })
}
