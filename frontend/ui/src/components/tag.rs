//! A state as a word.

use super::Tone;
use leptos::prelude::*;

/// A state as a word on its hue.
#[component]
pub fn Tag(
    /// The hue.
    #[prop(optional)]
    tone: Tone,
    /// The word.
    children: Children,
) -> impl IntoView {
    view! { <span class=format!("tag {}", tone.class())>{children()}</span> }
}
