//! Every component in every state, for whoever builds a screen: `/console/_ui`.

mod charts;
mod controls;
mod states;

use leptos::prelude::*;
use texts::shell::ShellText;
use ui::{PageHead, tr};

#[component]
pub(crate) fn Gallery() -> impl IntoView {
    view! {
        <PageHead title=tr(ShellText::Components) lead=tr(ShellText::ComponentsLead)/>
        <div class="g columns gallery">{controls::controls()} {states::states()} {charts::charts()}</div>
    }
}

/// A component's name above its states.
fn shown(name: &'static str, content: impl IntoView + 'static) -> AnyView {
    view! {
        <section class="card">
            <div class="ch">
                <h2 lang="en">{name}</h2>
            </div>
            <div class="shown">{content.into_any()}</div>
        </section>
    }
    .into_any()
}
