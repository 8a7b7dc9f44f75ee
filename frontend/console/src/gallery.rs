//! Every component in every state, for whoever builds a screen.

use leptos::prelude::*;
use texts::shell::ShellText;
use ui::{PageHead, tr};

#[component]
pub(crate) fn Gallery() -> impl IntoView {
    view! { <PageHead title=tr(ShellText::Components)/> }
}
