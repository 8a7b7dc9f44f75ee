//! Events, and what they tell.

use crate::calls::Hear;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, EventTarget, HtmlInputElement};

/// A function that is called at every event of a name, until this goes.
pub struct Listener {
    target: EventTarget,
    name: &'static str,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Begins to listen.
    #[must_use = "it ends when this is dropped"]
    pub fn new(target: &EventTarget, name: &'static str, mut act: Box<dyn Hear>) -> Self {
        let closure = Closure::<dyn FnMut(Event)>::new(move |event| act.hear(event));
        let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
        Self { target: target.clone(), name, closure }
    }
}

impl Drop for Listener {
    // A node that goes may still tell of it, as of the focus that it loses; nobody is there to hear.
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback(self.name, self.closure.as_ref().unchecked_ref());
    }
}

/// Calls a function at every event of a name, for as long as what is being made stands. For the window and the page; a
/// node has [`Node::on`](crate::Node::on).
pub fn listen(target: &EventTarget, name: &'static str, act: impl FnMut(Event) + 'static) {
    hear(target, name, Box::new(act));
}

// Once for all: the code of each listener is what it does.
fn hear(target: &EventTarget, name: &'static str, act: Box<dyn Hear>) {
    signals::keep(Listener::new(target, name, act));
}

/// The element that an event came from.
pub fn target(event: &Event) -> Option<Element> {
    event.target().and_then(|target| target.dyn_into().ok())
}

/// What is typed or chosen in the field that an event came from.
pub fn value(event: &Event) -> String {
    // Fields of every kind have it by this name.
    event.target().map(|field| field.unchecked_into::<HtmlInputElement>().value()).unwrap_or_default()
}

/// Whether the box that an event came from is ticked.
pub fn checked(event: &Event) -> bool {
    event.target().is_some_and(|field| field.unchecked_into::<HtmlInputElement>().checked())
}

/// A listener that does something in place of what the browser would do: for `submit`.
pub fn stop(act: impl Fn() + 'static) -> impl FnMut(Event) + 'static {
    move |event| {
        event.prevent_default();
        act();
    }
}
