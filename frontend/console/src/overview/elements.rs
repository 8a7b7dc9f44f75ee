//! Each element of the chosen index, the lowest marked.

use super::{file_name, short_name, shown};
use contract::results::UnitResults;
use dom::prelude::*;
use std::sync::Arc;
use texts::chart::ChartText;
use texts::overview::OverviewText;
use ui::chart::{Figure, element_bars, source_note};
use ui::{tr, tr_with};

pub(super) fn elements(results: &Arc<UnitResults>, chosen: Memo<Option<String>>) -> Node {
    let results = Arc::clone(results);
    live(move || {
        let index = shown(&results, chosen)?;
        let kind = index.summary.index;
        let title = tr_with(OverviewText::ElementsTitle, &[("index", short_name(kind))]);
        let figure = Figure::new(title, element_bars(index))
            .note(tr(ChartText::ScaleNote))
            .source(source_note(&results.name, &results.figures))
            .file(file_name(&results, Some(kind), "unsur"));
        Some(figure.node())
    })
}
