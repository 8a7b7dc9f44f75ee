//! The frame around every screen: side bar, or a bar with a drawer on a narrow screen.

use crate::menu::{self, Entry};
use contract::{Role, User};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;
use leptos_router::hooks::{use_location, use_navigate};
use texts::shell::ShellText;
use ui::api::session;
use ui::{Glyph, Icon, language, tr};
use web_sys::wasm_bindgen::JsCast;

#[component]
pub(crate) fn Shell(children: Children) -> impl IntoView {
    let drawer: NodeRef<html::Dialog> = NodeRef::new();
    let open = move |_| {
        if let Some(drawer) = drawer.get_untracked() {
            let _shown = drawer.show_modal();
        }
    };
    let close = move || {
        if let Some(drawer) = drawer.get_untracked().filter(|drawer| drawer.open()) {
            drawer.close();
        }
    };
    let path = use_location().pathname;
    Effect::new(move |before: Option<String>| {
        let path = path.get();
        if before.as_ref().is_some_and(|before| *before != path) {
            close();
            // Readers hear where they are; everybody starts at the top.
            window().scroll_to_with_x_and_y(0.0, 0.0);
            request_animation_frame(focus_heading);
        }
        path
    });
    view! {
        <a class="skip" href="#content">{tr(ShellText::SkipToContent)}</a>
        <div class="frame">
            <div class="topbar">
                <Logo/>
                <button type="button" class="btn three alone" aria-label=tr(ShellText::Menu) on:click=open>
                    <Icon glyph=Glyph::Menu/>
                </button>
            </div>
            <aside class="side">
                <Logo/>
                <Inner/>
            </aside>
            <main class="main" id="content" tabindex="-1">{children()}</main>
        </div>
        <dialog class="drawer" node_ref=drawer aria-label=tr(ShellText::Menu)>
            <div class="drawer-head">
                <Logo/>
                <button type="button" class="btn three alone" aria-label=tr(texts::ui::UiText::Close) on:click=move |_| close()>
                    <Icon glyph=Glyph::Close/>
                </button>
            </div>
            <Inner/>
        </dialog>
    }
}

fn focus_heading() {
    let heading = document().query_selector("main h1").ok().flatten();
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _focused = heading.focus();
    }
}

#[component]
pub(crate) fn Logo() -> impl IntoView {
    view! {
        <span class="logo">
            <span class="logo-mark">
                <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
                    <path d="M3 9c3-3 6 3 9 0s6 3 9 0M3 15c3-3 6 3 9 0s6 3 9 0"></path>
                </svg>
            </span>
            {tr(ShellText::Product)}
        </span>
    }
}

/// Menu and account.
#[component]
fn Inner() -> impl IntoView {
    let user = Memo::new(move |_| session::user());
    let entry = |Entry { text, glyph, href }: Entry| {
        view! {
            <A href=href exact=true>
                <Icon glyph/>
                {tr(text)}
            </A>
        }
    };
    view! {
        <nav class="menu" aria-label=tr(ShellText::Menu)>
            {move || user.get().map(|user| menu::entries(&user).into_iter().map(entry).collect_view())}
        </nav>
        {move || user.get().map(|user| view! { <Account user/> })}
    }
}

#[component]
fn Account(user: User) -> impl IntoView {
    let role = match user.role {
        Role::Administrator => ShellText::RoleAdministrator,
        Role::Operator => ShellText::RoleOperator,
    };
    let failed = RwSignal::new(None::<String>);
    let navigate = use_navigate();
    let leave = move |_| {
        let navigate = navigate.clone();
        spawn_local(async move {
            match session::sign_out().await {
                Ok(()) => navigate("/console", Default::default()),
                Err(failure) => failed.set(Some(failure.sentence())),
            }
        });
    };
    let other = language::language().other();
    view! {
        <div class="account">
            <b>{user.name}</b>
            {tr(role)}
            <div class="account-acts">
                <A href="/console/password">
                    <Icon glyph=Glyph::Lock/>
                    {tr(ShellText::ChangePassword)}
                </A>
                <button type="button" lang=other.tag() on:click=move |_| language::choose(other)>
                    <Icon glyph=Glyph::Language/>
                    {other.name()}
                </button>
                <button type="button" on:click=leave>
                    <Icon glyph=Glyph::SignOut/>
                    {tr(ShellText::SignOut)}
                </button>
            </div>
            {move || failed.get().map(|sentence| view! { <p class="error" role="alert">{sentence}</p> })}
        </div>
    }
}
