//! A question that waits for its answer before anything else.

use super::{Glyph, Icon};
use crate::language::tr;
use leptos::html;
use leptos::prelude::*;
use texts::ui::UiText;

/// A dialog over the page; Escape closes it, focus goes back to where it was.
#[component]
pub fn Dialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// What it is about.
    #[prop(into)]
    title: Signal<String>,
    /// False when it must be answered.
    #[prop(default = true)]
    closable: bool,
    /// The content, made anew each time it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let element: NodeRef<html::Dialog> = NodeRef::new();
    Effect::new(move |_| {
        let (open, Some(dialog)) = (open.get(), element.get()) else { return };
        match (open, dialog.open()) {
            (true, false) => {
                let _shown = dialog.show_modal();
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let cancel = move |event: leptos::ev::Event| {
        if !closable {
            event.prevent_default();
        }
    };
    let id = format!("dialog-{}", crate::components::field::next_id());
    view! {
        <dialog class="dialog" node_ref=element aria-labelledby=id.clone() on:cancel=cancel on:close=move |_| open.set(false)>
            <div class="dialog-head">
                <h2 id=id.clone()>{move || title.get()}</h2>
                <Show when=move || closable>
                    <button type="button" class="btn three alone" aria-label=tr(UiText::Close) on:click=move |_| open.set(false)>
                        <Icon glyph=Glyph::Close/>
                    </button>
                </Show>
            </div>
            <Show when=move || open.get()>{children()}</Show>
        </dialog>
    }
}
