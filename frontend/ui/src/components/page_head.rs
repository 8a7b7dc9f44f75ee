//! The head of a screen: its one heading, what it is about, what can be done.

use crate::browser;
use crate::language::tr_with;
use leptos::prelude::*;
use texts::shell::ShellText;

/// The head of a screen; the tab is called after it.
#[component]
pub fn PageHead(
    /// The one heading.
    #[prop(into)]
    title: Signal<String>,
    /// A line below it.
    #[prop(optional, into)]
    lead: MaybeProp<String>,
    /// Where it lies: links above the heading.
    #[prop(optional, into)]
    above: Option<ViewFn>,
    /// What can be done, or filters.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    Effect::new(move |_| browser::set_title(&tr_with(ShellText::PageTitle, &[("page", &title.get())])));
    view! {
        <header class="head">
            <div class="head-text">
                {above.map(|above| view! { <div class="above">{move || above.run()}</div> })}
                <h1 tabindex="-1">{move || title.get()}</h1>
                {move || lead.get().map(|lead| view! { <p>{lead}</p> })}
            </div>
            {children.map(|children| view! { <div class="acts">{children()}</div> })}
        </header>
    }
}
