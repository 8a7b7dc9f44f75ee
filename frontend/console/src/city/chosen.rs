//! Which units are shown, in which order: kind, state, words and sorting, all of it in the address.

use super::entry::Entry;
use super::sorting::{By, Sorting};
use crate::address::{use_replace, use_set, use_value};
use domain::UnitKind;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;
use texts::city::CityText;

/// The address follows the typing after this rest; the table does at once.
const REST: Duration = Duration::from_millis(400);

/// Which units by their state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum State {
    #[default]
    All,
    NoAnswer,
    Short,
    Small,
    Low,
}

impl State {
    pub(super) const ALL: [Self; 5] = [Self::All, Self::NoAnswer, Self::Short, Self::Small, Self::Low];

    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::All => "",
            Self::NoAnswer => "none",
            Self::Short => "short",
            Self::Small => "small",
            Self::Low => "low",
        }
    }

    pub(super) const fn text(self) -> CityText {
        match self {
            Self::All => CityText::StateAll,
            Self::NoAnswer => CityText::StateNone,
            Self::Short => CityText::StateShort,
            Self::Small => CityText::StateSmall,
            Self::Low => CityText::StateLow,
        }
    }

    pub(super) fn takes(self, entry: &Entry) -> bool {
        match self {
            Self::All => true,
            Self::NoAnswer => entry.has_none(),
            Self::Short => entry.required.is_some() && !entry.reached,
            Self::Small => entry.is_small(),
            Self::Low => entry.ikm.as_ref().is_some_and(|ikm| matches!(ikm.grade.as_str(), "C" | "D")),
        }
    }
}

type SetAddress = StoredValue<Box<dyn Fn(&[(&str, Option<&str>)]) + Send + Sync>>;

/// The choice and what it leaves.
#[derive(Clone, Copy)]
pub(super) struct Chosen {
    pub(super) kind: Memo<Option<UnitKind>>,
    pub(super) state: Memo<State>,
    pub(super) words: RwSignal<String>,
    pub(super) sorting: Memo<Sorting>,
    /// The units that are left, sorted.
    pub(super) units: Memo<Arc<Vec<Entry>>>,
    /// Kind of heat map: true for one row a unit.
    pub(super) by_unit: Memo<bool>,
    set: SetAddress,
}

impl Chosen {
    pub(super) fn use_address(entries: Arc<Vec<Entry>>) -> Self {
        let (kind, state, sort) = (use_value("kind"), use_value("state"), use_value("sort"));
        let (asked, heat) = (use_value("q"), use_value("heat"));
        let kind = Memo::new(move |_| kind.get().as_deref().and_then(UnitKind::from_code));
        let state = Memo::new(move |_| {
            let code = state.get().unwrap_or_default();
            State::ALL.into_iter().find(|state| state.code() == code).unwrap_or_default()
        });
        let sorting = Memo::new(move |_| sort.get().as_deref().and_then(Sorting::from_code).unwrap_or_default());
        let words = RwSignal::new(asked.get_untracked().unwrap_or_default());
        follow(words, asked);
        let units = Memo::new(move |_| {
            let words = words.read().to_lowercase();
            let words: Vec<&str> = words.split_whitespace().collect();
            let (kind, state) = (kind.get(), state.get());
            let mut left: Vec<&Entry> = entries
                .iter()
                .filter(|entry| kind.is_none() || entry.kind == kind)
                .filter(|entry| state.takes(entry) && words.iter().all(|word| entry.folded.contains(word)))
                .collect();
            sorting.get().sort(&mut left);
            Arc::new(left.into_iter().cloned().collect())
        });
        let by_unit = Memo::new(move |_| heat.get().as_deref() == Some("unit"));
        Self { kind, state, words, sorting, units, by_unit, set: StoredValue::new(Box::new(use_set())) }
    }

    fn set(&self, name: &str, value: Option<&str>) {
        self.set.with_value(|set| set(&[(name, value)]));
    }

    pub(super) fn choose_kind(&self, code: &str) {
        self.set("kind", (!code.is_empty()).then_some(code));
    }

    pub(super) fn choose_state(&self, code: &str) {
        self.set("state", (!code.is_empty()).then_some(code));
    }

    pub(super) fn choose_heat(&self, by_unit: bool) {
        self.set("heat", by_unit.then_some("unit"));
    }

    pub(super) fn press(&self, by: By) {
        self.set("sort", self.sorting.get_untracked().pressed(by).code().as_deref());
    }

    pub(super) fn clear(&self) {
        self.words.set(String::new());
        self.set.with_value(|set| set(&[("kind", None), ("state", None), ("q", None)]));
    }
}

/// The words go into the address once the typing rests, and come from it on the way back.
fn follow(words: RwSignal<String>, asked: Memo<Option<String>>) {
    let replace = StoredValue::new(use_replace());
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        let words = words.get();
        waiting.update_value(|waiting| {
            if let Some(waiting) = waiting.take() {
                waiting.clear();
            }
        });
        if words == asked.get_untracked().unwrap_or_default() {
            return;
        }
        let write = move || {
            let trimmed = words.trim();
            replace.try_with_value(|set| set(&[("q", (!trimmed.is_empty()).then_some(trimmed))]));
        };
        waiting.set_value(set_timeout_with_handle(write, REST).ok());
    });
    Effect::new(move |_| {
        let asked = asked.get().unwrap_or_default();
        if words.get_untracked().trim() != asked {
            words.set(asked);
        }
    });
    on_cleanup(move || {
        if let Some(waiting) = waiting.try_get_value().flatten() {
            waiting.clear();
        }
    });
}
