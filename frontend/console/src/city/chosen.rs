//! Which units are shown, in which order: kind, state, words and sorting, all of it in the address.

use super::entry::Entry;
use super::sorting::{By, Sorting};
use crate::address::{replace, set, use_value};
use contract::results::Recap;
use dom::Delay;
use dom::prelude::*;
use domain::UnitKind;
use std::rc::Rc;
use texts::city::CityText;

/// The address follows the typing after this rest, in milliseconds; the table does at once.
const REST: i32 = 400;

/// Which units by their state.
#[derive(Clone, Copy, Default)]
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

    fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.code() == code).unwrap_or_default()
    }

    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::All => "",
            Self::NoAnswer => "none",
            Self::Short => "short",
            Self::Small => "small",
            Self::Low => "low",
        }
    }

    pub(super) const fn text(self, running: bool) -> CityText {
        match self {
            Self::All => CityText::StateAll,
            Self::NoAnswer => CityText::StateNone,
            Self::Short if running => CityText::StateShort,
            Self::Short => CityText::StateMissed,
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

/// The choice, as the address has it.
#[derive(Clone, Copy)]
pub(super) struct Chosen {
    kind: Memo<Option<String>>,
    state: Memo<Option<String>>,
    sort: Memo<Option<String>>,
    heat: Memo<Option<String>>,
    /// What is typed: ahead of the address.
    pub(super) words: RwSignal<String>,
}

impl Chosen {
    pub(super) fn use_address() -> Self {
        let asked = use_value("q");
        let words = RwSignal::new(asked.get_untracked().unwrap_or_default());
        follow(words, asked);
        let [kind, state, sort, heat] = ["kind", "state", "sort", "heat"].map(use_value);
        Self { kind, state, sort, heat, words }
    }

    pub(super) fn kind(self) -> Option<UnitKind> {
        self.kind.read().as_deref().and_then(UnitKind::from_code)
    }

    pub(super) fn state(self) -> State {
        State::from_code(self.state.read().as_deref().unwrap_or_default())
    }

    pub(super) fn sorting(self) -> Sorting {
        self.sort.read().as_deref().and_then(Sorting::from_code).unwrap_or_default()
    }

    /// The kind of heat map: true for one row a unit.
    pub(super) fn by_unit(self) -> bool {
        self.heat.read().as_deref() == Some("unit")
    }

    /// Sorts by a column, or the other way round.
    pub(super) fn press(self, by: By) {
        let sorting = self.sort.with_untracked(|sort| sort.as_deref().and_then(Sorting::from_code));
        set(&[("sort", sorting.unwrap_or_default().pressed(by).code().as_deref())]);
    }

    pub(super) fn clear(self) {
        self.words.set(String::new());
        set(&[("kind", None), ("state", None), ("q", None)]);
    }
}

/// Narrows the list to the units of a kind; of all for an empty code.
pub(super) fn choose_kind(code: &str) {
    set(&[("kind", Some(code))]);
}

/// Narrows the list to the units in a state; in any for an empty code.
pub(super) fn choose_state(code: &str) {
    set(&[("state", Some(code))]);
}

/// The units of a period, and which of them are chosen.
#[derive(Clone)]
pub(super) struct List {
    pub(super) entries: Rc<Vec<Entry>>,
    pub(super) chosen: Chosen,
    /// The places of the chosen ones among the entries, sorted.
    pub(super) shown: Memo<Vec<usize>>,
}

impl List {
    pub(super) fn new(recap: &Recap, chosen: Chosen) -> Self {
        let entries = Rc::new(Entry::all(recap));
        let all = Rc::clone(&entries);
        let shown = memo(move || {
            let words = ui::browser::lower(&chosen.words.read());
            let words: Vec<&str> = words.split_whitespace().collect();
            let (kind, state, sorting) = (chosen.kind(), chosen.state(), chosen.sorting());
            let takes = |entry: &Entry| {
                (kind.is_none() || entry.kind == kind)
                    && state.takes(entry)
                    && words.iter().all(|word| entry.folded.contains(word))
            };
            let mut shown: Vec<usize> = (0..all.len()).filter(|at| takes(&all[*at])).collect();
            shown.sort_by(|a, b| sorting.compare(&all[*a], &all[*b]));
            shown
        });
        Self { entries, chosen, shown }
    }

    /// The chosen units; who calls this follows them.
    pub(super) fn units(&self) -> Vec<&Entry> {
        self.shown.read().iter().map(|at| &self.entries[*at]).collect()
    }
}

/// The words go into the address once the typing rests, and come from it on the way back.
fn follow(words: RwSignal<String>, asked: Memo<Option<String>>) {
    let rest = Delay::new();
    effect(move || {
        let words = words.get();
        rest.stop();
        if words != asked.get_untracked().unwrap_or_default() {
            rest.run(REST, move || replace(&[("q", Some(words.trim()))]));
        }
    });
    effect(move || {
        let asked = asked.get().unwrap_or_default();
        if words.with_untracked(|words| words.trim() != asked) {
            words.set(asked);
        }
    });
}
