//! What the browser gives: parsed JSON, the time, random bytes, and events as futures.

use js_sys::{Array, Date, JSON, Object, Promise, Reflect};

use survey_logic::{Json, id::uuid7, json::whole};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::EventTarget;

pub(crate) use dom::{after, before_frame, document, spawn_local as go, window};

/// A value that the browser parsed.
pub(crate) struct Js(pub(crate) JsValue);

impl Js {
    /// Parses a text; none for what is no JSON.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        JSON::parse(text).ok().map(Self)
    }
}

impl Json for Js {
    fn get(&self, key: &str) -> Option<Self> {
        let value = Reflect::get(&self.0, &key.into()).ok()?;
        (!value.is_null() && !value.is_undefined()).then_some(Self(value))
    }

    fn text(&self) -> Option<String> {
        self.0.as_string()
    }

    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn truth(&self) -> bool {
        self.0.as_bool() == Some(true)
    }

    fn list(&self) -> Vec<Self> {
        if Array::is_array(&self.0) { Array::from(&self.0).iter().map(Self).collect() } else { Vec::new() }
    }

    fn entries(&self) -> Vec<(String, Option<Self>)> {
        let Some(object) = self.0.dyn_ref::<Object>() else { return Vec::new() };
        let keys = Object::keys(object);
        let keys = keys.iter().filter_map(|key| key.as_string());
        keys.map(|key| {
            let value = self.get(&key);
            (key, value)
        })
        .collect()
    }
}

/// Milliseconds since 1970 by the device's clock.
pub(crate) fn now() -> i64 {
    whole(Date::now()).unwrap_or_default()
}

/// The time now (RFC 3339).
pub(crate) fn now_text() -> String {
    Date::new_0().to_iso_string().into()
}

/// Seconds since a time (RFC 3339); 0 for what is none.
pub(crate) fn seconds_since(time: &str) -> i64 {
    whole((Date::now() - Date::parse(time)) / 1000.0).unwrap_or_default()
}

/// The kind of device by its screen, as the API names it.
pub(crate) fn device() -> &'static str {
    const PHONE: f64 = 500.0;
    let side = |length: Result<JsValue, JsValue>| length.ok().and_then(|length| length.as_f64()).unwrap_or_default();
    let shorter = side(window().inner_width()).min(side(window().inner_height()));
    match window().navigator().max_touch_points() {
        _ if shorter < PHONE => "phone",
        0 => "desktop",
        _ => "tablet",
    }
}

/// A new id for a response.
pub(crate) fn new_id() -> String {
    let mut random = [0_u8; 10];
    // Without a random source two ids of one millisecond could meet; every browser that runs this has one.
    if let Ok(crypto) = window().crypto() {
        let _ = crypto.get_random_values_with_u8_array(&mut random);
    }
    uuid7(now(), random)
}

/// Waits for one of two events, and fails at the second.
pub(crate) async fn event(target: &EventTarget, good: &str, bad: &str) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        let options = web_sys::AddEventListenerOptions::new();
        options.set_once(true);
        let _ = target.add_event_listener_with_callback_and_add_event_listener_options(good, &resolve, &options);
        let _ = target.add_event_listener_with_callback_and_add_event_listener_options(bad, &reject, &options);
    });
    JsFuture::from(promise).await
}

/// Waits, in milliseconds.
pub(crate) async fn sleep(milliseconds: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    });
    let _ = JsFuture::from(promise).await;
}
