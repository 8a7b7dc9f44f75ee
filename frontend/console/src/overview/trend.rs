//! The chosen index from period to period, with its band.

use super::{Asked, file_name, short_name, shown, skeleton};
use crate::address::kind_code;
use contract::results::{UnitResults, UnitSeries};
use dom::prelude::*;
use domain::period::PeriodKind;
use domain::{IndexKind, Period};
use std::sync::Arc;
use texts::chart::ChartText;
use texts::overview::OverviewText;
use ui::chart::{Figure, source_note, trend as drawing};
use ui::{Card, loaded, tr, tr_with, use_remote};

pub(super) fn trend(asked: &Asked, results: &Arc<UnitResults>, chosen: Memo<Option<String>>) -> Node {
    let (asked, of, results) = (asked.clone(), Arc::clone(results), Arc::clone(results));
    let series = use_remote::<UnitSeries>(move || {
        let period = &of.figures.period;
        let kind = period.parse::<Period>().map_or(PeriodKind::Month, Period::kind);
        let service = asked.service.get();
        let pairs = [("by", Some(kind_code(kind))), ("until", Some(period)), ("service", service.as_deref())];
        Some(asked.path("/series", &pairs))
    });
    loaded(
        series,
        || skeleton::card(190),
        move |series| {
            let results = Arc::clone(&results);
            live(move || figure(&results, &series, shown(&results, chosen).map(|index| index.summary.index)))
        },
    )
}

fn figure(results: &UnitResults, series: &UnitSeries, shown: Option<IndexKind>) -> Node {
    let title = tr_with(OverviewText::TrendTitle, &[("index", shown.map_or("", short_name))]);
    let series = series.series.iter().find(|series| Some(series.index) == shown);
    let Some(series) = series.filter(|series| series.points.iter().filter(|point| point.figure.is_some()).count() > 1)
    else {
        return Card::new(title, el("p", "mut").text(tr(OverviewText::TrendEmpty))).node();
    };
    Figure::new(title, drawing(series))
        .note(tr(ChartText::BandNote))
        .source(source_note(&results.name, &results.figures))
        .file(file_name(results, shown, "tren"))
        .node()
}
