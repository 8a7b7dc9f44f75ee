//! The few requests of the survey: an answer, and what is counted.

use crate::js::Js;
use crate::js::window;
use js_sys::{Array, Reflect};
use survey_logic::Json;
use survey_logic::delivery::{Outcome, outcome};
use survey_logic::json::{object, quote};
use survey_logic::saved::Waiting;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Blob, BlobPropertyBag, Headers, RequestInit, Response};

/// A network that says nothing for so long is none.
const PATIENCE: u32 = 20_000;

async fn send(method: &str, address: &str, body: &str) -> Result<Response, JsValue> {
    let headers = Headers::new()?;
    headers.set("content-type", "application/json")?;
    let request = RequestInit::new();
    request.set_method(method);
    request.set_headers(&headers);
    request.set_body(&body.into());
    // The page may be closed right after the last tap.
    let _ = Reflect::set(&request, &"keepalive".into(), &JsValue::TRUE);
    // Older browsers wait for as long as their network does.
    if Reflect::has(&window(), &"AbortSignal".into()).unwrap_or(false)
        && Reflect::has(&Reflect::get(&window(), &"AbortSignal".into())?, &"timeout".into()).unwrap_or(false)
    {
        request.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE)));
    }
    JsFuture::from(window().fetch_with_str_and_init(address, &request)).await?.dyn_into()
}

/// What became of an attempt: its outcome, and whether it was counted only now.
pub(crate) struct Attempt {
    /// What to do next.
    pub(crate) outcome: Outcome,
    /// True when the server had not stored it before.
    pub(crate) first: bool,
    /// True when the server left out what minors may not be asked.
    pub(crate) not_kept: bool,
}

/// Sends answers once.
pub(crate) async fn submit(waiting: &Waiting) -> Attempt {
    let address = format!("/api/v1/public/surveys/{}/responses/{}", waiting.link, waiting.id);
    let vain = Attempt { outcome: Outcome::Later(None), first: false, not_kept: false };
    let Ok(response) = send("PUT", &address, &waiting.body).await else { return vain };
    let retry_after = response.headers().get("retry-after").ok().flatten();
    let text = match response.text() {
        Ok(text) => JsFuture::from(text).await.ok().and_then(|text| text.as_string()),
        Err(_) => None,
    };
    let json = text.and_then(|text| Js::parse(&text));
    let field = |name: &str| json.as_ref().and_then(|json| json.text_of(name));
    let status = response.status();
    let outcome =
        outcome(status, retry_after.as_deref(), field("id").as_deref(), field("code").as_deref(), &waiting.id);
    let not_kept = json.as_ref().and_then(|json| json.get("not_kept")).is_some_and(|parts| !parts.list().is_empty());
    Attempt { outcome, first: status == 201, not_kept }
}

fn events(link: &str) -> String {
    format!("/api/v1/public/surveys/{link}/events")
}

/// Tells that something happened; false when the server did not hear it.
pub(crate) async fn tell(link: &str, event: &str) -> bool {
    send("POST", &events(link), &object(&[("event", quote(event))])).await.is_ok_and(|response| response.ok())
}

/// Tells that the respondent left at a step (`left`), while the page goes away, or came back to it (`returned`); false
/// where it cannot arrive.
pub(crate) fn tell_step(link: &str, event: &str, step: usize) -> bool {
    let body = object(&[("event", quote(event)), ("step", step.to_string())]);
    let kind = BlobPropertyBag::new();
    kind.set_type("application/json");
    let navigator = window().navigator();
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&body.into()), &kind);
    let send = |blob| navigator.send_beacon_with_opt_blob(&events(link), Some(&blob)).unwrap_or(false);
    navigator.on_line() && blob.is_ok_and(send)
}
