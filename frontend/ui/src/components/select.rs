//! A choice from a list.

use super::field::next_id;
use leptos::prelude::*;

/// A labelled choice; the options are pairs of value and words.
#[component]
pub fn Select(
    /// What is chosen.
    #[prop(into)]
    label: String,
    /// Values and their words.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// The chosen value.
    #[prop(into)]
    value: Signal<String>,
    /// What choosing does.
    #[prop(into)]
    on_choose: Callback<String>,
    /// Keeps the label for readers alone, where the place says what it is.
    #[prop(optional)]
    bare: bool,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: MaybeProp<String>,
) -> impl IntoView {
    let id = format!("select-{}", next_id());
    let error_id = format!("{id}-error");
    let described = error_id.clone();
    let option = move |(mine, words): (String, String)| {
        let this = mine.clone();
        view! { <option value=mine selected=move || value.get() == this>{words}</option> }
    };
    view! {
        <div class="field" class:bare=bare>
            <label for=id.clone() class:sr=bare>{label}</label>
            <div class="input select">
                <select
                    id=id
                    aria-invalid=move || error.get().map(|_| "true")
                    aria-describedby=move || error.get().map(|_| described.clone())
                    prop:value=move || value.get()
                    on:change=move |event| on_choose.run(event_target_value(&event))
                >
                    {move || options.get().into_iter().map(option).collect_view()}
                </select>
            </div>
            {move || error.get().map(|error| view! { <p class="error" id=error_id.clone()>{error}</p> })}
        </div>
    }
}
