//! What happened, and what to do next.

use super::{Glyph, Icon};
use leptos::prelude::*;

/// How serious it is; the words say it too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Something to know.
    #[default]
    Info,
    /// It worked.
    Good,
    /// Something to mind.
    Warn,
    /// It failed.
    Bad,
    /// Neither.
    Soft,
}

impl Tone {
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Info => "t-info",
            Self::Good => "t-good",
            Self::Warn => "t-warn",
            Self::Bad => "t-bad",
            Self::Soft => "t-soft",
        }
    }
}

/// A remark on the page; a failure is announced at once, anything else when the reader pauses.
#[component]
pub fn Notice(
    /// How serious it is.
    #[prop(optional)]
    tone: Tone,
    /// What happened, in a few words.
    #[prop(optional, into)]
    title: Option<String>,
    /// Another picture than the tone's own.
    #[prop(optional, into)]
    glyph: Option<Glyph>,
    /// What to do.
    children: Children,
) -> impl IntoView {
    let own = match tone {
        Tone::Good => Glyph::Check,
        Tone::Warn | Tone::Bad => Glyph::Warning,
        Tone::Info | Tone::Soft => Glyph::Info,
    };
    view! {
        <div class=format!("notice {}", tone.class()) role=if tone == Tone::Bad { "alert" } else { "status" }>
            <Icon glyph=glyph.unwrap_or(own)/>
            <div>
                {title.map(|title| view! { <p class="notice-title">{title}</p> })}
                <div class="notice-text">{children()}</div>
            </div>
        </div>
    }
}
