//! One at a time: within this tab by a queue, among tabs by a Web Lock where the browser has them (https and this machine).

use dom::window;
use js_sys::{Function, Promise, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

const NAME: &str = "sumberdaya-session";

thread_local! {
    static TAIL: RefCell<Promise> = RefCell::new(Promise::resolve(&JsValue::NULL));
}

/// What fulfils a promise. `None` never is: a promise hands it over as it is made.
struct Fulfil(Option<Function>);

impl Fulfil {
    fn call(&self) {
        let _nothing = self.0.as_ref().map(|function| function.call0(&JsValue::NULL));
    }
}

/// A promise and what fulfils it.
fn deferred() -> (Promise, Fulfil) {
    let mut fulfil = Fulfil(None);
    let promise = Promise::new(&mut |resolve, _| fulfil.0 = Some(resolve));
    (promise, fulfil)
}

/// Does some work while nobody else does any.
pub(super) async fn exclusively<T>(work: impl Future<Output = T>) -> T {
    let (done, finish) = deferred();
    let before = TAIL.with(|tail| tail.replace(done));
    let _in_turn = JsFuture::from(before).await;
    let held = hold().await;
    let result = work.await;
    if let Some(release) = held {
        release.call();
    }
    finish.call();
    result
}

/// Waits for the lock; answers what gives it back.
async fn hold() -> Option<Fulfil> {
    let locks = Reflect::get(&window().navigator(), &JsValue::from_str("locks")).ok()?;
    let request: Function = Reflect::get(&locks, &JsValue::from_str("request")).ok()?.dyn_into().ok()?;
    let (held, release) = deferred();
    let (granted, grant) = deferred();
    let holding = Closure::once_into_js(move |_lock: JsValue| -> JsValue {
        grant.call();
        held.into()
    });
    let asked: Promise = request.call2(&locks, &JsValue::from_str(NAME), &holding).ok()?.dyn_into().ok()?;
    // A refused request ends at once; a granted one only when it is released.
    let first = Promise::race(&js_sys::Array::of2(&granted, &asked));
    JsFuture::from(first).await.ok().map(|_| release)
}
