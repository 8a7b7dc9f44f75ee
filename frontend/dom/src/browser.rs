//! The page, and what happens later.

use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Window};

/// The window.
pub fn window() -> Window {
    web_sys::window().unwrap_or_else(|| JsValue::NULL.unchecked_into())
}

/// The page.
pub fn document() -> Document {
    window().document().unwrap_or_else(|| JsValue::NULL.unchecked_into())
}

/// Starts something that takes a while. One type for all of them: each future of its own would bring its own machinery.
pub fn spawn_local(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    wasm_bindgen_futures::spawn_local(work);
}

/// Calls a function once what is being made stands on the page.
pub fn soon(act: impl FnOnce() + 'static) {
    let act: Box<dyn FnOnce()> = Box::new(act);
    spawn_local(async move { act() });
}

/// Calls a function before the next frame is drawn.
pub fn before_frame(act: impl FnOnce() + 'static) {
    let act: Box<dyn FnOnce()> = Box::new(act);
    let _ = window().request_animation_frame(Closure::once_into_js(act).unchecked_ref());
}

/// Calls a function after a while, in milliseconds. Answers the timer's number; [`Delay`] can be stopped.
pub fn after(milliseconds: i32, act: impl FnOnce() + 'static) -> Option<i32> {
    let act: Box<dyn FnOnce()> = Box::new(act);
    let act = Closure::once_into_js(act);
    window().set_timeout_with_callback_and_timeout_and_arguments_0(act.unchecked_ref(), milliseconds).ok()
}

/// Does something after a while unless something else is asked meanwhile, or what is being made goes.
#[derive(Clone)]
pub struct Delay(Rc<Cell<Option<i32>>>);

impl Delay {
    /// Nothing is waiting.
    #[must_use]
    pub fn new() -> Self {
        let delay = Self(Rc::default());
        let own = delay.clone();
        signals::on_cleanup(move || own.stop());
        delay
    }

    /// Calls a function after a while, in milliseconds, in place of the one that is waiting.
    pub fn run(&self, milliseconds: i32, act: impl FnOnce() + 'static) {
        self.stop();
        self.0.set(after(milliseconds, act));
    }

    /// Forgets what is waiting.
    pub fn stop(&self) {
        if let Some(timer) = self.0.take() {
            window().clear_timeout_with_handle(timer);
        }
    }
}

impl Default for Delay {
    fn default() -> Self {
        Self::new()
    }
}
