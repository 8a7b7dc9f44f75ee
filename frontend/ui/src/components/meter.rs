//! How much of what is needed is there.

use leptos::prelude::*;

/// A bar that fills up; the words beside it carry the numbers.
#[component]
pub fn Meter(
    /// How much there is.
    value: i64,
    /// How much is needed.
    of: i64,
    /// What it measures, for readers.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let share = if of > 0 { (value.saturating_mul(100) / of).clamp(0, 100) } else { 0 };
    view! {
        <div
            class="mtr"
            role="meter"
            aria-label=label
            aria-valuemin="0"
            aria-valuemax=of.to_string()
            aria-valuenow=value.min(of).to_string()
        >
            <span style:width=format!("{share}%")></span>
        </div>
    }
}
