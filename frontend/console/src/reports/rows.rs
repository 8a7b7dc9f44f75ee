//! Rows of a table that people fill in. What is typed is saved by itself: when a field is left, or after a pause.

use super::shape::Report;
use super::sheet::{Sheet, Writing};
use dom::prelude::*;
use dom::{Delay, value};
use json::Value;
use signals::StoredValue;
use std::cell::RefCell;
use std::rc::Rc;

/// Milliseconds of rest after which what is typed is saved.
const REST: i32 = 1500;

/// The rows of a part of a report.
#[derive(Clone, Copy)]
pub(super) struct Rows {
    sheet: Sheet,
    pub(super) writing: Writing,
    /// As they are typed.
    typed: StoredValue<Value>,
    /// Counts up when the table is to be made anew.
    made: RwSignal<u32>,
    /// The field of the edits that keeps them.
    field: &'static str,
    server: Memo<Value>,
    rest: StoredValue<Delay>,
}

impl Rows {
    pub(super) fn new(sheet: Sheet, field: &'static str, read: fn(Report<'_>) -> Value) -> Self {
        let server = sheet.part(read);
        let rows = Self {
            sheet,
            writing: Writing::new(sheet),
            typed: StoredValue::new(Value::Null),
            made: RwSignal::new(0),
            field,
            server,
            rest: StoredValue::new(Delay::new()),
        };
        // What the server says now, unless something else is being typed.
        effect(move || {
            if server.with(|server| rows.typed.with_value(|typed| typed != server)) && !rows.writing.is_typed() {
                rows.follow();
            }
        });
        rows
    }

    fn follow(self) {
        self.typed.set_value(self.server.get_untracked());
        self.made.update(|made| *made += 1);
    }

    /// The rows, followed where the table is to be made anew.
    pub(super) fn all(self) -> Vec<Value> {
        self.made.track();
        self.now()
    }

    /// The rows as they are typed.
    pub(super) fn now(self) -> Vec<Value> {
        self.typed.with_value(|rows| rows.items().to_vec())
    }

    /// Changes a field of a row while it is typed.
    pub(super) fn change(self, row: usize, field: &str, value: Value) {
        self.typed.update_value(|rows| {
            let Value::List(rows) = rows else { return };
            if let Some(row) = rows.get_mut(row) {
                row.set(field, value);
            }
        });
        self.writing.set_typed(true);
        self.rest.with_value(|rest| rest.run(REST, move || self.save()));
    }

    /// Other rows in their place; null for those that come by themselves.
    pub(super) fn replace(self, rows: Value) {
        self.typed.set_value(rows);
        self.writing.set_typed(true);
        self.made.update(|made| *made += 1);
        self.save();
    }

    /// Saves what is typed, also what is typed meanwhile.
    pub(super) fn save(self) {
        self.rest.with_value(Delay::stop);
        if !self.writing.is_typed() {
            return;
        }
        let sent = Rc::new(RefCell::new(Value::Null));
        let sending = Rc::clone(&sent);
        let change = move |edits: &mut Value| {
            if let Some(rows) = self.typed.try_get_value() {
                edits.set(self.field, rows.clone());
                sending.replace(rows);
            }
        };
        self.sheet.edit(self.writing, change, move || {
            let Some(typed) = self.typed.try_get_value() else { return };
            if typed != *sent.borrow() {
                return self.save();
            }
            self.writing.set_typed(false);
            if self.server.with_untracked(|server| self.typed.with_value(|typed| typed != server)) {
                self.follow();
            }
        });
    }

    /// Why it was not saved, and the state of saving.
    pub(super) fn foot(self) -> Node {
        let discard = move || {
            self.writing.set_typed(false);
            self.follow();
        };
        self.writing.notice(move || self.save(), discard)
    }

    /// A field of a row: `input` or `textarea`.
    pub(super) fn input(self, tag: &str, row: usize, field: &'static str, label: &str, hint: &str) -> Node {
        let typed = self
            .typed
            .with_value(|rows| rows.items().get(row).map(|row| row.text(field).to_owned()).unwrap_or_default());
        let input = if tag == "textarea" {
            el(tag, "").attr("rows", "2").text(&typed)
        } else {
            el(tag, "").attr("value", &typed)
        };
        let input = input
            .attr("aria-label", label)
            .attr("placeholder", hint)
            .attr("lang", "id")
            .on("input", move |event| self.change(row, field, value(&event).into()))
            .on("change", move |_| self.save());
        el("span", "input").child(input)
    }
}
