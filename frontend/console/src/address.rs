//! The filters of a screen live in its address, so that a reload, a link and the way back keep them.

use dom::prelude::*;
use domain::period::PeriodKind;
use domain::{Month, Period};
use ui::browser;
use ui::router::{self, Leave};

/// A value of the address; `None` when it is not there or empty.
pub(crate) fn use_value(name: &'static str) -> Memo<Option<String>> {
    memo(move || router::value(name))
}

/// Sets values of the address, or takes them out; the others stay.
pub(crate) fn set(values: &[(&str, Option<&str>)]) {
    router::set_values(values, Leave::Behind);
}

/// The same in place of the present entry of the history: for what is typed, so that the way back is not letter by letter.
pub(crate) fn replace(values: &[(&str, Option<&str>)]) {
    router::set_values(values, Leave::Nothing);
}

/// The present month.
pub(crate) fn present_month() -> Option<Month> {
    browser::present_month().parse().ok()
}

/// The quarter of the present month.
pub(crate) fn running_quarter() -> Option<Period> {
    present_month().map(Period::quarter_of)
}

/// The period of the address, or the running quarter.
pub(crate) fn use_period() -> Memo<Option<Period>> {
    let asked = use_value("period");
    memo(move || {
        let asked = asked.get().and_then(|text| text.parse::<Period>().ok());
        asked.or_else(running_quarter)
    })
}

/// The period of the address, or the last quarter that has ended: for what is made of closed figures.
pub(crate) fn use_closed_period() -> Memo<Option<Period>> {
    let asked = use_value("period");
    memo(move || {
        let asked = asked.get().and_then(|text| text.parse::<Period>().ok());
        asked.or_else(|| running_quarter().map(Period::previous))
    })
}

/// What the API is asked for: the address's words, so that it says what it does not understand; `current` without any.
pub(crate) fn use_period_code() -> Memo<String> {
    let asked = use_value("period");
    memo(move || asked.get().unwrap_or_else(|| "current".to_owned()))
}

/// Whether a period still takes answers: it has begun and has not ended.
pub(crate) fn is_running(period: &str) -> bool {
    let period = period.parse::<Period>().ok();
    period.zip(present_month()).is_some_and(|(period, now)| (period.first()..=period.last()).contains(&now))
}

/// The name of a kind of period in the API.
pub(crate) const fn kind_code(kind: PeriodKind) -> &'static str {
    match kind {
        PeriodKind::Quarter => "quarter",
        PeriodKind::Semester => "semester",
        PeriodKind::Year => "year",
        PeriodKind::Month | PeriodKind::Range => "month",
    }
}
