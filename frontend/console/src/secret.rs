//! A secret that is shown once: to copy, then gone.

use leptos::prelude::*;
use leptos::task::spawn_local;
use texts::ui::UiText;
use texts::units::LinkText;
use ui::{Button, ButtonKind, Dialog, Glyph, browser, tr};

/// Shows a secret until its owner says that they have it.
#[component]
pub(crate) fn Secret(
    /// The secret; none, nothing is shown.
    secret: RwSignal<Option<String>>,
    /// What it is.
    #[prop(into)]
    title: Signal<String>,
    /// What to do with it.
    #[prop(into)]
    text: String,
    /// What the button says that ends it.
    #[prop(into)]
    done: String,
) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(secret.read().is_some()));
    Effect::new(move |before: Option<bool>| {
        let now = open.get();
        if before == Some(true) && !now {
            secret.set(None);
        }
        now
    });
    let words = StoredValue::new((text, done));
    view! {
        <Dialog open title closable=false>
            <p>{words.with_value(|(text, _)| text.clone())}</p>
            <p class="secret">
                <output>{move || secret.get()}</output>
                <CopyButton text=Signal::derive(move || secret.get().unwrap_or_default())/>
            </p>
            <div class="acts">
                <Button kind=ButtonKind::Primary on_press=move || open.set(false)>
                    {words.with_value(|(_, done)| done.clone())}
                </Button>
            </div>
        </Dialog>
    }
}

/// Copies a text and says that it did.
#[component]
pub(crate) fn CopyButton(
    /// What is copied.
    #[prop(into)]
    text: Signal<String>,
    /// Other words than "Salin".
    #[prop(optional, into)]
    words: Option<String>,
) -> impl IntoView {
    let said = RwSignal::new(None::<bool>);
    let words = words.unwrap_or_else(|| tr(UiText::Copy).to_owned());
    let copy = move || {
        let text = text.get_untracked();
        spawn_local(async move {
            said.try_set(Some(browser::copy(&text).await));
        });
    };
    let glyph = move || if said.get() == Some(true) { Glyph::Check } else { Glyph::Copy };
    view! {
        <span class="copy">
            {move || {
                let words = if said.get() == Some(true) { tr(UiText::Copied).to_owned() } else { words.clone() };
                view! { <Button glyph=glyph() on_press=copy>{words}</Button> }
            }}
            <span role="status">
                {move || (said.get() == Some(false)).then(|| view! { <span class="error">{tr(LinkText::CopyRefused)}</span> })}
            </span>
        </span>
    }
}
