//! The final shape in grey, while the content is on its way.

use leptos::prelude::*;

/// Some grey lines, or a block where a chart will stand.
#[component]
pub fn Skeleton(
    /// How many lines.
    #[prop(default = 3)]
    lines: usize,
    /// A block of this many pixels instead.
    #[prop(optional)]
    block: Option<u32>,
) -> impl IntoView {
    if let Some(height) = block {
        return view! { <span class="sk block" aria-hidden="true" style:height=format!("{height}px")></span> }
            .into_any();
    }
    (0..lines).map(|_| view! { <span class="sk" aria-hidden="true"></span> }).collect_view().into_any()
}
