//! What a screen reads from the API: its value, why it is missing, and how to ask again.

use crate::api::session::{self, Who};
use crate::api::{self, Failure};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many answers are kept for coming back to a screen.
const KEPT: usize = 60;

thread_local! {
    static SEEN: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

pub(crate) fn forget_all() {
    SEEN.with(|seen| seen.borrow_mut().clear());
}

/// The state of what is read.
#[derive(Clone, Debug)]
pub enum Load<T> {
    /// Nothing yet.
    Loading,
    /// The value.
    Ready(Arc<T>),
    /// Why there is none.
    Failed(Failure),
}

/// Something that is read from the API, anew whenever its address changes.
pub struct Remote<T: Send + Sync + 'static> {
    value: RwSignal<Option<Arc<T>>>,
    failure: RwSignal<Option<Failure>>,
    loading: RwSignal<bool>,
    asked: RwSignal<u32>,
}

impl<T: Send + Sync + 'static> Clone for Remote<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Remote<T> {}

impl<T: Send + Sync + 'static> Remote<T> {
    /// Its state; a value stays while a newer one is on its way.
    pub fn get(&self) -> Load<T> {
        match (self.value.get(), self.failure.get()) {
            (Some(value), _) => Load::Ready(value),
            (None, Some(failure)) => Load::Failed(failure),
            (None, None) => Load::Loading,
        }
    }

    /// The value.
    pub fn value(&self) -> Option<Arc<T>> {
        self.value.get()
    }

    /// Why the last attempt failed, also while an older value is shown.
    pub fn failure(&self) -> Option<Failure> {
        self.failure.get()
    }

    /// Whether an answer is on its way.
    pub fn is_loading(&self) -> bool {
        self.loading.get()
    }

    /// Asks again.
    pub fn reload(&self) {
        self.asked.update(|asked| *asked += 1);
    }
}

/// Reads the path that a closure gives, below `/api/v1`, whenever it changes, a session begins or the network returns.
/// `None` reads nothing.
pub fn use_remote<T: DeserializeOwned + Send + Sync + 'static>(
    path: impl Fn() -> Option<String> + 'static,
) -> Remote<T> {
    read(path, false)
}

/// Reads a list to its end, page by page, as one page. For lists that a city can look through.
pub fn use_whole<T: DeserializeOwned + Send + Sync + 'static>(
    path: impl Fn() -> Option<String> + 'static,
) -> Remote<T> {
    read(path, true)
}

fn read<T: DeserializeOwned + Send + Sync + 'static>(
    path: impl Fn() -> Option<String> + 'static,
    whole: bool,
) -> Remote<T> {
    let remote: Remote<T> = Remote {
        value: RwSignal::new(None),
        failure: RwSignal::new(None),
        loading: RwSignal::new(false),
        asked: RwSignal::new(0),
    };
    let turn = StoredValue::new(0_u32);
    let online = window_event_listener_untyped("online", move |_| remote.reload());
    on_cleanup(move || online.remove());
    Effect::new(move |before: Option<Option<String>>| {
        let path = path();
        remote.asked.track();
        let signed_in = matches!(session::who().get(), Who::User(_));
        let Some(path) = path else {
            turn.update_value(|turn| *turn += 1);
            remote.value.set(None);
            return None;
        };
        if !signed_in {
            return Some(path);
        }
        turn.update_value(|turn| *turn += 1);
        if before.as_ref().and_then(Option::as_ref) != Some(&path) {
            let known = SEEN.with(|seen| seen.borrow().get(&path).cloned());
            if let Some(value) = known.and_then(|text| serde_json::from_str(&text).ok()) {
                remote.value.set(Some(Arc::new(value)));
            }
        }
        remote.loading.set(true);
        let (mine, asked) = (turn.get_value(), path.clone());
        spawn_local(async move {
            let answer = if whole { api::get_whole(&asked).await } else { api::get_text(&asked).await };
            // The screen may be gone, or ask for something else by now.
            if turn.try_get_value() != Some(mine) {
                return;
            }
            let answer = answer.and_then(|text| {
                let value = serde_json::from_str(&text).map_err(|_| Failure::Unreadable)?;
                keep(asked, text);
                Ok(Arc::new(value))
            });
            match answer {
                Ok(value) => {
                    remote.value.set(Some(value));
                    remote.failure.set(None);
                }
                // The page shows the login by itself and this runs again afterwards.
                Err(Failure::SessionEnded) => {}
                Err(failure) => {
                    if failure != Failure::Offline {
                        remote.value.set(None);
                    }
                    remote.failure.set(Some(failure));
                }
            }
            remote.loading.set(false);
        });
        Some(path)
    });
    remote
}

fn keep(path: String, text: String) {
    SEEN.with(|seen| {
        let mut seen = seen.borrow_mut();
        if seen.len() >= KEPT {
            seen.clear();
        }
        seen.insert(path, text);
    });
}
