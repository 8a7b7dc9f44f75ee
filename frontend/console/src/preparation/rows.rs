//! Lists that are typed: a line for each entry, with its cells; lines come, go and move up.

use dom::prelude::*;
use dom::{after, value};
use std::cell::RefCell;
use std::rc::Rc;
use texts::preparation::PreparationText;
use ui::{Button, ButtonKind, FieldKind, Glyph, tr, tr_with};
use wasm_bindgen::JsCast;

/// A column: its head, and what is typed.
pub(crate) type Column = (&'static str, FieldKind);

/// What is wrong with a cell, by line and column; follows signals.
pub(crate) type Wrong = Rc<dyn Fn(usize, usize) -> Option<String>>;

/// The cells of all lines.
type Lines = Vec<Vec<String>>;

/// Changes the lines; answers at which one it goes on.
type Act = Box<dyn Fn(&mut Lines) -> usize>;

/// The lines that are typed.
#[derive(Clone)]
pub(crate) struct Rows {
    cells: Rc<RefCell<Lines>>,
    /// Changes when the lines are made anew.
    made: RwSignal<usize>,
}

impl Rows {
    pub(crate) fn new(lines: Lines) -> Self {
        Self { cells: Rc::new(RefCell::new(lines)), made: RwSignal::new(0) }
    }

    /// The lines, each cell on one line without needless blanks; those in which nothing is typed are left out.
    pub(crate) fn typed(&self) -> Lines {
        let tidy = |cell: &String| cell.split_whitespace().collect::<Vec<_>>().join(" ");
        let lines = self.cells.borrow();
        let lines = lines.iter().map(|line| line.iter().map(tidy).collect::<Vec<_>>());
        lines.filter(|line| line.iter().any(|cell| !cell.is_empty())).collect()
    }

    /// The same to be stored: empty lines go from the screen too, so that what is wrong is told at its line.
    pub(crate) fn lines(&self) -> Lines {
        let kept = self.typed();
        if kept.len() != self.cells.borrow().len() {
            self.set(kept.clone());
        }
        kept
    }

    /// Puts other lines in their place.
    pub(crate) fn set(&self, lines: Lines) {
        self.cells.replace(lines);
        self.made.update(|made| *made += 1);
    }

    /// How many there are, as a signal.
    pub(crate) fn len(&self) -> usize {
        self.made.track();
        self.cells.borrow().len()
    }

    /// As a node: what the list is (for readers), its columns, the words of the button for one more, what is wrong.
    pub(crate) fn node(&self, caption: &str, columns: Vec<Column>, add: &'static str, wrong: Wrong) -> Node {
        let heads = columns.iter().map(|(label, _)| el("th", "").attr("scope", "col").text(label));
        let actions = el("th", "").attr("scope", "col").child(el("span", "sr").text(tr(PreparationText::Remove)));
        let head = el("thead", "").class("sr", columns.len() == 1);
        let head = head.child(el("tr", "").all(heads).child(actions));
        let (body, width) = (el("tbody", ""), columns.len());
        let (rows, place) = (self.clone(), body.clone());
        let lines = move || {
            let number = rows.len();
            (0..number).map(|at| rows.line(at, &columns, &wrong, &place)).collect::<Vec<_>>()
        };
        let (rows, place) = (self.clone(), body.clone());
        let more = move || {
            rows.cells.borrow_mut().push(vec![String::new(); width]);
            let last = rows.cells.borrow().len() - 1;
            rows.remake(&place, last);
        };
        let add = Button::new(add).kind(ButtonKind::Plain).glyph(Glyph::Plus).on_press(more);
        let table = el("table", "typed").child(el("caption", "sr").text(caption)).child(head);
        let table = table.child(body.child(live(lines)));
        el("div", "typed-list").child(el("div", "table").child(table)).child(add)
    }

    fn line(&self, at: usize, columns: &[Column], wrong: &Wrong, place: &Node) -> Node {
        let cells = columns.iter().enumerate().map(|(column, (label, kind))| {
            let said = tr_with(PreparationText::Line, &[("column", label), ("number", &(at + 1).to_string())]);
            let wrong = Rc::clone(wrong);
            el("td", "").attr("data-label", label).child(self.cell((at, column), *kind, &said, wrong))
        });
        let button = |glyph, words, act: Act| {
            let (rows, place) = (self.clone(), place.clone());
            let press = move || {
                let next = act(&mut rows.cells.borrow_mut());
                rows.remake(&place, next);
                // As if it were typed: for whoever listens around.
                tell(&place);
            };
            Button::alone(glyph, tr_with(words, &[("number", &(at + 1).to_string())]))
                .kind(ButtonKind::Plain)
                .on_press(press)
        };
        let raise = (at > 0).then(|| {
            let act = move |lines: &mut Lines| {
                lines.swap(at, at - 1);
                at - 1
            };
            button(Glyph::Up, PreparationText::RaiseLine, Box::new(act)).node()
        });
        let act = move |lines: &mut Lines| {
            lines.remove(at);
            at.min(lines.len().saturating_sub(1))
        };
        let remove = button(Glyph::Close, PreparationText::RemoveLine, Box::new(act));
        let acts = el("div", "row-acts").all(raise).child(remove);
        el("tr", "").all(cells).child(el("td", "r").child(acts))
    }

    fn cell(&self, (at, column): (usize, usize), kind: FieldKind, said: &str, wrong: Wrong) -> Node {
        let cells = Rc::clone(&self.cells);
        let now = cells.borrow().get(at).and_then(|line| line.get(column)).cloned().unwrap_or_default();
        let input = match kind {
            FieldKind::Lines => el("textarea", "").attr("rows", "2").text(&now),
            FieldKind::Date => el("input", "").attr("type", "date").attr("value", &now),
            FieldKind::Number => el("input", "").attr("inputmode", "numeric").attr("value", &now),
            _ => el("input", "").attr("value", &now),
        };
        let bad = Rc::clone(&wrong);
        let input = input
            .attr("autocomplete", "off")
            .attr("aria-label", said)
            .bind("aria-invalid", move || bad(at, column).map(|_| "true"))
            .on("input", move |event| {
                if let Some(cell) = cells.borrow_mut().get_mut(at).and_then(|line| line.get_mut(column)) {
                    *cell = value(&event);
                }
            });
        let wrong =
            Words::from(move || wrong(at, column)).part(|words| el("p", "error").attr("role", "alert").text(words));
        fragment().child(el("div", "input").child(input)).child(wrong)
    }

    /// Makes the lines anew and goes on at one of them.
    fn remake(&self, place: &Node, at: usize) {
        self.made.update(|made| *made += 1);
        let place = place.clone();
        // What is made anew stands after the signals have been followed.
        after(0, move || {
            let line = place.element().children().item(u32::try_from(at).unwrap_or(0));
            let field = line.and_then(|line| line.query_selector("input, textarea").ok().flatten());
            if let Some(field) = field {
                let _focused = field.unchecked_into::<web_sys::HtmlElement>().focus();
            }
        });
    }
}

fn tell(place: &Node) {
    let told = web_sys::EventInit::new();
    told.set_bubbles(true);
    if let Ok(event) = web_sys::Event::new_with_event_init_dict("input", &told) {
        let _ = place.element().dispatch_event(&event);
    }
}
