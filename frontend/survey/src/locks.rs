//! Web Locks: a draft belongs to one tab at a time.

use crate::js::window;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Takes a lock for as long as this page lives; false when another tab has it. A browser without locks gives everything.
pub(crate) async fn hold(name: &str) -> bool {
    let locks = Reflect::get(&window().navigator(), &"locks".into()).unwrap_or(JsValue::UNDEFINED);
    let request = Reflect::get(&locks, &"request".into()).ok().and_then(|request| request.dyn_into::<Function>().ok());
    let Some(request) = request else { return true };
    let options = Object::new();
    let _ = Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE);
    let promise = Promise::new(&mut |resolve, _| {
        let answer = resolve.clone();
        let granted = Closure::once_into_js(move |lock: JsValue| -> JsValue {
            let got = !lock.is_null();
            let _ = answer.call1(&JsValue::NULL, &got.into());
            // The lock is held until this promise ends, which it never does.
            if got { Promise::new(&mut |_, _| {}).into() } else { JsValue::UNDEFINED }
        });
        if request.call3(&locks, &name.into(), &options, &granted).is_err() {
            let _ = resolve.call1(&JsValue::NULL, &JsValue::TRUE);
        }
    });
    JsFuture::from(promise).await.is_ok_and(|got| got.is_truthy())
}
