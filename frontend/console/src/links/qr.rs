//! The QR code of a link, drawn by the server.

use leptos::prelude::*;
use leptos::task::spawn_local;
use texts::units::LinkText;
use ui::{api, tr_with};

/// The path of a link's QR code in the API.
pub(super) fn path(code: &str) -> String {
    format!("/links/{code}/qr.svg")
}

/// A QR code; grey until it is there.
#[component]
pub(super) fn QrCode(
    /// The link's code.
    #[prop(into)]
    code: String,
) -> impl IntoView {
    let drawing = RwSignal::new(String::new());
    let label = tr_with(LinkText::QrOf, &[("code", &code)]);
    let path = path(&code);
    spawn_local(async move {
        if let Ok(svg) = api::get_text(&path).await {
            drawing.try_set(svg);
        }
    });
    view! { <div class="qr" role="img" aria-label=label inner_html=move || drawing.get()></div> }
}
