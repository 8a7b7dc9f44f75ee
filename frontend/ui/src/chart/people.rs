//! Who answered, and whether there are enough of them.

use super::sheet::{Drawing, Sheet};
use crate::components::Column;
use crate::language::{count, decimal, language, percent, tr, tr_with};
use charts::{Gauge, ShareBar, Shares};
use domain::IndexKind;
use domain::figures::{Characteristic, Completion, Sample, SliceResult};
use texts::Language;
use texts::chart::ChartText;
use texts::format::NONE;
use texts::overview::OverviewText;

/// The respondents by one characteristic, each group with its index.
pub fn characteristic_shares(characteristic: &Characteristic, index: IndexKind) -> Drawing {
    let label = |label: &domain::figures::Label| match language() {
        Language::Indonesian => label.id.clone(),
        Language::English => label.en.clone(),
    };
    let value = |slice: &SliceResult| {
        let summary = slice.indices.iter().find(|summary| summary.index == index);
        summary.map(|summary| decimal(&summary.converted))
    };
    let bar = |slice: &SliceResult| ShareBar {
        name: label(&slice.label),
        count: slice.n,
        shown: format!("{} · {}", count(slice.n), percent(&slice.percent)),
        extra: value(slice).unwrap_or_default(),
    };
    let shares = Shares { bars: characteristic.options.iter().map(bar).collect() };
    let columns = vec![
        Column::words(label(&characteristic.label)),
        Column::numbers(tr(ChartText::Respondents)),
        Column::numbers(tr(ChartText::Share)),
        Column::numbers(index.code().to_ascii_uppercase()),
    ];
    let row = |slice: &SliceResult| {
        vec![
            label(&slice.label),
            count(slice.n),
            percent(&slice.percent),
            value(slice).unwrap_or_else(|| NONE.to_owned()),
        ]
    };
    let sheet = Sheet { columns, rows: characteristic.options.iter().map(row).collect() };
    let summary = tr_with(ChartText::RowsSummary, &[("count", &sheet.rows.len().to_string())]);
    Drawing::new(move |frame| shares.draw(frame), sheet, summary)
}

/// How many survey pages were opened, begun and finished.
pub fn completion_shares(completion: &Completion) -> Drawing {
    let steps = [
        (OverviewText::Opened, completion.opened, None),
        (OverviewText::Begun, completion.begun, completion.begun_percent.as_deref()),
        (OverviewText::Finished, completion.finished, completion.completion_percent.as_deref()),
    ];
    let share_of = |share: Option<&str>| share.map_or_else(|| NONE.to_owned(), percent);
    let bars = steps.map(|(name, n, share)| ShareBar {
        name: tr(name).to_owned(),
        count: n,
        shown: share.map_or_else(|| count(n), |share| format!("{} · {}", count(n), percent(share))),
        extra: String::new(),
    });
    let rows = steps.map(|(name, n, share)| vec![tr(name).to_owned(), count(n), share_of(share)]);
    let columns = vec![
        Column::words(tr(OverviewText::Page)),
        Column::numbers(tr(OverviewText::CountColumn)),
        Column::numbers(tr(OverviewText::OfOpened)),
    ];
    let shares = Shares { bars: bars.to_vec() };
    let sheet = Sheet { columns, rows: rows.to_vec() };
    let summary = completion.completion_percent.as_deref();
    let summary = summary.map(|share| tr_with(OverviewText::CompletionRate, &[("percent", &percent(share))]));
    Drawing::new(move |frame| shares.draw(frame), sheet, summary.unwrap_or_default())
}

/// Answers against the required sample: an appeal while the period runs, a finding after it.
pub fn sample_gauge(n: i64, sample: &Sample, running: bool) -> Drawing {
    let required = sample.required.map(count);
    let places = |text| tr_with(text, &[("n", &count(n)), ("required", required.as_deref().unwrap_or(NONE))]);
    let meaning = match (sample.status.as_str(), sample.missing) {
        ("reached", _) => tr(ChartText::SampleReached).to_owned(),
        ("short", Some(missing)) if running => tr_with(ChartText::SampleShort, &[("missing", &count(missing))]),
        ("short", _) => places(ChartText::SampleMissed),
        _ => tr(ChartText::SampleUnknown).to_owned(),
    };
    let gauge = Gauge {
        n,
        required: sample.required,
        shown: if required.is_some() { places(ChartText::SampleOf) } else { count(n) },
        meaning,
        required_shown: tr_with(ChartText::SampleAt, &[("required", required.as_deref().unwrap_or(NONE))]),
    };
    let sheet = Sheet {
        columns: vec![Column::words(tr(ChartText::Respondents)), Column::words("")],
        rows: vec![vec![gauge.shown.clone(), gauge.meaning.clone()]],
    };
    let summary = format!("{}. {}", gauge.shown, gauge.meaning);
    Drawing::new(move |frame| gauge.draw(frame), sheet, summary)
}
