//! How wide a place is, told again whenever that changes.

use dom::{on_cleanup, soon};
use js_sys::Function;
use signals::RwSignal;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, ResizeObserver};

/// Narrower changes than this are not worth a new drawing.
const STEP: i32 = 8;

/// The width of an element in pixels, 0 until it stands on the page.
pub(super) fn use_width(place: &Element) -> RwSignal<u32> {
    let width = RwSignal::new(0);
    let measured = place.clone();
    let measure = move || {
        let now = u32::try_from(measured.client_width() / STEP * STEP).unwrap_or(0);
        if now > 0 && width.try_get_untracked().is_some_and(|before| before != now) {
            width.set(now);
        }
    };
    soon(measure.clone());
    let told = Closure::<dyn FnMut()>::new(measure);
    if let Ok(observer) = ResizeObserver::new(told.as_ref().unchecked_ref::<Function>()) {
        observer.observe(place);
        on_cleanup(move || {
            observer.disconnect();
            drop(told);
        });
    }
    width
}
