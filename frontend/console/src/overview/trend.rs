//! The chosen index from period to period, with its band.

use super::{Asked, file_name, short_name};
use crate::address::kind_code;
use contract::results::{UnitResults, UnitSeries};
use domain::period::PeriodKind;
use domain::{IndexKind, Period};
use leptos::prelude::*;
use std::sync::Arc;
use texts::chart::ChartText;
use texts::overview::OverviewText;
use ui::chart::{Figure, source_note, trend as drawing};
use ui::{Card, Loaded, Skeleton, tr, tr_with, use_remote};

pub(super) fn trend(asked: Asked, results: Arc<UnitResults>, shown: Memo<Option<IndexKind>>) -> AnyView {
    let period = results.figures.period.clone();
    let series = use_remote::<UnitSeries>(move || {
        let kind = period.parse::<Period>().map_or(PeriodKind::Month, Period::kind);
        let service = asked.service.get();
        let pairs = [("by", Some(kind_code(kind))), ("until", Some(period.as_str())), ("service", service.as_deref())];
        Some(asked.path("series", &pairs))
    });
    let skeleton = || view! { <div class="card"><Skeleton lines=1/><Skeleton block=190/></div> };
    view! {
        <Loaded remote=series skeleton=skeleton let:series>
            {
                let results = Arc::clone(&results);
                (move || figure(&results, &series, shown.get())).into_any()
            }
        </Loaded>
    }
    .into_any()
}

fn figure(results: &UnitResults, series: &UnitSeries, shown: Option<IndexKind>) -> AnyView {
    let title = tr_with(OverviewText::TrendTitle, &[("index", shown.map_or("", short_name))]);
    let series = series.series.iter().find(|series| Some(series.index) == shown);
    let Some(series) = series.filter(|series| series.points.iter().filter(|point| point.figure.is_some()).count() > 1)
    else {
        return view! { <Card title=title><p class="mut">{tr(OverviewText::TrendEmpty)}</p></Card> }.into_any();
    };
    let source = source_note(&results.name, &results.figures);
    let (drawing, file) = (drawing(series), file_name(results, shown, "tren"));
    view! { <Figure title=title note=tr(ChartText::BandNote) source=source file=file drawing=drawing/> }.into_any()
}
