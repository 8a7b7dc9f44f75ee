//! The device's storage: drafts and finished answers, by id, in IndexedDB; in memory where there is none.

use crate::js::window;
use crate::js::{Js, event};
use js_sys::Array;
use std::cell::RefCell;
use std::rc::Rc;
use survey_logic::saved::{Draft, Waiting};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode};

const NAME: &str = "sumberdaya";
const VERSION: u32 = 1;
const DRAFTS: &str = "drafts";
const WAITING: &str = "waiting";

/// Where drafts and answers lie.
#[derive(Clone, Default)]
pub(crate) struct Shelf {
    database: Option<IdbDatabase>,
    // What cannot be stored is at least not forgotten while the page is open.
    memory: Rc<RefCell<Vec<Waiting>>>,
}

impl Shelf {
    /// Opens the storage.
    pub(crate) async fn open() -> Self {
        Self { database: open().await.ok(), memory: Rc::default() }
    }

    /// True when what is put here survives the page.
    pub(crate) fn lasts(&self) -> bool {
        self.database.is_some()
    }

    /// Every draft on the device.
    pub(crate) async fn drafts(&self) -> Vec<Draft> {
        self.all(DRAFTS).await.iter().filter_map(Draft::read).collect()
    }

    /// Keeps a draft in the place of what was kept under its id.
    pub(crate) async fn keep_draft(&self, draft: &Draft) {
        if let Some(change) = self.change(&[DRAFTS]) {
            put(&change, DRAFTS, &draft.session.id, &draft.write());
            finish(&change).await;
        }
    }

    /// Forgets a draft.
    pub(crate) async fn drop_draft(&self, id: &str) {
        if let Some(change) = self.change(&[DRAFTS]) {
            delete(&change, DRAFTS, id);
            finish(&change).await;
        }
    }

    /// Every answer that waits.
    pub(crate) async fn waiting(&self) -> Vec<Waiting> {
        let mut waiting: Vec<Waiting> = self.all(WAITING).await.iter().filter_map(Waiting::read).collect();
        waiting.extend(self.memory.borrow().iter().cloned());
        waiting
    }

    /// Keeps finished answers, and forgets their draft in the same step.
    pub(crate) async fn keep_waiting(&self, waiting: &Waiting) {
        let stored = match self.change(&[DRAFTS, WAITING]) {
            Some(change) => {
                put(&change, WAITING, &waiting.id, &waiting.write());
                delete(&change, DRAFTS, &waiting.id);
                finish(&change).await
            }
            None => false,
        };
        let mut memory = self.memory.borrow_mut();
        memory.retain(|other| other.id != waiting.id);
        if !stored {
            memory.push(waiting.clone());
        }
    }

    /// Forgets answers that the server has.
    pub(crate) async fn drop_waiting(&self, id: &str) {
        self.memory.borrow_mut().retain(|waiting| waiting.id != id);
        if let Some(change) = self.change(&[WAITING]) {
            delete(&change, WAITING, id);
            finish(&change).await;
        }
    }

    async fn all(&self, store: &str) -> Vec<Js> {
        let Some(database) = &self.database else { return Vec::new() };
        let request = database.transaction_with_str(store).and_then(|read| read.object_store(store)?.get_all());
        let Ok(request) = request else { return Vec::new() };
        let texts = result(&request).await.map(|values| Array::from(&values)).unwrap_or_default();
        texts.iter().filter_map(|text| Js::parse(&text.as_string()?)).collect()
    }

    fn change(&self, stores: &[&str]) -> Option<IdbTransaction> {
        let names: Array = stores.iter().map(|name| JsValue::from_str(name)).collect();
        self.database.as_ref()?.transaction_with_str_sequence_and_mode(&names, IdbTransactionMode::Readwrite).ok()
    }
}

async fn open() -> Result<IdbDatabase, JsValue> {
    let factory = window().indexed_db()?.ok_or(JsValue::NULL)?;
    let request = factory.open_with_u32(NAME, VERSION)?;
    let opening = request.clone();
    let upgrade = wasm_bindgen::closure::Closure::once_into_js(move || make_stores(&opening));
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    result(&request).await?.dyn_into()
}

fn make_stores(request: &IdbOpenDbRequest) {
    let Ok(database) = request.result().and_then(|database| database.dyn_into::<IdbDatabase>()) else { return };
    for store in [DRAFTS, WAITING] {
        let _ = database.create_object_store(store);
    }
}

async fn result(request: &IdbRequest) -> Result<JsValue, JsValue> {
    event(request, "success", "error").await?;
    request.result()
}

fn put(change: &IdbTransaction, store: &str, id: &str, text: &str) {
    let _ = change.object_store(store).and_then(|store| store.put_with_key(&text.into(), &id.into()));
}

fn delete(change: &IdbTransaction, store: &str, id: &str) {
    let _ = change.object_store(store).and_then(|store| store.delete(&id.into()));
}

/// True once it is on the disk.
async fn finish(change: &IdbTransaction) -> bool {
    event(change, "complete", "abort").await.is_ok()
}
