//! A white card: one subject, its heading, a note beside it.

use leptos::prelude::*;

/// A card with its heading.
#[component]
pub fn Card(
    /// The subject.
    #[prop(into)]
    title: Signal<String>,
    /// A remark at the heading's right, such as the scale.
    #[prop(optional, into)]
    note: MaybeProp<String>,
    /// More classes, for its place in a grid.
    #[prop(optional)]
    class: &'static str,
    /// What can be done with it, at the heading's right.
    #[prop(optional, into)]
    actions: Option<ViewFn>,
    /// The content.
    children: Children,
) -> impl IntoView {
    view! {
        <section class=format!("card {class}")>
            <div class="ch">
                <h2>{move || title.get()}</h2>
                {move || note.get().map(|note| view! { <span class="note">{note}</span> })}
                {actions.map(|actions| view! { <div class="acts">{actions.run()}</div> })}
            </div>
            {children()}
        </section>
    }
}
