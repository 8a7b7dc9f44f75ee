//! A question that waits for its answer before anything else.

use super::field::next_id;
use super::{Glyph, icon};
use crate::language::tr;
use dom::{Make, Node, Words, effect, el, shown, soon};
use signals::RwSignal;
use texts::ui::UiText;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

/// A dialog over the page: whether it is open, what it is about, its content, made anew each time it opens. Escape closes
/// it, focus goes back to where it was.
pub fn dialog<N: Into<Node>>(open: RwSignal<bool>, title: impl Into<Words>, content: impl Fn() -> N + 'static) -> Node {
    frame(open, title.into(), true, Box::new(content))
}

/// A dialog that must be answered.
pub fn dialog_to_answer<N: Into<Node>>(
    open: RwSignal<bool>,
    title: impl Into<Words>,
    content: impl Fn() -> N + 'static,
) -> Node {
    frame(open, title.into(), false, Box::new(content))
}

fn frame(open: RwSignal<bool>, title: Words, closable: bool, content: Box<dyn Make>) -> Node {
    let id = format!("dialog-{}", next_id());
    let close = closable.then(|| {
        let button = el("button", "btn three alone").attr("type", "button").attr("aria-label", tr(UiText::Close));
        button.on("click", move |_| open.set(false)).child(icon(Glyph::Close))
    });
    let head = el("div", "dialog-head").child(el("h2", "").attr("id", &id).child(title)).all(close);
    let node = el("dialog", "dialog")
        .attr("aria-labelledby", &id)
        .on("cancel", move |event| {
            if !closable {
                event.prevent_default();
            }
        })
        .on("close", move |_| open.set(false))
        .child(head)
        .child(shown(open.into(), content));
    let element: HtmlDialogElement = node.element().clone().unchecked_into();
    effect(move || {
        let (open, element) = (open.get(), element.clone());
        // Only what stands on the page can be shown.
        soon(move || match (open, element.open()) {
            (true, false) => {
                let _shown = element.show_modal();
            }
            (false, true) => element.close(),
            _ => {}
        });
    });
    node
}
