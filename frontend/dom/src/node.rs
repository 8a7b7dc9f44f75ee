//! A node that is being made.

use crate::browser::document;
use crate::event::listen;
use crate::live::part;
use crate::words::{Flag, Words};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement};

const SVG: &str = "http://www.w3.org/2000/svg";

/// A node that is being made: an element, a text, or several of them side by side (also none).
#[derive(Clone)]
pub struct Node(web_sys::Node);

/// An element with its classes; none for an empty text.
pub fn el(tag: &str, classes: &str) -> Node {
    let node = made(document().create_element(tag).ok());
    if classes.is_empty() { node } else { node.attr("class", classes) }
}

/// An element of a drawing.
pub fn svg(tag: &str) -> Node {
    made(document().create_element_ns(Some(SVG), tag).ok())
}

/// A text.
pub fn text(text: &str) -> Node {
    Node(document().create_text_node(text).into())
}

/// A text that may break after each slash, where browsers break none: `Pelajar/Mahasiswa`.
pub fn breakable(words: &str) -> Node {
    words.split_inclusive('/').fold(fragment(), |node, part| {
        let node = node.child(text(part));
        if part.ends_with('/') { node.child(el("wbr", "")) } else { node }
    })
}

/// Nothing yet: what is added stands side by side wherever this is added.
pub fn fragment() -> Node {
    Node(document().create_document_fragment().into())
}

// No browser refuses a name that is written here.
fn made(element: Option<Element>) -> Node {
    Node(element.map_or_else(|| JsValue::NULL.unchecked_into(), Into::into))
}

impl Node {
    /// As the browser knows it.
    pub fn as_node(&self) -> &web_sys::Node {
        &self.0
    }

    /// As an element; only for what [`el`] and [`svg`] made.
    pub fn element(&self) -> &Element {
        self.0.unchecked_ref()
    }

    /// As an element of HTML, for its focus; only for what [`el`] made.
    pub fn html(&self) -> &HtmlElement {
        self.0.unchecked_ref()
    }

    /// Sets an attribute.
    pub fn attr(self, name: &str, value: &str) -> Self {
        let _ = self.element().set_attribute(name, value);
        self
    }

    /// Sets an attribute without value, or leaves it away.
    pub fn flag(self, name: &str, on: bool) -> Self {
        if on { self.attr(name, "") } else { self }
    }

    /// Sets a property of the style; the page's policy refuses the attribute of that name.
    pub fn style(self, name: &str, value: &str) -> Self {
        let _ = self.html().style().set_property(name, value);
        self
    }

    /// Adds a text.
    pub fn text(self, text: &str) -> Self {
        let _ = self.element().append_with_str_1(text);
        self
    }

    /// Adds a node, a text, or what there is of them.
    pub fn child(self, child: impl Into<Self>) -> Self {
        self.add(child.into())
    }

