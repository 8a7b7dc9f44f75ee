//! The address without a screen leads to the one that this user needs first.

use crate::menu;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::Redirect;
use ui::api::session;

#[component]
pub(crate) fn Home() -> impl IntoView {
    let options = || NavigateOptions { replace: true, ..NavigateOptions::default() };
    move || session::user().map(|user| view! { <Redirect path=menu::home(&user) options=options()/> })
}
