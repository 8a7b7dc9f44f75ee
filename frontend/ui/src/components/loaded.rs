//! The four states of what is read: on its way, there, failed, offline.

use super::{Button, ButtonKind, Glyph, Notice, Tone};
use crate::api::Failure;
use crate::language::tr;
use crate::remote::{Load, Remote};
use leptos::prelude::*;
use std::sync::Arc;
use texts::ui::UiText;

/// Shows the skeleton, then the value; on failure the reason and a way to try again. An older value stays visible without
/// a network, and says so.
#[component]
pub fn Loaded<T: Send + Sync + 'static>(
    /// What is read.
    remote: Remote<T>,
    /// The final shape in grey.
    #[prop(into)]
    skeleton: ViewFn,
    /// The content of a value.
    children: impl Fn(Arc<T>) -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    let again = Callback::new(move |()| remote.reload());
    let offline = move || {
        let kept = remote.value().is_some() && remote.failure() == Some(Failure::Offline);
        kept.then(|| {
            view! {
                <Notice tone=Tone::Warn glyph=Glyph::Offline title=tr(UiText::OfflineTitle)>
                    {tr(UiText::OfflineKept)}
                    <Button kind=ButtonKind::Plain glyph=Glyph::Reload on_press=again>{tr(UiText::Retry)}</Button>
                </Notice>
            }
        })
    };
    let state = Memo::new(move |_| Shown(remote.get()));
    view! {
        {offline}
        <div class="loaded" aria-busy=move || remote.is_loading().then_some("true")>
            {move || match state.get().0 {
                Load::Loading => {
                    view! {
                        <div class="sk-all">
                            <span class="sr" role="status">{tr(UiText::Loading)}</span>
                            {skeleton.run()}
                        </div>
                    }
                    .into_any()
                }
                Load::Ready(value) => children(value),
                Load::Failed(failure) => failed(&failure, again),
            }}
        </div>
    }
}

/// The same answer again must not draw the page anew.
struct Shown<T>(Load<T>);

impl<T> Clone for Shown<T> {
    fn clone(&self) -> Self {
        Self(match &self.0 {
            Load::Loading => Load::Loading,
            Load::Ready(value) => Load::Ready(Arc::clone(value)),
            Load::Failed(failure) => Load::Failed(failure.clone()),
        })
    }
}

impl<T> PartialEq for Shown<T> {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Load::Loading, Load::Loading) => true,
            (Load::Ready(before), Load::Ready(now)) => Arc::ptr_eq(before, now),
            (Load::Failed(before), Load::Failed(now)) => before == now,
            _ => false,
        }
    }
}

fn failed(failure: &Failure, again: Callback<()>) -> AnyView {
    let offline = *failure == Failure::Offline;
    let (title, glyph) =
        if offline { (UiText::OfflineTitle, Glyph::Offline) } else { (UiText::FailedTitle, Glyph::Warning) };
    let sentence = failure.sentence();
    view! {
        <Notice tone=if offline { Tone::Warn } else { Tone::Bad } glyph title=tr(title)>
            {sentence}
            <Button kind=ButtonKind::Plain glyph=Glyph::Reload on_press=again>{tr(UiText::Retry)}</Button>
        </Notice>
    }
    .into_any()
}
