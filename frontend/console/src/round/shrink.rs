//! A photo as small as a report needs it, before it goes over a slow network.

use dom::{document, window};
use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, ImageBitmap};

/// Smaller files go as they are, in bytes.
const ENOUGH: f64 = 1024.0 * 1024.0;
/// The longer side that the server keeps, in pixels.
const SIDE: f64 = 1600.0;

/// A photo of at most so many pixels; as it is where the browser cannot make it smaller.
pub(super) async fn shrunk(photo: Blob) -> Blob {
    if photo.size() <= ENOUGH {
        return photo;
    }
    smaller(&photo).await.unwrap_or(photo)
}

async fn smaller(photo: &Blob) -> Result<Blob, JsValue> {
    let picture: ImageBitmap = JsFuture::from(window().create_image_bitmap_with_blob(photo)?).await?.dyn_into()?;
    let (width, height) = (f64::from(picture.width()), f64::from(picture.height()));
    let scale = (SIDE / width.max(height)).min(1.0);
    let (width, height) = ((width * scale).round(), (height * scale).round());
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    // As texts, which the browser reads: no number of pixels is lost on the way.
    canvas.set_attribute("width", &ui::browser::whole(width).to_string())?;
    canvas.set_attribute("height", &ui::browser::whole(height).to_string())?;
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    // JPEG knows nothing that is transparent.
    context.set_fill_style_str("white");
    context.fill_rect(0.0, 0.0, width, height);
    context.draw_image_with_image_bitmap_and_dw_and_dh(&picture, 0.0, 0.0, width, height)?;
    picture.close();
    let made = Promise::new(&mut |resolve, reject| {
        let done = Closure::once_into_js(move |blob: JsValue| resolve.call1(&JsValue::NULL, &blob));
        if canvas.to_blob_with_type(done.unchecked_ref(), "image/jpeg").is_err() {
            let _ = reject.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(made).await?.dyn_into()
}
