//! What a screen reads from the API: its value, why it is missing, and how to ask again.

mod once;

pub use once::use_once;

use crate::api::session::{self, Who};
use crate::api::{self, Failure};
use dom::{effect, listen, spawn_local, window};
use serde::de::DeserializeOwned;
use signals::RwSignal;
use signals::StoredValue;
use signals::untrack;
use std::any::{Any, TypeId};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;

/// How many answers are kept for coming back to a screen.
const KEPT: usize = 60;

/// What was read at a path as a type.
type Seen = (String, TypeId);

thread_local! {
    static SEEN: RefCell<BTreeMap<Seen, Value>> = const { RefCell::new(BTreeMap::new()) };
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

/// A value of any type: what reads and shows is compiled once, not for each type.
pub(crate) type Value = Arc<dyn Any + Send + Sync>;

/// What any [`Remote`] is.
#[derive(Clone, Copy)]
pub(crate) struct Reading {
    pub(crate) value: RwSignal<Option<Value>>,
    pub(crate) failure: RwSignal<Option<Failure>>,
    pub(crate) loading: RwSignal<bool>,
    asked: RwSignal<u32>,
    /// Grows with every request: what an older one answers is of no use any more.
    turn: StoredValue<u32>,
}

impl Reading {
    fn new() -> Self {
        Self {
            value: RwSignal::new(None),
            failure: RwSignal::new(None),
            loading: RwSignal::new(false),
            asked: RwSignal::new(0),
            turn: StoredValue::new(0),
        }
    }

    pub(crate) fn reload(self) {
        self.asked.update(|asked| *asked += 1);
    }
}

/// Something that is read from the API, anew whenever its address changes.
pub struct Remote<T: Send + Sync + 'static> {
    pub(crate) reading: Reading,
    of: PhantomData<fn() -> T>,
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
        match (self.value(), self.failure()) {
            (Some(value), _) => Load::Ready(value),
            (None, Some(failure)) => Load::Failed(failure),
            (None, None) => Load::Loading,
        }
    }

    /// The value.
    pub fn value(&self) -> Option<Arc<T>> {
        typed(self.reading.value.get()?)
    }

    /// Why the last attempt failed, also while an older value is shown.
    pub fn failure(&self) -> Option<Failure> {
        self.reading.failure.get()
    }

    /// Whether an answer is on its way.
    pub fn is_loading(&self) -> bool {
        self.reading.loading.get()
    }

    /// Asks again.
    pub fn reload(&self) {
        self.reading.reload();
    }
}

pub(crate) fn typed<T: Send + Sync + 'static>(value: Value) -> Option<Arc<T>> {
    value.downcast().ok()
}

/// Reads the path that a closure gives, below `/api/v1`, whenever it changes, a session begins or the network returns.
/// `None` reads nothing.
pub fn use_remote<T: DeserializeOwned + Send + Sync + 'static>(
    path: impl Fn() -> Option<String> + 'static,
) -> Remote<T> {
    remote(Box::new(path), false)
}

/// Reads a list to its end, page by page, as one page. For lists that a city can look through.
pub fn use_whole<T: DeserializeOwned + Send + Sync + 'static>(
    path: impl Fn() -> Option<String> + 'static,
) -> Remote<T> {
    remote(Box::new(path), true)
}

fn remote<T: DeserializeOwned + Send + Sync + 'static>(
    path: Box<dyn Fn() -> Option<String>>,
    whole: bool,
) -> Remote<T> {
    Remote { reading: read(path, Asked { whole, read: body::<T>, of: TypeId::of::<T>() }), of: PhantomData }
}

fn body<T: DeserializeOwned + Send + Sync + 'static>(json: &json::Value) -> Option<Value> {
    json.read::<T>().map(|value| Arc::new(value) as Value)
}

/// What is asked for.
#[derive(Clone, Copy)]
struct Asked {
    whole: bool,
    read: fn(&json::Value) -> Option<Value>,
    of: TypeId,
}

fn read(path: Box<dyn Fn() -> Option<String>>, asked: Asked) -> Reading {
    let reading = Reading::new();
    listen(&window(), "online", move |_| reading.reload());
    let before = RefCell::new(None::<String>);
    effect(move || {
        let path = path();
        reading.asked.track();
        let signed_in = matches!(session::who().get(), Who::User(_));
        // What is done with it follows nothing.
        untrack(|| match &path {
            Some(path) if signed_in => {
                let known = if before.borrow().as_ref() == Some(path) { None } else { seen(path, asked.of) };
                if let Some(value) = known {
                    reading.value.set(Some(value));
                }
                ask(reading, Box::pin(fetched(path.clone(), asked)));
            }
            Some(_) => {}
            None => {
                reading.turn.update_value(|turn| *turn += 1);
                reading.value.set(None);
            }
        });
        before.replace(path);
    });
    reading
}

async fn fetched(path: String, asked: Asked) -> Result<Value, Failure> {
    let json = if asked.whole { api::get_whole(&path).await? } else { api::get_json(&path).await? };
    let value = (asked.read)(&json).ok_or(Failure::Unreadable)?;
    keep((path, asked.of), Arc::clone(&value));
    Ok(value)
}

type Answer = Pin<Box<dyn Future<Output = Result<Value, Failure>>>>;

fn ask(reading: Reading, answer: Answer) {
    reading.turn.update_value(|turn| *turn += 1);
    reading.loading.set(true);
    let mine = reading.turn.get_value();
    spawn_local(async move {
        let answer = answer.await;
        // The screen may be gone, or ask for something else by now.
        if reading.turn.try_get_value() != Some(mine) {
            return;
        }
        match answer {
            Ok(value) => {
                reading.value.set(Some(value));
                reading.failure.set(None);
            }
            // The page shows the login by itself and this runs again afterwards.
            Err(Failure::SessionEnded) => {}
            Err(failure) => {
                if failure != Failure::Offline {
                    reading.value.set(None);
                }
                reading.failure.set(Some(failure));
            }
        }
        reading.loading.set(false);
    });
}

fn seen(path: &str, of: TypeId) -> Option<Value> {
    SEEN.with(|seen| seen.borrow().get(&(path.to_owned(), of)).cloned())
}

fn keep(what: Seen, value: Value) {
    SEEN.with(|seen| {
        let mut seen = seen.borrow_mut();
        if seen.len() >= KEPT {
            seen.clear();
        }
        seen.insert(what, value);
    });
}
