//! A choice from a list.

use super::button::while_so;
use super::field::{described, error_line, is_said, next_id};
use dom::{Node, Words, el, live, value};
use signals::untrack;
use std::rc::Rc;

/// Values and their words.
pub type Choices = Vec<(String, String)>;

/// A labelled choice.
#[must_use]
pub struct Select {
    label: String,
    options: Rc<dyn Fn() -> Choices>,
    value: Rc<dyn Fn() -> String>,
    on_choose: Box<dyn Fn(String)>,
    bare: bool,
    error: Words,
}

impl Select {
    /// A choice: what is chosen, values and their words, the chosen value, what choosing does.
    pub fn new(
        label: impl Into<String>,
        options: impl Fn() -> Choices + 'static,
        value: impl Fn() -> String + 'static,
        on_choose: impl Fn(String) + 'static,
    ) -> Self {
        let (options, value) = (Rc::new(options), Rc::new(value));
        let on_choose = Box::new(on_choose);
        Self { label: label.into(), options, value, on_choose, bare: false, error: Words::Nothing }
    }

    /// Keeps the label for readers alone, where the place says what it is.
    pub fn bare(self) -> Self {
        Self { bare: true, ..self }
    }

    /// What is wrong with it.
    pub fn error(self, error: impl Into<Words>) -> Self {
        Self { error: error.into(), ..self }
    }

    /// As a node.
    pub fn node(self) -> Node {
        let Self { label, options, value: chosen, on_choose, bare, error } = self;
        let id = format!("select-{}", next_id());
        let error_id = format!("{id}-error");
        let wrong = is_said(&error);
        let choices = {
            let (options, chosen) = (Rc::clone(&options), Rc::clone(&chosen));
            move || {
                let chosen = untrack(|| chosen());
                let option = |(value, words): (String, String)| {
                    el("option", "").flag("selected", value == chosen).attr("value", &value).text(&words)
                };
                options().into_iter().map(option).collect::<Vec<_>>()
            }
        };
        // Also when the options change: those that were there before are gone with what was chosen of them.
        let value_now = move || {
            options();
            chosen()
        };
        let select = el("select", "")
            .attr("id", &id)
            .bind("aria-invalid", while_so(&wrong))
            .bind("aria-describedby", described(None, error_id.clone(), wrong))
            .on("change", move |event| on_choose(value(&event)))
            .child(live(choices))
            .prop("value", value_now);
        el("div", if bare { "field bare" } else { "field" })
            .child(el("label", if bare { "sr" } else { "" }).attr("for", &id).text(&label))
            .child(el("div", "input select").child(select))
            .child(error_line(error, error_id))
    }
}

impl From<Select> for Node {
    fn from(select: Select) -> Self {
        select.node()
    }
}
