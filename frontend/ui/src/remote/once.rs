//! What is read to be changed: once, so that nothing that is typed is lost to a newer value.

use super::{Reading, Remote, Value, ask};
use crate::api::session::{self, Who};
use crate::api::{self, Failure, Versioned};
use dom::{effect, listen, window};
use serde::de::DeserializeOwned;
use signals::untrack;
use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::Arc;

/// Reads an editable resource with its version; another one comes only when [`Remote::reload`] asks for it.
pub fn use_once<T: DeserializeOwned + Send + Sync + 'static>(path: String) -> Remote<Versioned<T>> {
    Remote { reading: read(path, parse::<T>), of: PhantomData }
}

type Parse = fn(Versioned<json::Value>) -> Option<Value>;

fn parse<T: DeserializeOwned + Send + Sync + 'static>(json: Versioned<json::Value>) -> Option<Value> {
    let value: T = json.value.read()?;
    Some(Arc::new(Versioned { value, etag: json.etag }))
}

fn read(path: String, parse: Parse) -> Reading {
    let reading = Reading::new();
    let missing = move || reading.value.with_untracked(Option::is_none);
    listen(&window(), "online", move |_| {
        if missing() {
            reading.reload();
        }
    });
    let before = Cell::new(None);
    effect(move || {
        let asked = reading.asked.get();
        let signed_in = matches!(session::who().get(), Who::User(_));
        if signed_in && (missing() || before.get() != Some(asked)) {
            before.set(Some(asked));
            untrack(|| ask(reading, Box::pin(fetched(path.clone(), parse))));
        }
    });
    reading
}

async fn fetched(path: String, parse: Parse) -> Result<Value, Failure> {
    parse(api::get_versioned_json(&path).await?).ok_or(Failure::Unreadable)
}
