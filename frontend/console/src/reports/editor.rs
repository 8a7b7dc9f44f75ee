//! Editing the text of a slot: words are typed, figures are chips that can be deleted and inserted but not typed into.

use super::facts::chooser;
use super::shape::{Piece, pieces};
use super::sheet::{Sheet, Writing};
use super::words::{chip, set_text};
use dom::prelude::*;
use dom::{document, listen, soon, window};
use json::Value;
use std::cell::RefCell;
use std::rc::Rc;
use texts::reports::ReportText;
use texts::ui::UiText;
use ui::{Button, ButtonKind, tr, tr_with};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Range};

/// Between figures, and at the ends of a paragraph, the caret needs a place to stand.
const STAND: &str = "\u{200b}";

/// The editor of a slot, until it is saved or left.
pub(super) fn editor(sheet: Sheet, slot: &str, section: &str, before: &Value, editing: RwSignal<bool>) -> Node {
    let writing = Writing::new(sheet);
    let field = field(sheet, before, &tr_with(ReportText::TextOf, &[("section", section)]));
    let field = field.on("input", move |_| writing.set_typed(true));
    let place = field.html().clone();
    let close = move || {
        writing.set_typed(false);
        editing.try_set(false);
    };
    let (slot, before) = (Rc::new(slot.to_owned()), Rc::new(before.clone()));
    let save = {
        let place = place.clone();
        move || {
            let written = read(&place);
            if written == *before && !writing.is_typed() {
                return close();
            }
            let slot = Rc::clone(&slot);
            sheet.edit(writing, move |edits| set_text(edits, &slot, Some(written)), close);
        }
    };
    let caret = follow_caret(&place);
    let insert = {
        let place = place.clone();
        move |key: &str, shown: &str| {
            insert(&place, &caret, &chip(sheet, key, shown));
            writing.set_typed(true);
        }
    };
    soon(move || {
        let _focused = place.focus();
    });
    let submit = Button::new(tr(UiText::Save)).kind(ButtonKind::Primary).busy(writing.action.busy());
    let submit = submit.on_press(save.clone());
    let cancel = Button::new(tr(UiText::Cancel)).on_press(close);
    let figures =
        el("details", "figures").child(el("summary", "").text(tr(ReportText::Insert))).child(chooser(sheet, insert));
    el("div", "words editing")
        .child(writing.notice(save, close))
        .child(el("p", "note").text(tr(ReportText::EditHelp)))
        .child(field)
        .child(figures)
        .child(el("div", "acts").child(submit).child(cancel).child(writing.said()))
}

fn field(sheet: Sheet, paragraphs: &Value, label: &str) -> Node {
    let field = el("div", "prose input-text")
        .attr("contenteditable", "plaintext-only")
        .attr("role", "textbox")
        .attr("aria-multiline", "true")
        .attr("aria-label", label)
        .attr("lang", "id")
        .attr("spellcheck", "false");
    let made = paragraphs.items().iter().map(|paragraph| {
        pieces(paragraph).fold(el("p", "").text(STAND), |made, piece| match piece {
            Piece::Words(words) => made.text(words),
            Piece::Figure { key, shown } => made.child(fixed(&chip(sheet, key, shown))).text(STAND),
        })
    });
    let mut made: Vec<Node> = made.collect();
    if made.is_empty() {
        made.push(el("p", "").text(STAND));
    }
    let field = field.all(made);
    if field.html().content_editable() != "plaintext-only" {
        // An older browser: it knows rich text alone, of which only words and figures are read.
        return field.attr("contenteditable", "true");
    }
    field
}

fn fixed(chip: &Node) -> Node {
    chip.clone().attr("contenteditable", "false")
}

/// The place of the caret, also while a figure is searched for.
fn follow_caret(field: &HtmlElement) -> Rc<RefCell<Option<Range>>> {
    let caret = Rc::new(RefCell::new(None));
    let (kept, field) = (Rc::clone(&caret), field.clone());
    listen(&document(), "selectionchange", move |_| {
        let selection = window().get_selection().ok().flatten().filter(|selection| selection.range_count() > 0);
        let Some(range) = selection.and_then(|selection| selection.get_range_at(0).ok()) else { return };
        let inside = range.common_ancestor_container().is_ok_and(|node| field.contains(Some(&node)));
        if inside {
            kept.replace(Some(range.clone_range()));
        }
    });
    caret
}

/// Inserts a chip at the caret, or at the end, and puts the caret behind it.
fn insert(field: &HtmlElement, caret: &RefCell<Option<Range>>, chip: &Node) {
    let kept = caret.borrow().clone();
    let range = match kept {
        Some(range) => range,
        None => {
            let Ok(range) = Range::new() else { return };
            let last: Option<Element> = field.last_element_child();
            let _end = range.select_node_contents(last.as_ref().map_or(field, |last| last));
            range.collapse_with_to_start(false);
            range
        }
    };
    let chip = fixed(chip);
    let stand = document().create_text_node(STAND);
    let _done = range
        .delete_contents()
        .and_then(|()| range.insert_node(&stand))
        .and_then(|()| range.insert_node(chip.as_node()))
        .and_then(|()| range.set_start_after(&stand));
    range.collapse_with_to_start(true);
    let _focused = field.focus();
    if let Ok(Some(selection)) = window().get_selection() {
        let _at = selection.remove_all_ranges().and_then(|()| selection.add_range(&range));
    }
}

/// What is written, as the API takes it: a line is a paragraph, empty ones are none.
pub(super) fn read(field: &HtmlElement) -> Value {
    let mut reading = Reading { paragraphs: Vec::new(), pieces: Vec::new(), words: String::new() };
    reading.inside(field);
    reading.end();
    reading.paragraphs.into()
}

struct Reading {
    paragraphs: Vec<Value>,
    pieces: Vec<Value>,
    words: String,
}

impl Reading {
    fn inside(&mut self, node: &web_sys::Node) {
        let mut child = node.first_child();
        while let Some(node) = child {
            self.node(&node);
            child = node.next_sibling();
        }
    }

    fn node(&mut self, node: &web_sys::Node) {
        let Some(element) = node.dyn_ref::<Element>() else {
            let text = node.text_content().unwrap_or_default();
            for (at, line) in text.split('\n').enumerate() {
                if at > 0 {
                    self.end();
                }
                self.words.push_str(&line.replace(STAND, "").replace('\u{a0}', " "));
            }
            return;
        };
        if let Some(key) = element.get_attribute("data-figure") {
            self.flush();
            let shown = element.text_content().unwrap_or_default();
            self.pieces.push(Value::object(&[("figure", key.into()), ("shown", shown.into())]));
            return;
        }
        let is_line = matches!(element.tag_name().as_str(), "P" | "DIV" | "LI" | "BR");
        if is_line {
            self.end();
        }
        self.inside(element);
        if is_line {
            self.end();
        }
    }

    fn flush(&mut self) {
        let words = std::mem::take(&mut self.words);
        if !words.is_empty() {
            self.pieces.push(Value::object(&[("text", words.into())]));
        }
    }

    fn end(&mut self) {
        self.flush();
        let pieces = std::mem::take(&mut self.pieces);
        let blank = |piece: &Value| piece.get("text").as_text().is_some_and(|text| text.trim().is_empty());
        if !pieces.iter().all(blank) {
            self.paragraphs.push(Value::object(&[("pieces", pieces.into())]));
        }
    }
}
