//! The charts, on made-up figures that say so.

use charts::{HeatCell, HeatMap, HeatRow};
use dom::prelude::*;
use texts::shell::ShellText;
use ui::chart::{Drawing, Figure, Sheet, element_bars, grade_steps, score_distribution, steps_legend, trend};
use ui::{Column, tr};

/// An index and a series as the API answers them, invented for this page.
const INDEX: &str = include_str!("index.json");
const SERIES: &str = include_str!("series.json");

pub(super) fn charts() -> Vec<Node> {
    let (Some(index), Some(series)) = (json::from_str(INDEX), json::from_str(SERIES)) else {
        return Vec::new();
    };
    let note = tr(ShellText::Invented);
    let figure = |drawing| Figure::new("Figure", drawing).note(note).source(note).file("contoh").node();
    let drawings = [element_bars(&index), score_distribution(&index), trend(&series), heat()];
    drawings.map(figure).into()
}

/// A heat map of two rows, one with a hole.
fn heat() -> Drawing {
    let cell = |value: i32| HeatCell { value: (value > 0).then_some(value * 100), shown: value.to_string() };
    let row =
        |name: &str, values: [i32; 5]| HeatRow { name: name.to_owned(), address: None, cells: values.map(cell).into() };
    let columns = || ["U1", "U2", "U3", "U4", "U5"].map(ToOwned::to_owned);
    let map = HeatMap {
        columns: columns().into(),
        rows: vec![row("Kelurahan", [62, 71, 79, 85, 92]), row("RSUD", [90, 0, 84, 66, 58])],
        steps: grade_steps(),
        legend: steps_legend(),
    };
    let sheet = Sheet { columns: columns().map(Column::numbers).into(), rows: Vec::new() };
    Drawing::new(move |frame| map.draw(frame), sheet, String::new())
}
