//! The QR code of a link, drawn by the server.

use dom::prelude::*;
use texts::units::LinkText;
use ui::{api, tr_with};

/// The path of a link's QR code in the API.
pub(super) fn path(code: &str) -> String {
    format!("/links/{code}/qr.svg")
}

/// The QR code of a link; grey until it is there.
pub(super) fn qr_code(code: &str) -> Node {
    let drawing = RwSignal::new(String::new());
    let path = path(code);
    spawn_local(async move {
        if let Ok(svg) = api::get_text(&path).await {
            drawing.try_set(svg);
        }
    });
    let label = tr_with(LinkText::QrOf, &[("code", code)]);
    el("div", "qr").attr("role", "img").attr("aria-label", &label).drawing(move || drawing.get())
}
