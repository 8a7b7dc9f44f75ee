//! What a figure is made of.

use crate::components::{Column, Row};
use charts::Frame;
use std::rc::Rc;
use texts::format::NONE;

/// The table of a figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The heads; those of numbers stand right.
    pub columns: Vec<Column>,
    /// The rows, as printed.
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    /// As a file; what stands where there is no number is left empty.
    pub(super) fn csv(&self) -> String {
        let heads = self.columns.iter().map(|column| column.label.clone()).collect();
        let body = self
            .rows
            .iter()
            .map(|row| row.iter().map(|field| if field == NONE { String::new() } else { field.clone() }).collect());
        charts::csv(&std::iter::once(heads).chain(body).collect::<Vec<_>>())
    }

    pub(super) fn cells(&self) -> Vec<Row> {
        self.rows.iter().map(|row| row.iter().map(|field| field.as_str().into()).collect()).collect()
    }
}

type Draw = dyn Fn(&Frame) -> String;

/// A figure ready to be drawn at any width.
#[derive(Clone)]
pub struct Drawing {
    pub(super) draw: Rc<Draw>,
    pub(super) sheet: Rc<Sheet>,
    pub(super) summary: String,
    pub(super) remark: Option<String>,
}

impl Drawing {
    /// A drawing with its table and what it shows in a sentence.
    pub fn new(draw: impl Fn(&Frame) -> String + 'static, sheet: Sheet, summary: String) -> Self {
        Self { draw: Rc::new(draw), sheet: Rc::new(sheet), summary, remark: None }
    }

    /// With a sentence below it.
    #[must_use]
    pub fn remarked(self, remark: Option<String>) -> Self {
        Self { remark, ..self }
    }
}
