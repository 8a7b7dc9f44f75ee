//! A new password for oneself.

use contract::ChangePasswordRequest;
use dom::prelude::*;
use dom::stop;
use texts::shell::ShellText;
use texts::ui::UiText;
use ui::api::{Failure, Method, change};
use ui::{Button, ButtonKind, Field, FieldKind, Notice, PageHead, Tone, tr};

/// The screen.
pub(crate) fn password() -> Node {
    let [current, new, again] = [(); 3].map(|()| RwSignal::new(String::new()));
    let [busy, done, differs] = [(); 3].map(|()| RwSignal::new(false));
    let failure = RwSignal::new(None::<Failure>);
    let submit = move || {
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
    let field = move |text: ShellText, value, autocomplete| {
        Field::new(tr(text), value).kind(FieldKind::Password).autocomplete(autocomplete)
    };
    let wrong = move |pointer: &'static str| move || failure.get().and_then(|failure| failure.of_field(pointer));
    let whole = move || failure.get().filter(|failure| failure.code() != Some("validation_failed"));
    let whole = Words::from(move || whole().map(|failure| failure.sentence()));
    let form = el("form", "form")
        .on("submit", stop(submit))
        .child(show(done, || Notice::new(Tone::Good, tr(ShellText::PasswordChanged))))
        .child(whole.part(|sentence| Notice::new(Tone::Bad, sentence).node()))
        .child(field(ShellText::CurrentPassword, current, "current-password").error(wrong("/current_password")))
        .child(
            field(ShellText::NewPassword, new, "new-password")
                .help(tr(ShellText::NewPasswordHelp))
                .error(wrong("/new_password")),
        )
        .child(
            field(ShellText::RepeatPassword, again, "new-password")
                .error(move || differs.get().then(|| tr(ShellText::RepeatDiffers))),
        )
        .child(Button::new(tr(UiText::Save)).kind(ButtonKind::Primary).submit().busy(busy));
    let head = PageHead::new(tr(ShellText::PasswordTitle)).lead(tr(ShellText::PasswordLead));
    fragment().child(head).child(el("div", "card").child(form))
}
