//! Signing in: as a page for who comes, as a dialog over the page for whose session ended.

use crate::shell::logo;
use dom::prelude::*;
use dom::{document, stop};
use texts::shell::ShellText;
use ui::api::session::{self, Who};
use ui::{Button, ButtonKind, Field, FieldKind, Notice, Tone, browser, dialog_to_answer, tr, tr_with};

/// The page of who is not signed in.
pub(crate) fn page() -> Node {
    browser::set_title(&tr_with(ShellText::PageTitle, &[("page", tr(ShellText::SignIn))]));
    let left = session::who().get_untracked() == Who::Nobody(true);
    let left = left.then(|| Notice::new(Tone::Good, tr(ShellText::SignedOut)).node());
    let card = el("div", "alone-card")
        .child(logo())
        .child(el("h1", "").text(tr(ShellText::SignInTitle)))
        .child(el("p", "").text(&tr_with(ShellText::SignInLead, &[("city", &city())])))
        .all(left)
        .child(form(String::new()))
        .child(el("p", "mut").text(tr(ShellText::SignInHelp)));
    el("main", "alone-page").child(card)
}

/// The city's name, which the server wrote into the page.
fn city() -> String {
    let meta = document().query_selector("meta[name=city]").ok().flatten();
    meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_default()
}

/// Opens over the page when the session ends; what stands on the page stays as it is.
pub(crate) fn ended_dialog() -> Node {
    let who = session::who();
    let open = RwSignal::new(false);
    let ended = memo(move || if let Who::Ended(user) = who.get() { Some(user.username) } else { None });
    effect(move || open.set(ended.with(Option::is_some)));
    dialog_to_answer(open, tr(ShellText::EndedTitle), move || {
        let other = Button::new(tr(ShellText::SignInAsOther)).kind(ButtonKind::Plain);
        let form = live(move || ended.get().map(form));
        let lead = el("p", "mut").text(tr(ShellText::EndedLead));
        [lead, form, other.on_press(|| session::forget(false)).node()]
    })
}

/// The form; `username` is who is expected, empty when anybody may be.
fn form(username: String) -> Node {
    let known = !username.is_empty();
    let (username, password) = (RwSignal::new(username), RwSignal::new(String::new()));
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let submit = move || {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failed.set(None);
        spawn_local(async move {
            let answer = session::sign_in(username.get_untracked(), password.get_untracked()).await;
            if let Err(failure) = answer {
                failed.try_set(Some(failure.sentence()));
            }
            busy.try_set(false);
        });
    };
    let name = Field::new(tr(ShellText::Username), username).autocomplete("username").autofocus(!known);
    let word = Field::new(tr(ShellText::Password), password).kind(FieldKind::Password);
    el("form", "form")
        .on("submit", stop(submit))
        .child(Words::from(failed).part(|sentence| Notice::new(Tone::Bad, sentence).node()))
        .child(name)
        .child(word.autocomplete("current-password").autofocus(known))
        .child(Button::new(tr(ShellText::SignIn)).kind(ButtonKind::Primary).submit().busy(busy))
}
