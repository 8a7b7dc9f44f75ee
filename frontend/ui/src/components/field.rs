//! What is typed.

use super::{Glyph, Icon};
use crate::language::tr;
use leptos::prelude::*;
use std::cell::Cell;
use texts::ui::UiText;

thread_local! {
    static LAST: Cell<u32> = const { Cell::new(0) };
}

/// A number that no other element of the page has.
pub(crate) fn next_id() -> u32 {
    LAST.with(|last| {
        last.set(last.get() + 1);
        last.get()
    })
}

/// What kind of text is typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldKind {
    /// Any line of text.
    #[default]
    Text,
    /// A password, which can be shown.
    Password,
    /// Something to search for.
    Search,
    /// Day and time.
    DateTime,
    /// Digits alone.
    Number,
}

impl FieldKind {
    const fn html(self, shown: bool) -> &'static str {
        match self {
            Self::Password if !shown => "password",
            Self::Text | Self::Password | Self::Number => "text",
            Self::Search => "search",
            Self::DateTime => "datetime-local",
        }
    }
}

/// A labelled line of text with help and error beside it.
#[component]
pub fn Field(
    /// What is asked for.
    #[prop(into)]
    label: String,
    /// What is typed.
    value: RwSignal<String>,
    /// What kind of text.
    #[prop(optional)]
    kind: FieldKind,
    /// A word of help below the label.
    #[prop(optional, into)]
    help: Option<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// What a password manager may fill in, like `username`.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// Keeps the label for readers alone, where the place says what it is.
    #[prop(optional)]
    bare: bool,
    /// Takes the focus when it appears.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    let id = format!("field-{}", next_id());
    let (help_id, error_id) = (format!("{id}-help"), format!("{id}-error"));
    let shown = RwSignal::new(false);
    let described = {
        let help_id = help.as_ref().map(|_| help_id.clone());
        let error_id = error_id.clone();
        move || {
            let ids = [help_id.clone(), error.get().map(|_| error_id.clone())];
            let ids: Vec<String> = ids.into_iter().flatten().collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    };
    let element: NodeRef<leptos::html::Input> = NodeRef::new();
    if autofocus {
        Effect::new(move |_| {
            if let Some(input) = element.get() {
                let _focused = input.focus();
            }
        });
    }
    let reveal = move || {
        view! {
            <button
                type="button"
                class="reveal"
                aria-pressed=move || if shown.get() { "true" } else { "false" }
                aria-label=move || tr(if shown.get() { UiText::HidePassword } else { UiText::ShowPassword })
                on:click=move |_| shown.update(|shown| *shown = !*shown)
            >
                {move || view! { <Icon glyph=if shown.get() { Glyph::EyeOff } else { Glyph::Eye }/> }}
            </button>
        }
    };
    view! {
        <div class="field" class:bare=bare>
            <label for=id.clone() class:sr=bare>
                {label.clone()}
                {optional.then(|| view! { <span class="mut">" · " {tr(UiText::Optional)}</span> })}
            </label>
            {help.map(|help| view! { <p class="help" id=help_id>{help}</p> })}
            <div class="input" class:search=kind == FieldKind::Search>
                {(kind == FieldKind::Search).then(|| view! { <Icon glyph=Glyph::Search/> })}
                <input
                    node_ref=element
                    id=id
                    type=move || kind.html(shown.get())
                    inputmode=(kind == FieldKind::Number).then_some("numeric")
                    placeholder=bare.then_some(label)
                    autocomplete=autocomplete.unwrap_or("off")
                    autocapitalize="none"
                    spellcheck="false"
                    aria-required=(!optional && !bare).then_some("true")
                    aria-invalid=move || error.get().map(|_| "true")
                    aria-describedby=described
                    prop:value=move || value.get()
                    on:input=move |event| value.set(event_target_value(&event))
                />
                {(kind == FieldKind::Password).then(reveal)}
            </div>
            {move || error.get().map(|error| view! { <p class="error" id=error_id.clone()>{error}</p> })}
        </div>
    }
}
