//! What can be pressed.

use super::{Glyph, Icon};
use crate::language::tr;
use leptos::prelude::*;
use leptos_router::components::A;
use texts::ui::UiText;

/// How much a button asks for attention; one primary a screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing to do here.
    Primary,
    /// Another thing to do.
    #[default]
    Secondary,
    /// Something small beside.
    Plain,
    /// What ends or closes something.
    Danger,
}

impl ButtonKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "btn",
            Self::Secondary => "btn two",
            Self::Plain => "btn three",
            Self::Danger => "btn danger",
        }
    }
}

/// A button. While `busy` it takes no second press and says so.
#[component]
pub fn Button(
    /// Its importance.
    #[prop(optional)]
    kind: ButtonKind,
    /// An icon before the words.
    #[prop(optional, into)]
    glyph: Option<Glyph>,
    /// What pressing does; leave it out for a submit button.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
    /// Sends the form it stands in.
    #[prop(optional)]
    submit: bool,
    /// An answer is awaited.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// It cannot be pressed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// A name for readers, where the content is an icon alone.
    #[prop(optional, into)]
    label: Option<String>,
    /// The words.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let press = move |_| {
        if let Some(on_press) = on_press.filter(|_| !busy.get_untracked()) {
            on_press.run(());
        }
    };
    let alone = children.is_none();
    view! {
        <button
            class=kind.class()
            class:alone=alone
            type=if submit { "submit" } else { "button" }
            disabled=move || disabled.get()
            aria-busy=move || busy.get().then_some("true")
            aria-label=label.clone()
            title=label
            on:click=press
        >
            {glyph.map(|glyph| view! { <Icon glyph/> })}
            {move || busy.get().then(|| view! { <span class="sr" role="status">{tr(UiText::Working)}</span> })}
            {children.map(|children| children())}
        </button>
    }
}

/// A link that looks like a button: it leads to another screen.
#[component]
pub fn LinkButton(
    /// Where to.
    #[prop(into)]
    href: Signal<String>,
    /// Its importance.
    #[prop(optional)]
    kind: ButtonKind,
    /// An icon before the words.
    #[prop(optional, into)]
    glyph: Option<Glyph>,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <A href=move || href.get() attr:class=kind.class()>
            {glyph.map(|glyph| view! { <Icon glyph/> })}
            {children()}
        </A>
    }
}
