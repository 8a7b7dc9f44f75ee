//! The template while it is edited: its JSON, and fields that stand for places in it.

use crate::action::Action;
use crate::preparation::rows::Rows;
use crate::preparation::saving::Saving;
use dom::prelude::*;
use json::Value;
use std::cell::RefCell;
use std::rc::Rc;
use ui::{Field, FieldKind};

/// The template that is edited. What this program does not know of it stays as it came.
#[derive(Clone)]
pub(super) struct Editor {
    template: Rc<RefCell<Value>>,
    pub(super) saving: Saving,
    /// The preview, which tells as well what cannot be printed.
    pub(super) trying: Action,
    /// Grows with every change.
    pub(super) changes: RwSignal<usize>,
    /// The title of the part that somebody is in, for the preview to turn to.
    pub(super) place: RwSignal<Option<String>>,
}

impl Editor {
    pub(super) fn new(etag: &str, template: Value) -> Self {
        Self {
            template: Rc::new(RefCell::new(template)),
            saving: Saving::new(etag),
            trying: Action::new(),
            changes: RwSignal::new(0),
            place: RwSignal::new(None),
        }
    }

    /// All of it.
    pub(super) fn whole(&self) -> Value {
        self.template.borrow().clone()
    }

    /// Does something with the part at a pointer.
    pub(super) fn part<T>(&self, pointer: &str, read: impl FnOnce(&Value) -> T) -> T {
        read(self.template.borrow().pointer(pointer).unwrap_or(&Value::Null))
    }

    /// The text at a pointer.
    pub(super) fn text(&self, pointer: &str) -> String {
        self.part(pointer, |part| part.as_text().unwrap_or_default().to_owned())
    }

    /// Changes the part at a pointer.
    pub(super) fn change(&self, pointer: &str, change: impl FnOnce(&mut Value)) {
        if let Some(part) = self.template.borrow_mut().pointer_mut(pointer) {
            change(part);
        }
        self.saving.typed();
        self.changes.update(|changes| *changes += 1);
    }

    /// Puts something in place of the part at a pointer, if it differs.
    pub(super) fn put(&self, pointer: &str, value: Value) {
        if self.part(pointer, |part| *part != value) {
            self.change(pointer, |part| *part = value);
        }
    }

    /// What cannot be printed at a pointer, or below it.
    pub(super) fn wrong(&self, pointer: &str) -> Option<String> {
        self.saving.action.at(pointer).or_else(|| self.trying.at(pointer))
    }

    /// A field for the line at a pointer.
    pub(super) fn field(&self, pointer: &str, label: &str, kind: FieldKind) -> Field {
        self.bound(pointer, label, kind, self.text(pointer), Value::Text)
    }

    /// A field for the paragraphs at a pointer, with an empty line between them.
    pub(super) fn paragraphs(&self, pointer: &str, label: &str) -> Field {
        let text = self.part(pointer, |part| texts(part).join("\n\n"));
        let parsed = |text: String| {
            let lines = text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
            let paragraphs = lines.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
            paragraphs.collect::<Vec<_>>().into()
        };
        self.bound(pointer, label, FieldKind::Lines, text, parsed)
    }

    fn bound(&self, at: &str, label: &str, kind: FieldKind, text: String, parse: fn(String) -> Value) -> Field {
        let typed = RwSignal::new(text);
        let (own, pointer) = (self.clone(), at.to_owned());
        let begun = std::cell::Cell::new(false);
        effect(move || {
            let text = typed.get();
            if begun.replace(true) {
                own.put(&pointer, parse(text));
            }
        });
        let (own, pointer) = (self.clone(), at.to_owned());
        Field::new(label, typed).kind(kind).error(move || own.wrong(&pointer))
    }

    /// The legal basis as lines.
    pub(super) fn laws(&self) -> Vec<Vec<String>> {
        self.part("/legal_basis", |laws| texts(laws).into_iter().map(|law| vec![law.to_owned()]).collect())
    }

    /// The legal basis as it is typed.
    pub(super) fn put_laws(&self, rows: &Rows) {
        self.put("/legal_basis", rows.typed().into_iter().flatten().collect::<Vec<_>>().into());
    }
}

/// The texts of a list.
pub(super) fn texts(list: &Value) -> Vec<&str> {
    list.items().iter().filter_map(Value::as_text).collect()
}
