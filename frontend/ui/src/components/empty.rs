//! Nothing here yet, and the first step.

use super::{Glyph, Icon};
use leptos::prelude::*;

/// What stands where there is nothing to show.
#[component]
pub fn Empty(
    /// What is missing.
    #[prop(into)]
    title: Signal<String>,
    /// Why, and the first step.
    #[prop(into)]
    text: Signal<String>,
    /// A picture of what is missing.
    #[prop(optional, into)]
    glyph: Option<Glyph>,
    /// The first step as a button.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            {glyph.map(|glyph| view! { <Icon glyph/> })}
            <p class="empty-title">{move || title.get()}</p>
            <p>{move || text.get()}</p>
            {children.map(|children| view! { <div class="acts">{children()}</div> })}
        </div>
    }
}
