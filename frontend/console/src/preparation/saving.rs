//! Something that is stored as a whole, against the version that was read; who was slower is told, and keeps what they typed.

use crate::action::Action;
use dom::prelude::*;
use dom::stop;
use serde::Serialize;
use texts::preparation::PreparationText;
use texts::ui::UiText;
use ui::api::{self, Pending};
use ui::{Button, ButtonKind, Notice, Tone, router, tr};

/// What is typed, and whether it is stored.
#[derive(Clone, Copy)]
pub(crate) struct Saving {
    etag: RwSignal<String>,
    pub(crate) action: Action,
    /// Something was typed that is not stored.
    typed: RwSignal<bool>,
    /// Something was stored.
    stored: RwSignal<bool>,
}

impl Saving {
    /// For what was read in a version; nobody leaves what is not stored without being asked.
    pub(crate) fn new(etag: &str) -> Self {
        let (typed, stored) = (RwSignal::new(false), RwSignal::new(false));
        router::hold(tr(PreparationText::Leave), move || typed.get_untracked());
        Self { etag: RwSignal::new(etag.to_owned()), action: Action::new(), typed, stored }
    }

    /// Something was typed.
    pub(crate) fn typed(self) {
        self.typed.set(true);
    }

    /// Stores it.
    pub(crate) fn put(self, path: &str, body: &impl Serialize) {
        self.send(api::put(path, body, &self.etag.get_untracked()));
    }

    fn send(self, answer: Pending<String>) {
        if self.action.busy().get_untracked() {
            return;
        }
        // What is typed while it is on its way is not stored with it.
        self.typed.set(false);
        let send = async move {
            let answer = answer.await;
            if answer.is_err() {
                self.typed.try_set(true);
            }
            answer
        };
        self.action.run(Box::pin(send), move |etag| {
            self.etag.set(etag);
            self.stored.set(true);
        });
    }

    /// A form that is stored with its button: its parts, what storing does, and how to read what somebody else stored.
    pub(crate) fn form(self, parts: Node, save: impl Fn() + 'static, reread: impl Fn() + Clone + 'static) -> Node {
        let typed = move |_| self.typed();
        let form = el("form", "sheet").on("input", typed).on("change", typed).on("submit", stop(save));
        form.child(parts).child(self.bar(reread))
    }

    fn bar(self, reread: impl Fn() + Clone + 'static) -> Node {
        let stale = move || {
            self.action.detail("changed_meanwhile").map(|_| {
                let reread = Button::new(tr(PreparationText::Reread)).kind(ButtonKind::Plain).on_press(reread.clone());
                Notice::new(Tone::Warn, [tr(PreparationText::RereadText).into(), reread.node()]).node()
            })
        };
        let state = move || match (self.typed.get(), self.stored.get()) {
            (true, _) => Some(tr(PreparationText::Unsaved)),
            (false, true) if !self.action.busy().get() => Some(tr(PreparationText::Saved)),
            _ => None,
        };
        let save = Button::new(tr(UiText::Save)).kind(ButtonKind::Primary).submit().busy(self.action.busy());
        let state = el("span", "mut").attr("role", "status").child(Words::from(state));
        el("div", "save-bar")
            .child(self.action.notice())
            .child(live(stale))
            .child(el("div", "acts").child(save).child(state))
    }
}
