//! The charts, on made-up figures that say so.

use leptos::prelude::*;
use texts::shell::ShellText;
use ui::chart::{Figure, element_bars, score_distribution, trend};
use ui::tr;

/// An index and a series as the API answers them, invented for this page.
const INDEX: &str = include_str!("index.json");
const SERIES: &str = include_str!("series.json");

pub(super) fn charts() -> AnyView {
    let (Ok(index), Ok(series)) = (serde_json::from_str(INDEX), serde_json::from_str(SERIES)) else {
        return ().into_any();
    };
    let figures = [element_bars(&index), score_distribution(&index), trend(&series)];
    let figure = |drawing| {
        let note = tr(ShellText::Invented);
        view! { <Figure title="Figure" note=note source=note file="contoh" drawing=drawing/> }
    };
    figures.map(figure).into_iter().collect_view().into_any()
}
