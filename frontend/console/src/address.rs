//! The filters of a screen live in its address, so that a reload, a link and the way back keep them.

use domain::period::PeriodKind;
use domain::{Month, Period};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};
use ui::{api, browser};

/// A value of the address; `None` when it is not there or empty.
pub(crate) fn use_value(name: &'static str) -> Memo<Option<String>> {
    let query = use_query_map();
    Memo::new(move |_| query.read().get(name).filter(|value| !value.is_empty()))
}

/// Sets values of the address, or takes them out; the others stay.
pub(crate) fn use_set() -> impl Fn(&[(&str, Option<&str>)]) + Clone + Send + Sync + 'static {
    setter(false)
}

/// The same in place of the present entry of the history: for what is typed, so that the way back is not letter by letter.
pub(crate) fn use_replace() -> impl Fn(&[(&str, Option<&str>)]) + Clone + Send + Sync + 'static {
    setter(true)
}

fn setter(replace: bool) -> impl Fn(&[(&str, Option<&str>)]) + Clone + Send + Sync + 'static {
    let (query, path, navigate) = (use_query_map(), use_location().pathname, SendNavigate::new(replace));
    move |values: &[(&str, Option<&str>)]| {
        let query = query.get_untracked();
        let kept = query.into_iter().filter(|(name, _)| !values.iter().any(|(changed, _)| changed == name));
        let kept: Vec<_> = kept.map(|(name, value)| (name.into_owned(), value)).collect();
        let kept = kept.iter().map(|(name, value)| (name.as_str(), Some(value.as_str())));
        let all: Vec<(&str, Option<&str>)> = kept.chain(values.iter().copied()).collect();
        navigate.go(&api::query(&path.get_untracked(), &all));
    }
}

/// The router's function is not `Send`; the browser has one thread.
#[derive(Clone)]
struct SendNavigate(StoredValue<Go, LocalStorage>);

type Go = Box<dyn Fn(&str)>;

impl SendNavigate {
    fn new(replace: bool) -> Self {
        let navigate = use_navigate();
        let go = move |address: &str| {
            navigate(address, NavigateOptions { scroll: false, replace, ..NavigateOptions::default() });
        };
        Self(StoredValue::new_local(Box::new(go)))
    }

    fn go(&self, address: &str) {
        self.0.with_value(|go| go(address));
    }
}

/// The present month.
pub(crate) fn present_month() -> Option<Month> {
    browser::present_month().parse().ok()
}

/// The period of the address, or the running quarter.
pub(crate) fn use_period() -> Memo<Option<Period>> {
    let asked = use_value("period");
    Memo::new(move |_| {
        let asked = asked.get().and_then(|text| text.parse::<Period>().ok());
        asked.or_else(|| present_month().map(Period::quarter_of))
    })
}

/// What the API is asked for: the address's words, so that it says what it does not understand; `current` without any.
pub(crate) fn use_period_code() -> Memo<String> {
    let asked = use_value("period");
    Memo::new(move |_| asked.get().unwrap_or_else(|| "current".to_owned()))
}

/// Whether a period still takes answers.
pub(crate) fn is_running(period: &str) -> bool {
    let last = period.parse::<Period>().ok().map(Period::last);
    last.zip(present_month()).is_some_and(|(last, now)| last >= now)
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
