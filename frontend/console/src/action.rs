//! Something the user does: while it is under way, when it failed, and what is wrong with which field.

use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::api::Failure;
use ui::{Notice, Tone};

/// One thing that can be done; never twice at the same time.
#[derive(Clone, Copy)]
pub(crate) struct Action {
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
}

impl Action {
    pub(crate) fn new() -> Self {
        Self { busy: RwSignal::new(false), failure: RwSignal::new(None) }
    }

    /// An answer is awaited.
    pub(crate) fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// Does it; `done` gets what came of it. The screen may be gone by then.
    pub(crate) fn run<T: 'static>(
        self,
        work: impl Future<Output = Result<T, Failure>> + 'static,
        done: impl FnOnce(T) + 'static,
    ) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let answer = work.await;
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(value) => done(value),
                Err(failure) => {
                    self.failure.try_set(Some(failure));
                }
            }
        });
    }

    /// Forgets a failure, for a form that opens anew.
    pub(crate) fn clear(self) {
        self.failure.set(None);
    }

    /// What is wrong with the field that this pointer names.
    pub(crate) fn field(self, pointer: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || self.failure.get().and_then(|failure| failure.of_field(pointer)))
    }

    /// What is wrong as a whole.
    pub(crate) fn notice(self) -> impl Fn() -> Option<AnyView> + Clone + Send + Sync + 'static {
        move || {
            let sentence = self.failure.get()?.sentence();
            Some(view! { <Notice tone=Tone::Bad>{sentence}</Notice> }.into_any())
        }
    }
}
