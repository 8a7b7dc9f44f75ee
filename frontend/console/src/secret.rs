//! A secret that is shown once: to copy, then gone.

use dom::prelude::*;
use std::cell::Cell;
use texts::ui::UiText;
use texts::units::LinkText;
use ui::{Button, ButtonKind, Glyph, browser, dialog_to_answer, tr};

/// Shows a secret, while there is one, until its owner says that they have it: what it is, what to do with it, what the
/// button says that ends it.
pub(crate) fn secret(
    secret: RwSignal<Option<String>>,
    title: impl Into<Words>,
    text: &'static str,
    done: &'static str,
) -> Node {
    let open = RwSignal::new(false);
    effect(move || open.set(secret.read().is_some()));
    let before = Cell::new(false);
    effect(move || {
        let now = open.get();
        if before.replace(now) && !now {
            secret.set(None);
        }
    });
    dialog_to_answer(open, title, move || {
        let output = el("output", "").child(Words::from(secret));
        let copy = copy_button(move || secret.get(), tr(UiText::Copy));
        let done = Button::new(done).kind(ButtonKind::Primary).on_press(move || open.set(false));
        let shown = el("p", "secret").child(output).child(copy);
        [el("p", "").text(text), shown, el("div", "acts").child(done)]
    })
}

/// Copies a text and says that it did; `words` are those of the button.
pub(crate) fn copy_button(text: impl Into<Words>, words: impl Into<Words>) -> Node {
    let (text, words): (Words, Words) = (text.into(), words.into());
    let said = RwSignal::new(None::<bool>);
    let copied = move || said.get() == Some(true);
    let button = move || {
        let text = text.clone();
        let copy = move || {
            let text = text.now();
            spawn_local(async move {
                let _gone = said.try_set(Some(browser::copy(&text).await));
            });
        };
        let (glyph, words) =
            if copied() { (Glyph::Check, tr(UiText::Copied).into()) } else { (Glyph::Copy, words.clone()) };
        Button::new(words).glyph(glyph).on_press(copy)
    };
    let refused = show(move || said.get() == Some(false), || el("span", "error").text(tr(LinkText::CopyRefused)));
    el("span", "copy").child(live(button)).child(el("span", "").attr("role", "status").child(refused))
}
