//! Signing in: as a page for who comes, as a dialog over the page for whose session ended.

use crate::shell::Logo;
use leptos::prelude::*;
use leptos::task::spawn_local;
use texts::shell::ShellText;
use ui::api::session::{self, Who};
use ui::{Button, ButtonKind, Dialog, Field, FieldKind, Notice, Tone, browser, tr, tr_with};

#[component]
pub(crate) fn SignInPage() -> impl IntoView {
    browser::set_title(&tr_with(ShellText::PageTitle, &[("page", tr(ShellText::SignIn))]));
    let left = session::who().get_untracked() == Who::Nobody(true);
    view! {
        <main class="alone-page">
            <div class="alone-card">
                <Logo/>
                <h1>{tr(ShellText::SignInTitle)}</h1>
                <p>{tr_with(ShellText::SignInLead, &[("city", &city())])}</p>
                {left.then(|| view! { <Notice tone=Tone::Good>{tr(ShellText::SignedOut)}</Notice> })}
                <SignInForm username=String::new()/>
                <p class="mut">{tr(ShellText::SignInHelp)}</p>
            </div>
        </main>
    }
}

/// The city's name, which the server wrote into the page.
fn city() -> String {
    let meta = document().query_selector("meta[name=city]").ok().flatten();
    meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_default()
}

/// Opens over the page when the session ends; what stands on the page stays as it is.
#[component]
pub(crate) fn EndedDialog() -> impl IntoView {
    let who = session::who();
    let open = RwSignal::new(false);
    let ended = {
        let who = who.clone();
        Memo::new(move |_| if let Who::Ended(user) = who.get() { Some(user.username) } else { None })
    };
    Effect::new(move |_| open.set(ended.get().is_some()));
    view! {
        <Dialog open title=tr(ShellText::EndedTitle) closable=false>
            <p class="mut">{tr(ShellText::EndedLead)}</p>
            {move || ended.get().map(|username| view! { <SignInForm username/> })}
            <Button kind=ButtonKind::Plain on_press=Callback::new(|()| session::forget(false))>
                {tr(ShellText::SignInAsOther)}
            </Button>
        </Dialog>
    }
}

#[component]
fn SignInForm(
    /// Who is expected; empty when anybody may be.
    username: String,
) -> impl IntoView {
    let known = !username.is_empty();
    let (username, password) = (RwSignal::new(username), RwSignal::new(String::new()));
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failed.set(None);
        spawn_local(async move {
            if let Err(failure) = session::sign_in(username.get_untracked(), password.get_untracked()).await {
                failed.try_set(Some(failure.sentence()));
            }
            busy.try_set(false);
        });
    };
    view! {
        <form class="form" on:submit=submit>
            {move || failed.get().map(|sentence| view! { <Notice tone=Tone::Bad>{sentence}</Notice> })}
            <Field label=tr(ShellText::Username) value=username autocomplete="username" autofocus=!known/>
            <Field
                label=tr(ShellText::Password)
                value=password
                kind=FieldKind::Password
                autocomplete="current-password"
                autofocus=known
            />
            <Button kind=ButtonKind::Primary submit=true busy=busy>{tr(ShellText::SignIn)}</Button>
        </form>
    }
}
