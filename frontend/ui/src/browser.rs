//! What the browser gives: storage, clock, downloads. Everything it refuses is simply absent.

use dom::{document, window};
use wasm_bindgen::{JsCast, JsValue};

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// A value kept on this device.
pub fn stored(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Keeps a value on this device.
pub fn store(key: &str, value: &str) {
    if let Some(storage) = storage() {
        // A full or forbidden storage only means that the choice is not remembered.
        let _kept = storage.set_item(key, value);
    }
}

/// Whether this device can keep values at all.
pub fn remembers() -> bool {
    storage().is_some()
}

/// Forgets a value kept on this device.
pub fn unstore(key: &str) {
    if let Some(storage) = storage() {
        let _gone = storage.remove_item(key);
    }
}

/// Loads the page anew.
pub fn reload() {
    let _left = window().location().reload();
}

/// Whether the device thinks it has a network.
pub fn is_online() -> bool {
    window().navigator().on_line()
}

/// Milliseconds since 1970.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// The present month on this device's clock, as `2026-07`.
pub fn present_month() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}", now.get_full_year(), now.get_month() + 1)
}

/// How many minutes this device's clock is ahead of UTC at a time.
pub fn minutes_ahead(time: &str) -> i64 {
    -whole(js_sys::Date::new(&JsValue::from_str(time)).get_timezone_offset())
}

/// A number of the browser without its fraction; 0 for what is none. Writing it down and reading it again would bring
/// the whole art of printing fractions.
pub fn whole(number: f64) -> i64 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the fraction is to be cut off; what is too large ends at the end"
    )]
    let whole = number as i64;
    whole
}

/// A text in small letters, as the browser knows them: Rust brings the tables of every script along.
pub fn lower(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Gives the user a file.
pub fn download(name: &str, content_type: &str, content: &str) {
    let parts = js_sys::Array::of1(&JsValue::from_str(content));
    let kind = web_sys::BlobPropertyBag::new();
    kind.set_type(content_type);
    if let Ok(blob) = web_sys::Blob::new_with_str_sequence_and_options(&parts, &kind) {
        download_blob(name, &blob);
    }
}

/// Gives the user a file that is already a blob.
pub fn download_blob(name: &str, blob: &web_sys::Blob) {
    let Some(address) = ObjectUrl::new(blob) else { return };
    if let Ok(anchor) = document().create_element("a").map(JsCast::unchecked_into::<web_sys::HtmlAnchorElement>) {
        anchor.set_href(address.address());
        anchor.set_download(name);
        anchor.click();
    }
}

/// An address within this page under which a blob can be shown, for as long as this is kept.
#[derive(Debug)]
pub struct ObjectUrl(String);

impl ObjectUrl {
    /// Gives a blob an address.
    pub fn new(blob: &web_sys::Blob) -> Option<Self> {
        web_sys::Url::create_object_url_with_blob(blob).ok().map(Self)
    }

    /// The address.
    pub fn address(&self) -> &str {
        &self.0
    }
}

impl Drop for ObjectUrl {
    fn drop(&mut self) {
        let _gone = web_sys::Url::revoke_object_url(&self.0);
    }
}

/// Copies a text; answers whether the browser let us.
pub async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    // Absent on addresses without https other than this machine's own.
    let present = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")).is_ok_and(|clip| clip.is_object());
    present && wasm_bindgen_futures::JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}

/// Leaves for the start page of the console.
pub fn go_to_start() {
    let _left = window().location().replace("/console");
}

/// A time of the API in milliseconds since 1970; not a number for what is none.
pub fn milliseconds(time: &str) -> f64 {
    js_sys::Date::parse(time)
}

/// What a field for day and time holds, by this device's clock, as a time of the API.
pub fn utc(local: &str) -> Option<String> {
    let date = js_sys::Date::new(&JsValue::from_str(local));
    (!date.get_time().is_nan()).then(|| date.to_iso_string().into())
}

/// A time of the API as a field for day and time holds it: `2026-11-25T09:41`.
pub fn local(time: &str) -> String {
    let date = js_sys::Date::new(&JsValue::from_str(time));
    if date.get_time().is_nan() {
        return String::new();
    }
    let (month, day) = (date.get_month() + 1, date.get_date());
    format!("{:04}-{month:02}-{day:02}T{:02}:{:02}", date.get_full_year(), date.get_hours(), date.get_minutes())
}

/// Prints the page.
pub fn print() {
    // A browser that refuses has told the user.
    let _printed = window().print();
}
