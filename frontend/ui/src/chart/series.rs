//! An index from period to period.

use super::scale::{ENDS, grade_limits, hundredths};
use super::sheet::{Drawing, Sheet};
use crate::components::Column;
use crate::language::{count, decimal, period, period_short, tr, tr_with};
use charts::{Trend, TrendPoint};
use domain::figures::{Series, SeriesPoint};
use texts::chart::ChartText;
use texts::format::NONE;

/// The trend of an index with its band; broken where two periods cannot be compared.
pub fn trend(series: &Series) -> Drawing {
    let point = |point: &SeriesPoint| {
        let margin = point.figure.as_ref().map(|figure| &figure.margin);
        let end = |end: fn(&domain::figures::MarginResult) -> Option<&String>| {
            margin.and_then(end).and_then(|figure| hundredths(figure))
        };
        TrendPoint {
            label: period_short(&point.period),
            value: point.figure.as_ref().and_then(|figure| hundredths(&figure.converted)),
            band: end(|margin| margin.low.as_ref()).zip(end(|margin| margin.high.as_ref())),
            shown: point.figure.as_ref().map(|figure| decimal(&figure.converted)).unwrap_or_default(),
            comparable: point.change.as_ref().is_none_or(|change| change.status == "comparable"),
        }
    };
    let trend = Trend {
        points: series.points.iter().map(point).collect(),
        limits: grade_limits(true),
        scale: ENDS,
        not_comparable: tr(ChartText::NotComparable).to_owned(),
    };
    let columns = vec![
        Column::words(tr(ChartText::Period)),
        Column::numbers(tr(ChartText::Value)),
        Column::words(tr(ChartText::Grade)),
        Column::numbers(tr(ChartText::Margin)),
        Column::numbers(tr(ChartText::Respondents)),
    ];
    let row = |point: &SeriesPoint| {
        let figure = point.figure.as_ref();
        let none = || NONE.to_owned();
        vec![
            period(&point.period),
            figure.map_or_else(none, |figure| decimal(&figure.converted)),
            figure.map_or_else(none, |figure| figure.grade.clone()),
            figure.and_then(|figure| figure.margin.points.as_ref()).map_or_else(none, |points| decimal(points)),
            figure.map_or_else(none, |figure| count(figure.n)),
        ]
    };
    let sheet = Sheet { columns, rows: series.points.iter().map(row).collect() };
    let latest = trend.points.iter().rev().find(|point| point.value.is_some());
    let latest = latest.map_or(NONE, |point| point.shown.as_str());
    let summary = tr_with(ChartText::TrendSummary, &[("count", &trend.points.len().to_string()), ("latest", latest)]);
    Drawing::new(move |frame| trend.draw(frame), sheet, summary)
}
