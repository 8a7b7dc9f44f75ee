//! The charts, on made-up figures that say so.

use dom::prelude::*;
use texts::shell::ShellText;
use ui::chart::{Figure, element_bars, score_distribution, trend};
use ui::tr;

/// An index and a series as the API answers them, invented for this page.
const INDEX: &str = include_str!("index.json");
const SERIES: &str = include_str!("series.json");

pub(super) fn charts() -> Vec<Node> {
    let (Some(index), Some(series)) = (json::from_str(INDEX), json::from_str(SERIES)) else {
        return Vec::new();
    };
    let note = tr(ShellText::Invented);
    let figure = |drawing| Figure::new("Figure", drawing).note(note).source(note).file("contoh").node();
    [element_bars(&index), score_distribution(&index), trend(&series)].map(figure).into()
}