    /// Adds nodes.
    pub fn all(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::add)
    }

    // Takes the child, or each call would have to let go of it.
    fn add(self, child: Self) -> Self {
        let _ = self.0.append_child(&child.0);
        self
    }

    /// Calls a function at every event of a name, for as long as this stands.
    pub fn on(self, name: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        listen(&self.0, name, act);
        self
    }

    /// Does something with the element now, and again whenever a signal that it reads changes.
    pub fn live(self, update: impl Fn(&Element) + 'static) -> Self {
        self.following(Box::new(update))
    }

    fn following(self, update: Box<dyn Fn(&Element)>) -> Self {
        let element = self.element().clone();
        signals::effect(move || update(&element));
        self
    }

    /// The text inside, which follows its signals.
    pub fn live_text(self, text: impl Fn() -> String + 'static) -> Self {
        self.live_value(None, Box::new(text))
    }

    /// An attribute that follows its signals.
    pub fn live_attr(self, name: &'static str, value: impl Fn() -> String + 'static) -> Self {
        self.live_value(Some(name), Box::new(value))
    }

    fn live_value(self, attribute: Option<&'static str>, value: Box<dyn Fn() -> String>) -> Self {
        self.following(Box::new(move |element| match attribute {
            Some(name) => {
                let _ = element.set_attribute(name, &value());
            }
            None => element.set_text_content(Some(&value())),
        }))
    }

    /// The last elements inside, which follow their signals. Lighter than a [`live`](crate::live) part, and for elements
    /// alone: a fragment or a part among them would stay.
    pub fn live_children(self, make: impl Fn() -> Vec<Self> + 'static) -> Self {
        self.ending(Box::new(make))
    }

    fn ending(self, make: Box<dyn Fn() -> Vec<Self>>) -> Self {
        let before = RefCell::new(Vec::<Self>::new());
        self.following(Box::new(move |element| {
            let now = make();
            for old in before.take() {
                old.element().remove();
            }
            for new in &now {
                let _ = element.append_child(&new.0);
            }
            before.replace(now);
        }))
    }

    /// An attribute that is there when there is something to say.
    pub fn bind(self, name: &'static str, value: impl Into<Words>) -> Self {
        self.bound(name, value.into())
    }

    fn bound(self, name: &'static str, value: Words) -> Self {
        let set = move |element: &Element, value: Option<&str>| {
            let _ = match value {
                Some(value) => element.set_attribute(name, value),
                None => element.remove_attribute(name),
            };
        };
        match value {
            Words::Nothing => self,
            Words::Fixed(value) => self.attr(name, &value),
            Words::Live(value) => self.following(Box::new(move |element| set(element, value.say().as_deref()))),
        }
    }

    /// An attribute without value that is there while something is true, like `disabled`.
    pub fn bind_flag(self, name: &'static str, on: impl Into<Flag>) -> Self {
        match on.into() {
            Flag::Fixed(on) => self.flag(name, on),
            Flag::Live(on) => self.following(Box::new(move |element| {
                let _ = element.toggle_attribute_with_force(name, on.tell());
            })),
        }
    }

    /// An attribute that says `true` or `false`, like `aria-pressed`.
    pub fn bind_truth(self, name: &'static str, on: impl Into<Flag>) -> Self {
        const WORDS: [&str; 2] = ["false", "true"];
        match on.into() {
            Flag::Fixed(on) => self.attr(name, WORDS[usize::from(on)]),
            Flag::Live(on) => self.following(Box::new(move |element| {
                let _ = element.set_attribute(name, WORDS[usize::from(on.tell())]);
            })),
        }
    }

    /// A class that is there while something is true.
    pub fn class(self, name: &'static str, on: impl Into<Flag>) -> Self {
        let set = move |element: &Element, on| {
            let _ = element.class_list().toggle_with_force(name, on);
        };
        match on.into() {
            Flag::Fixed(false) => self,
            Flag::Fixed(true) => {
                set(self.element(), true);
                self
            }
            Flag::Live(on) => self.following(Box::new(move |element| set(element, on.tell()))),
        }
    }

    /// A property that follows its signals, like `value` and `checked`: what the user sees, where the attribute is only
    /// what the field began with.
    pub fn prop<V: Into<JsValue>>(self, name: &'static str, value: impl Fn() -> V + 'static) -> Self {
        self.property(name, Box::new(move || value().into()))
    }

    fn property(self, name: &'static str, value: Box<dyn Fn() -> JsValue>) -> Self {
        self.following(Box::new(move |element| {
            let _ = js_sys::Reflect::set(element, &name.into(), &value());
        }))
    }

    /// A drawing as text inside, which follows its signals. Only for texts that this program made.
    pub fn drawing(self, drawing: impl Fn() -> String + 'static) -> Self {
        self.following(Box::new(move |element| element.set_inner_html(&drawing())))
    }
}

impl From<()> for Node {
    fn from((): ()) -> Self {
        fragment()
    }
}

impl From<Option<Self>> for Node {
    fn from(node: Option<Self>) -> Self {
        node.unwrap_or_else(fragment)
    }
}

impl From<Vec<Self>> for Node {
    fn from(nodes: Vec<Self>) -> Self {
        fragment().all(nodes)
    }
}

impl<const N: usize> From<[Self; N]> for Node {
    fn from(nodes: [Self; N]) -> Self {
        Vec::from(nodes).into()
    }
}

impl From<&str> for Node {
    fn from(words: &str) -> Self {
        text(words)
    }
}

impl From<String> for Node {
    fn from(words: String) -> Self {
        text(&words)
    }
}

impl From<Words> for Node {
    fn from(words: Words) -> Self {
        match words {
            Words::Nothing => fragment(),
            Words::Fixed(words) => text(&words),
            Words::Live(words) => part(Box::new(move || words.say().as_deref().map(text))),
        }
    }
}
