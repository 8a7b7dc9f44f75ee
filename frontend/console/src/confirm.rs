//! One question before something that ends or takes away.

use crate::action::Action;
use leptos::prelude::*;
use texts::ui::UiText;
use ui::{Button, ButtonKind, Dialog, tr};

/// Asks once; the words of the button say what will happen.
#[component]
pub(crate) fn Confirm(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The question.
    #[prop(into)]
    title: Signal<String>,
    /// What follows from it.
    #[prop(into)]
    text: Signal<String>,
    /// What the button says.
    #[prop(into)]
    button: String,
    /// The doing, for its state.
    action: Action,
    /// What the button does.
    #[prop(into)]
    on_confirm: Callback<()>,
) -> impl IntoView {
    let button = StoredValue::new(button);
    view! {
        <Dialog open title>
            {action.notice()}
            <p>{move || text.get()}</p>
            <div class="acts">
                <Button on_press=move || open.set(false)>{tr(UiText::Cancel)}</Button>
                <Button kind=ButtonKind::Danger busy=action.busy() on_press=on_confirm>{button.get_value()}</Button>
            </div>
        </Dialog>
    }
}
