//! How wide a place is, told again whenever that changes.

use js_sys::Function;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};

/// Narrower changes than this are not worth a new drawing.
const STEP: i32 = 8;

/// The width of an element in pixels, 0 until it stands on the page.
pub(super) fn use_width(place: NodeRef<html::Div>) -> RwSignal<u32> {
    let width = RwSignal::new(0);
    Effect::new(move |_| {
        let Some(element) = place.get() else { return };
        let measured = element.clone();
        let measure = move || {
            let now = u32::try_from(measured.client_width() / STEP * STEP).unwrap_or(0);
            if now > 0 && width.try_get_untracked().is_some_and(|before| before != now) {
                width.set(now);
            }
        };
        measure();
        let told = Closure::<dyn FnMut()>::new(measure).into_js_value().unchecked_into::<Function>();
        if let Ok(observer) = web_sys::ResizeObserver::new(&told) {
            observer.observe(&element);
            let observer = StoredValue::new_local(observer);
            on_cleanup(move || {
                observer.try_with_value(web_sys::ResizeObserver::disconnect);
            });
        }
    });
    width
}
