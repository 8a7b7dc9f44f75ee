//! Makes the nodes of a screen.
//!
//! A screen is written anew as a whole, so nothing is compared with what stood there before: elements are made once, and
//! what changes on them is bound to Leptos' signals. Every element has one type here, where a view of Leptos has a type of
//! its own for each element, with the code for it: that is two fifths of what a respondent would load.

use crate::js::document;
use reactive_graph::effect::RenderEffect;
use reactive_graph::owner::{LocalStorage, StoredValue};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element that is being made.
pub(crate) struct Node(pub(crate) Element);

/// An element with its classes; none for an empty text.
pub(crate) fn el(tag: &str, classes: &str) -> Node {
    made(document().create_element(tag).ok()).class(classes)
}

/// An element of a drawing.
pub(crate) fn svg(tag: &str) -> Node {
    made(document().create_element_ns(Some(SVG), tag).ok())
}

// No browser refuses a name that is written here; a fragment of the page would be worse than an empty one.
fn made(element: Option<Element>) -> Node {
    Node(element.unwrap_or_else(|| {
        document().create_element("i").unwrap_or_else(|_| wasm_bindgen::JsValue::NULL.unchecked_into())
    }))
}

impl Node {
    fn class(self, classes: &str) -> Self {
        if classes.is_empty() { self } else { self.attr("class", classes) }
    }

    /// Sets an attribute.
    pub(crate) fn attr(self, name: &str, value: &str) -> Self {
        let _ = self.0.set_attribute(name, value);
        self
    }

    /// Adds a text.
    pub(crate) fn text(self, text: &str) -> Self {
        let _ = self.0.append_with_str_1(text);
        self
    }

    /// Adds an element.
    pub(crate) fn child(self, child: Self) -> Self {
        let _ = self.0.append_child(&child.0);
        self
    }

    /// Adds elements, or the one that there may be.
    pub(crate) fn all(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// Calls a function at every event of a name, for as long as the screen stands.
    pub(crate) fn on(self, name: &str, act: impl FnMut(Event) + 'static) -> Self {
        self.listen(name, Box::new(act))
    }

    fn listen(self, name: &str, act: Box<dyn FnMut(Event)>) -> Self {
        let closure = Closure::wrap(act);
        let _ = self.0.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
        keep(Box::new(closure));
        self
    }

    /// Does something with the element now, and again whenever a signal that it reads changes.
    fn live(self, update: Box<dyn Fn(&Element)>) -> Self {
        let element = self.0.clone();
        keep(Box::new(RenderEffect::new(move |_: Option<()>| update(&element))));
        self
    }

    /// The text inside, which follows its signals.
    pub(crate) fn live_text(self, text: impl Fn() -> String + 'static) -> Self {
        self.live_value(None, Box::new(text))
    }

    /// An attribute that follows its signals.
    pub(crate) fn live_attr(self, name: &'static str, value: impl Fn() -> String + 'static) -> Self {
        self.live_value(Some(name), Box::new(value))
    }

    fn live_value(self, attribute: Option<&'static str>, value: Box<dyn Fn() -> String>) -> Self {
        self.live(Box::new(move |element| match attribute {
            Some(name) => {
                let _ = element.set_attribute(name, &value());
            }
            None => element.set_text_content(Some(&value())),
        }))
    }

    /// The last elements inside, which follow their signals.
    pub(crate) fn live_children(self, make: impl Fn() -> Vec<Self> + 'static) -> Self {
        self.follow(Box::new(make))
    }

    fn follow(self, make: Box<dyn Fn() -> Vec<Self>>) -> Self {
        let before = RefCell::new(Vec::<Self>::new());
        self.live(Box::new(move |element| {
            let now = make();
            for old in before.take() {
                old.0.remove();
            }
            for new in &now {
                let _ = element.append_child(&new.0);
            }
            before.replace(now);
        }))
    }
}

/// Keeps something until the screen around it goes.
fn keep(thing: Box<dyn std::any::Any>) {
    let _: StoredValue<Box<dyn std::any::Any>, LocalStorage> = StoredValue::new_local(thing);
}
