//! Filters with their counts.

use crate::language::count;
use dom::{Node, el, live};
use std::rc::Rc;

/// One choice of [`chips`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// What it stands for; empty for "all".
    pub value: String,
    /// Its words.
    pub label: String,
    /// How many there are.
    pub count: Option<i64>,
}

/// A row of chips of which one is chosen: what is being chosen (for readers), the choices, the chosen one, what choosing
/// does.
pub fn chips(
    label: &str,
    chips: impl Fn() -> Vec<Chip> + 'static,
    chosen: impl Fn() -> String + 'static,
    on_choose: impl Fn(String) + 'static,
) -> Node {
    row(label, Box::new(chips), Rc::new(chosen), Rc::new(on_choose))
}

type Chosen = Rc<dyn Fn() -> String>;
type Choose = Rc<dyn Fn(String)>;

fn row(label: &str, chips: Box<dyn Fn() -> Vec<Chip>>, chosen: Chosen, choose: Choose) -> Node {
    let made = move || chips().into_iter().map(|one| chip(one, &chosen, &choose)).collect::<Vec<_>>();
    el("div", "chips").attr("role", "group").attr("aria-label", label).child(live(made))
}

fn chip(chip: Chip, chosen: &Chosen, choose: &Choose) -> Node {
    let (chosen, choose) = (Rc::clone(chosen), Rc::clone(choose));
    let (mine, value) = (chip.value.clone(), chip.value);
    let node = el("button", "chip").attr("type", "button").bind_truth("aria-pressed", move || chosen() == mine);
    let node = node.on("click", move |_| choose(value.clone())).text(&chip.label);
    match chip.count {
        Some(number) => node.text(" ").child(el("span", "n").text(&count(number))),
        None => node,
    }
}
