//! Filters with their counts.

use crate::language::count;
use leptos::prelude::*;

/// One choice of [`Chips`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// What it stands for; empty for "all".
    pub value: String,
    /// Its words.
    pub label: String,
    /// How many there are.
    pub count: Option<i64>,
}

/// A row of chips of which one is chosen.
#[component]
pub fn Chips(
    /// What is being chosen, for readers.
    #[prop(into)]
    label: String,
    /// The choices.
    #[prop(into)]
    chips: Signal<Vec<Chip>>,
    /// The chosen one.
    #[prop(into)]
    chosen: Signal<String>,
    /// What choosing does.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    let chip = move |chip: Chip| {
        let (mine, value) = (chip.value.clone(), chip.value);
        let pressed = move || if chosen.get() == mine { "true" } else { "false" };
        view! {
            <button type="button" class="chip" aria-pressed=pressed on:click=move |_| on_choose.run(value.clone())>
                {chip.label}
                {chip.count.map(|number| view! { " " <span class="n">{count(number)}</span> })}
            </button>
        }
    };
    view! {
        <div class="chips" role="group" aria-label=label>
            {move || chips.get().into_iter().map(chip).collect_view()}
        </div>
    }
}
