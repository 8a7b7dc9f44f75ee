//! Each element of the chosen index, the lowest marked.

use super::{file_name, short_name};
use contract::results::UnitResults;
use domain::IndexKind;
use leptos::prelude::*;
use std::sync::Arc;
use texts::chart::ChartText;
use texts::overview::OverviewText;
use ui::chart::{Figure, element_bars, source_note};
use ui::{tr, tr_with};

pub(super) fn elements(results: Arc<UnitResults>, shown: Memo<Option<IndexKind>>) -> AnyView {
    let source = source_note(&results.name, &results.figures);
    let name = Arc::clone(&results);
    let file = move || file_name(&name, shown.get(), "unsur");
    let title = move || {
        let index = shown.get().map_or("", short_name);
        tr_with(OverviewText::ElementsTitle, &[("index", index)])
    };
    let of_index = move |kind| results.figures.indices.iter().find(|index| Some(index.summary.index) == kind).cloned();
    let figure = move || {
        let drawing = element_bars(&of_index(shown.get())?);
        let (source, file) = (source.clone(), file());
        let note = tr(ChartText::ScaleNote);
        Some(view! { <Figure title=Signal::derive(title) note=note source=source file=file drawing=drawing/> })
    };
    figure.into_any()
}
