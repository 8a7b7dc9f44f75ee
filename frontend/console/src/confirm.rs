//! One question before something that ends or takes away.

use crate::action::Action;
use dom::prelude::*;
use std::rc::Rc;
use texts::ui::UiText;
use ui::{Button, ButtonKind, dialog, tr};

/// What is asked.
pub(crate) struct Question {
    /// The question.
    pub(crate) title: Words,
    /// What follows from it.
    pub(crate) text: Words,
    /// What the button says: what will happen.
    pub(crate) button: &'static str,
}

/// Asks once, while it is open; the doing tells its state.
pub(crate) fn confirm(
    open: RwSignal<bool>,
    question: Question,
    action: Action,
    on_confirm: impl Fn() + 'static,
) -> Node {
    let Question { title, text, button } = question;
    let on_confirm = Rc::new(on_confirm);
    dialog(open, title, move || {
        let on_confirm = Rc::clone(&on_confirm);
        let cancel = Button::new(tr(UiText::Cancel)).on_press(move || open.set(false));
        let go = Button::new(button).kind(ButtonKind::Danger).busy(action.busy()).on_press(move || on_confirm());
        let acts = el("div", "acts").child(cancel).child(go);
        [action.notice(), el("p", "").child(text.clone()), acts]
    })
}
