//! A new password for oneself.

use contract::ChangePasswordRequest;
use leptos::prelude::*;
use leptos::task::spawn_local;
use texts::shell::ShellText;
use texts::ui::UiText;
use ui::api::{Failure, Method, change};
use ui::{Button, ButtonKind, Field, FieldKind, Notice, PageHead, Tone, tr};

#[component]
pub(crate) fn ChangePassword() -> impl IntoView {
    let [current, new, again] = [(); 3].map(|()| RwSignal::new(String::new()));
    let (busy, done) = (RwSignal::new(false), RwSignal::new(false));
    let failure = RwSignal::new(None::<Failure>);
    let differs = RwSignal::new(false);
    let field = move |pointer: &'static str| {
        Signal::derive(move || failure.get().and_then(|failure| failure.of_field(pointer)))
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let body =
            ChangePasswordRequest { current_password: current.get_untracked(), new_password: new.get_untracked() };
        differs.set(body.new_password != again.get_untracked());
        if busy.get_untracked() || differs.get_untracked() {
            return;
        }
        busy.set(true);
        done.set(false);
        spawn_local(async move {
            let answer = change::<()>(Method::PUT, "/auth/password", &body).await;
            busy.try_set(false);
            if answer.is_ok() {
                for value in [current, new, again] {
                    value.try_set(String::new());
                }
                done.try_set(true);
            }
            failure.try_set(answer.err());
        });
    };
    let differs = Signal::derive(move || differs.get().then(|| tr(ShellText::RepeatDiffers).to_owned()));
    let whole = move || failure.get().filter(|failure| failure.code() != Some("validation_failed"));
    view! {
        <PageHead title=tr(ShellText::PasswordTitle) lead=tr(ShellText::PasswordLead)/>
        <div class="card">
            <form class="form" on:submit=submit>
                {move || done.get().then(|| view! { <Notice tone=Tone::Good>{tr(ShellText::PasswordChanged)}</Notice> })}
                {move || {
                    whole().map(|failure| {
                        let sentence = failure.sentence();
                        view! { <Notice tone=Tone::Bad>{sentence}</Notice> }
                    })
                }}
                <Field
                    label=tr(ShellText::CurrentPassword)
                    value=current
                    kind=FieldKind::Password
                    autocomplete="current-password"
                    error=field("/current_password")
                />
                <Field
                    label=tr(ShellText::NewPassword)
                    value=new
                    kind=FieldKind::Password
                    autocomplete="new-password"
                    help=tr(ShellText::NewPasswordHelp)
                    error=field("/new_password")
                />
                <Field
                    label=tr(ShellText::RepeatPassword)
                    value=again
                    kind=FieldKind::Password
                    autocomplete="new-password"
                    error=differs
                />
                <Button kind=ButtonKind::Primary submit=true busy=busy>{tr(UiText::Save)}</Button>
            </form>
        </div>
    }
}
