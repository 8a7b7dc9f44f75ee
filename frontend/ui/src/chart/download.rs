//! A figure as a file.

use crate::browser::{download, download_blob, whole};
use dom::document;
use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

/// Dots of a PNG for each pixel of the drawing: sharp in a document printed on A4.
const DENSITY: f64 = 2.0;

/// The drawing as it is.
pub(super) fn svg(name: &str, drawing: &str) {
    download(&format!("{name}.svg"), "image/svg+xml", drawing);
}

/// The table.
pub(super) fn csv(name: &str, table: &str) {
    download(&format!("{name}.csv"), "text/csv;charset=utf-8", table);
}

/// The drawing in dots; answers whether the browser could make it.
pub(super) async fn png(name: &str, drawing: &str) -> bool {
    make_png(name, drawing).await.is_ok()
}

async fn make_png(name: &str, drawing: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type("image/svg+xml");
    let parts = js_sys::Array::of1(&JsValue::from_str(drawing));
    let source = Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(&parts, &kind)?)?;
    let painted = paint(&source).await;
    Url::revoke_object_url(&source)?;
    let canvas = painted?;
    let name = format!("{name}.png");
    let take = Closure::once_into_js(move |blob: Option<Blob>| {
        if let Some(blob) = blob {
            download_blob(&name, &blob);
        }
    });
    canvas.to_blob(take.unchecked_ref::<Function>())
}

async fn paint(source: &str) -> Result<HtmlCanvasElement, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(source);
    JsFuture::from(image.decode()).await?;
    let (width, height) = (f64::from(image.width()) * DENSITY, f64::from(image.height()) * DENSITY);
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_width(dots(width));
    canvas.set_height(dots(height));
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into::<CanvasRenderingContext2d>();
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    Ok(canvas)
}

/// A number of dots, within what browsers draw on.
fn dots(length: f64) -> u32 {
    u32::try_from(whole(length.clamp(1.0, 16_000.0))).unwrap_or(1)
}
