//! Chips by kind with their counts, the state, and the search.

use super::chosen::{Chosen, State};
use super::entry::Entry;
use super::export;
use domain::UnitKind;
use leptos::prelude::*;
use texts::city::CityText;
use ui::language::count;
use ui::{Button, Chip, Chips, Field, FieldKind, Glyph, Select, tr, tr_with};

pub(super) fn filters(entries: &[Entry], chosen: Chosen) -> impl IntoView + use<> {
    let number = |of: &dyn Fn(&Entry) -> bool| {
        i64::try_from(entries.iter().filter(|entry| of(entry)).count()).unwrap_or(i64::MAX)
    };
    let all = Chip { value: String::new(), label: tr(CityText::All).to_owned(), count: Some(number(&|_| true)) };
    let kinds = UnitKind::COUNTED.into_iter().map(|kind| Chip {
        value: kind.code().to_owned(),
        label: kind.name().to_owned(),
        count: Some(number(&|entry| entry.kind == Some(kind))),
    });
    let chips: Vec<Chip> = std::iter::once(all).chain(kinds.filter(|chip| chip.count != Some(0))).collect();
    let states: Vec<(String, String)> = State::ALL
        .into_iter()
        .map(|state| {
            let words = format!("{} ({})", tr(state.text()), count(number(&|entry| state.takes(entry))));
            (state.code().to_owned(), words)
        })
        .collect();
    let kind = Signal::derive(move || chosen.kind.get().map(|kind| kind.code().to_owned()).unwrap_or_default());
    let state = Signal::derive(move || chosen.state.get().code().to_owned());
    let shown = move || {
        let number = i64::try_from(chosen.units.read().len()).unwrap_or(i64::MAX);
        tr_with(CityText::Shown, &[("count", &count(number))])
    };
    view! {
        <div class="city-filters">
            <Chips label=tr(CityText::Kind) chips=chips chosen=kind on_choose=move |code: String| chosen.choose_kind(&code)/>
            <div class="city-search">
                <Field label=tr(CityText::Search) value=chosen.words kind=FieldKind::Search bare=true/>
                <Select
                    label=tr(CityText::State)
                    bare=true
                    options=states
                    value=state
                    on_choose=move |code: String| chosen.choose_state(&code)
                />
                <span class="note" role="status">{shown}</span>
                <Button glyph=Glyph::Download on_press=move || export::take(&chosen.units.get_untracked())>
                    {tr(CityText::TakeTable)}
                </Button>
            </div>
        </div>
    }
}
