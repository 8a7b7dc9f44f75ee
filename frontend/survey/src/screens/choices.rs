//! Answers to choose one of, large enough for any thumb.

use super::button;
use crate::app::App;
use crate::js::document;
use dom::{Node, breakable, el};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// An answer on the screen.
pub(crate) struct Answer {
    /// What is read.
    pub(crate) label: String,
    /// Whether it is chosen already.
    pub(crate) chosen: bool,
}

/// The answers as one group. `tap` is called with the place of the answer that is tapped, clicked, or pressed by Enter or
/// the space bar; arrow keys only move the focus.
pub(crate) fn choices(app: App, answers: Vec<Answer>, described: bool, tap: impl Fn(usize) + 'static) -> Node {
    let tap: Rc<dyn Fn(usize)> = Rc::new(tap);
    let group = el("div", "answers").attr("role", "radiogroup").attr("aria-labelledby", "question");
    let group = if described { group.attr("aria-describedby", "help") } else { group };
    let answers = answers.into_iter().enumerate().map(|(place, answer)| {
        let tap = Rc::clone(&tap);
        let chosen = move || app.ticked.get().map_or(answer.chosen, |ticked| ticked == place).to_string();
        let button = button("answer", "", move |_| tap(place)).child(el("span", "").child(breakable(&answer.label)));
        el("div", "a").child(button.attr("role", "radio").live_attr("aria-checked", chosen))
    });
    group.all(answers).on("keydown", move_focus)
}

/// Arrow keys go from answer to answer, as in any group of radio buttons, but choose nothing.
fn move_focus(event: Event) {
    let Ok(event) = event.dyn_into::<KeyboardEvent>() else { return };
    let step = match event.key().as_str() {
        "ArrowDown" | "ArrowRight" => 1,
        "ArrowUp" | "ArrowLeft" => -1,
        _ => return,
    };
    let focused = document().active_element().and_then(|element| element.parent_element());
    let Some(focused) = focused.filter(|element| element.class_list().contains("a")) else { return };
    event.prevent_default();
    let beside = if step > 0 { focused.next_element_sibling() } else { focused.previous_element_sibling() };
    let around = || {
        let group = focused.parent_element()?;
        if step > 0 { group.first_element_child() } else { group.last_element_child() }
    };
    let button = beside.or_else(around).and_then(|element: Element| element.first_element_child());
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        let _ = button.focus();
    }
}
