//! From computed figures to printed texts.

use super::{ElementResult, IndexSummary, MarginResult, Sample, Share};
use crate::change::Change;
use crate::figures::SeriesChange;
use crate::index::{ElementFigure, IndexFigure, MeanFigure, UnansweredElement};
use crate::{Decimal, Exact, IndexKind, Margin, SampleState};
use num_bigint::BigInt;

pub(super) fn margin(margin: Option<Margin>) -> MarginResult {
    let status = match margin {
        None => "not_kept",
        Some(Margin::TooFew) => "too_few",
        Some(Margin::AllEqual) => "all_equal",
        Some(Margin::Value(_)) => "value",
    };
    let value = margin.and_then(Margin::value);
    let text = |of: fn(crate::margin::MarginValue) -> Decimal| value.map(|value| of(value).to_string());
    MarginResult {
        status: status.to_owned(),
        points: text(|value| value.points),
        value: text(|value| value.index),
        low: text(|value| value.low),
        high: text(|value| value.high),
        small_sample: matches!(margin, Some(Margin::TooFew)) || value.is_some_and(|value| value.small_sample),
    }
}

pub(super) fn index(figure: &IndexFigure) -> IndexSummary {
    IndexSummary {
        index: figure.kind,
        n: figure.n,
        value: figure.index.to_string(),
        converted: figure.converted.to_string(),
        grade: figure.grade.letter().to_owned(),
        performance: figure.grade.performance().to_owned(),
        margin: match figure.margin {
            // A slice keeps no margin, but its size still warns.
            None => MarginResult { small_sample: figure.n < crate::margin::LEAST_WITHOUT_WARNING, ..margin(None) },
            kept => margin(kept),
        },
    }
}

pub(super) fn mean(kind: IndexKind, figure: &MeanFigure) -> IndexSummary {
    IndexSummary {
        index: kind,
        n: figure.n,
        value: figure.index.to_string(),
        converted: figure.converted.to_string(),
        grade: figure.grade.letter().to_owned(),
        performance: figure.grade.performance().to_owned(),
        margin: margin(Some(figure.margin)),
    }
}

/// The elements in the official order, those without an answer included.
pub(super) fn elements(figure: &IndexFigure) -> Vec<ElementResult> {
    let mut elements: Vec<ElementResult> =
        figure.elements.iter().map(element).chain(figure.unanswered.iter().map(unanswered)).collect();
    elements.sort_by_key(|element| figure.kind.element_position(&element.code));
    elements
}

fn element(figure: &ElementFigure) -> ElementResult {
    ElementResult {
        code: figure.code.to_owned(),
        answered: figure.answered,
        skipped: figure.skipped,
        scores: figure.scores,
        mean: Some(figure.mean.to_string()),
        weighted_mean: Some(figure.weighted_mean.to_string()),
        converted: Some(figure.converted.to_string()),
        grade: Some(figure.grade.letter().to_owned()),
        margin: margin(figure.margin),
        lowest: figure.lowest,
        possible_gain: figure.possible_gain.map(|gain| gain.to_string()),
    }
}

fn unanswered(element: &UnansweredElement) -> ElementResult {
    ElementResult {
        code: element.code.to_owned(),
        answered: 0,
        skipped: element.skipped,
        scores: [0; 4],
        mean: None,
        weighted_mean: None,
        converted: None,
        grade: None,
        margin: margin(Some(Margin::TooFew)),
        lowest: false,
        possible_gain: None,
    }
}

pub(super) fn sample(n: i64, served: Option<i64>) -> Sample {
    let state = SampleState::of(n, served);
    let (status, missing, below) = match state {
        SampleState::Unknown => ("unknown", None, false),
        SampleState::Reached { served_below_n, .. } => ("reached", Some(0), served_below_n),
        SampleState::Short { missing, .. } => ("short", Some(missing), false),
    };
    Sample {
        status: status.to_owned(),
        people_served: served,
        required: state.required(),
        missing,
        people_served_below_n: below,
    }
}

pub(super) fn percent(part: i64, whole: i64) -> String {
    if whole == 0 {
        return Decimal::new(0, 2).to_string();
    }
    Decimal::round_half_up(&Exact::new(BigInt::from(part) * 100, BigInt::from(whole)), 2).to_string()
}

pub(super) fn share(part: i64, whole: i64) -> Share {
    Share { n: part, percent: percent(part, whole) }
}

/// A change against the printed value and the responses of an earlier period.
pub(super) fn change(change: &Change, period: String, (converted, n): (Decimal, i64)) -> SeriesChange {
    let tested = change.tested();
    let reason = match change {
        Change::Comparable(_) => None,
        Change::NotComparable { reason } => {
            serde_json::to_value(reason).ok().and_then(|name| Some(name.as_str()?.to_owned()))
        }
    };
    SeriesChange {
        status: if tested.is_some() { "comparable" } else { "not_comparable" }.to_owned(),
        reason,
        previous_period: period,
        previous_converted: converted.to_string(),
        previous_n: n,
        difference: tested.map(|tested| tested.difference.to_string()),
        t: tested.map(|tested| tested.t.to_string()),
        df: tested.map(|tested| tested.df.to_string()),
        p: tested.map(|tested| tested.p.to_string()),
        significant: tested.map(|tested| tested.significant),
    }
}
