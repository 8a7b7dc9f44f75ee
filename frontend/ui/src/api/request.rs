//! One request: the token before it, the problem after it.

use super::{Failure, session};
use contract::Problem;
use dom::window;
use js_sys::Promise;
use json::Value;
use serde::{Serialize, de::DeserializeOwned};
use std::pin::Pin;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Headers, RequestInit, Response};

/// What a request wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Method(&'static str);

impl Method {
    /// Read.
    pub const GET: Self = Self("GET");
    /// Make, or do.
    pub const POST: Self = Self("POST");
    /// Put in place.
    pub const PUT: Self = Self("PUT");
    /// Change in part.
    pub const PATCH: Self = Self("PATCH");
    /// Take away.
    pub const DELETE: Self = Self("DELETE");
}

/// A resource and the version that was read, for `If-Match`.
#[derive(Clone, Debug, PartialEq)]
pub struct Versioned<T> {
    /// The resource.
    pub value: T,
    /// Its ETag.
    pub etag: String,
}

struct Answer {
    text: String,
    etag: String,
}

/// What is sent, and what it is.
struct Content {
    body: JsValue,
    kind: String,
}

impl Content {
    fn json(body: &str) -> Self {
        Self { body: body.into(), kind: "application/json".to_owned() }
    }
}

/// An address below the API with the pairs that have a value: `query("/units/x/results", &[("period", Some("2026"))])`.
pub fn query(path: &str, pairs: &[(&str, Option<&str>)]) -> String {
    let mut address = path.to_owned();
    for (name, value) in pairs.iter().filter_map(|(name, value)| Some((name, (*value)?))) {
        address.push(if address.contains('?') { '&' } else { '?' });
        address.push_str(name);
        address.push('=');
        address.push_str(&String::from(js_sys::encode_uri_component(value)));
    }
    address
}

/// What the API answers, or why not. Boxed, and begun by whoever waits for it: a future of its own for each body would
/// bring its own machinery.
pub type Pending<T> = Pin<Box<dyn Future<Output = Result<T, Failure>>>>;

/// Reads what lies at a path below `/api/v1`.
pub fn get<T: DeserializeOwned + 'static>(path: &str) -> Pending<T> {
    then(answer(Method::GET, path, None, None), |answer| read(&answer.text))
}

/// Reads the text at a path, such as an SVG.
pub fn get_text(path: &str) -> Pending<String> {
    then(answer(Method::GET, path, None, None), |answer| Ok(answer.text))
}

/// Reads the JSON at a path, whatever it is.
pub(crate) fn get_json(path: &str) -> Pending<Value> {
    then(answer(Method::GET, path, None, None), |answer| taken_apart(&answer.text))
}

/// Reads a list to its end and answers it as one page.
pub(crate) async fn get_whole(path: &str) -> Result<Value, Failure> {
    let (mut items, mut cursor) = (Vec::new(), None::<String>);
    loop {
        let mut page = get_json(&query(path, &[("limit", Some(MOST_ROWS)), ("cursor", cursor.as_deref())])).await?;
        let Some(Value::List(more)) = page.take("items") else { return Err(Failure::Unreadable) };
        items.extend(more);
        match page.take("next") {
            Some(Value::Text(next)) => cursor = Some(next),
            _ => break,
        }
    }
    let entries = [("items", Value::List(items)), ("next", Value::Null)];
    Ok(Value::Object(entries.map(|(name, value)| (name.to_owned(), value)).into()))
}

/// The largest page that the API gives.
const MOST_ROWS: &str = "200";

/// Reads an editable resource with its version.
pub fn get_versioned<T: DeserializeOwned + 'static>(path: &str) -> Pending<Versioned<T>> {
    then(answer(Method::GET, path, None, None), versioned)
}

/// The same as JSON, whatever it is.
pub(crate) fn get_versioned_json(path: &str) -> Pending<Versioned<Value>> {
    then(answer(Method::GET, path, None, None), |answer| {
        Ok(Versioned { value: taken_apart(&answer.text)?, etag: answer.etag })
    })
}

/// Reads a file, such as a picture.
pub fn get_blob(path: &str) -> Pending<Blob> {
    Box::pin(blob(signed(Method::GET, path, None, None)))
}

/// Asks for the file that the server makes of a body. [`Failure::of_field`] tells about a field.
pub fn change_blob(method: Method, path: &str, body: &impl Serialize) -> Pending<Blob> {
    Box::pin(blob(signed(method, path, Some(written(body)), None)))
}

/// Changes something; answers what the server answers, `()` where it answers nothing. [`Failure::of_field`] tells about a
/// field.
pub fn change<T: DeserializeOwned + 'static>(method: Method, path: &str, body: &impl Serialize) -> Pending<T> {
    then(answer(method, path, Some(written(body)), None), |answer| read(&answer.text))
}

/// Changes the version that was read, and no other; code `changed_meanwhile` when somebody was faster.
pub fn change_versioned<T: DeserializeOwned + 'static>(
    method: Method,
    path: &str,
    body: &impl Serialize,
    etag: &str,
) -> Pending<Versioned<T>> {
    then(answer(method, path, Some(written(body)), Some(etag)), versioned)
}

/// Puts a body in place of the version that was read; answers the ETag of the new one.
pub fn put(path: &str, body: &impl Serialize, etag: &str) -> Pending<String> {
    then(answer(Method::PUT, path, Some(written(body)), Some(etag)), |answer| Ok(answer.etag))
}

/// Sends a file as it is: of which content type, and for an editable thing the version that was read.
pub fn upload<T: DeserializeOwned + 'static>(
    method: Method,
    path: &str,
    content_type: &str,
    file: &Blob,
    etag: Option<&str>,
) -> Pending<Versioned<T>> {
    let content = Content { body: file.into(), kind: content_type.to_owned() };
    then(answer(method, path, Some(Ok(content)), etag), versioned)
}

/// Posts without a token: signing in, out and renewing.
pub(super) async fn post<T: DeserializeOwned>(address: &str, body: Option<String>) -> Result<T, Failure> {
    let content = body.as_deref().map(Content::json);
    read(&text(&send(Method::POST, address, &[], content.as_ref()).await?).await?)
}

fn versioned<T: DeserializeOwned>(answer: Answer) -> Result<Versioned<T>, Failure> {
    Ok(Versioned { value: read(&answer.text)?, etag: answer.etag })
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, Failure> {
    taken_apart(text)?.read().ok_or(Failure::Unreadable)
}

fn taken_apart(text: &str) -> Result<Value, Failure> {
    // An answer without a body reads as nothing.
    if text.is_empty() { Ok(Value::Null) } else { Value::parse(text).ok_or(Failure::Unreadable) }
}

type Sent = Result<Content, Failure>;

fn written(body: &impl Serialize) -> Sent {
    serde_json::to_string(body).map(|body| Content::json(&body)).map_err(|_| Failure::Unreadable)
}

/// Makes of an answer what is wanted of it.
fn then<T: 'static>(answer: Pending<Answer>, make: fn(Answer) -> Result<T, Failure>) -> Pending<T> {
    Box::pin(async move { make(answer.await?) })
}

fn answer(method: Method, path: &str, body: Option<Sent>, etag: Option<&str>) -> Pending<Answer> {
    let response = signed(method, path, body, etag);
    Box::pin(async move {
        let response = response.await?;
        Ok(Answer { text: text(&response).await?, etag: header(&response, "etag") })
    })
}

/// Sends with a token; one that is not taken is renewed once.
fn signed(method: Method, path: &str, body: Option<Sent>, etag: Option<&str>) -> Pending<Response> {
    let (address, etag) = (format!("/api/v1{path}"), etag.map(str::to_owned));
    Box::pin(async move {
        let body = body.transpose()?;
        let mut token = match session::token() {
            Some(token) => token,
            None => session::renew(None).await?,
        };
        let mut renewed = false;
        loop {
            let bearer = format!("Bearer {token}");
            let headers = [("authorization", Some(&*bearer)), ("if-match", etag.as_deref())];
            match send(method, &address, &headers, body.as_ref()).await {
                Err(Failure::Problem(problem)) if problem.status == 401 && !renewed => {
                    renewed = true;
                    token = session::renew(Some(&token)).await?;
                }
                other => return other,
            }
        }
    })
}

type Sending<'a> = Pin<Box<dyn Future<Output = Result<Response, Failure>> + 'a>>;

/// Sends headers that have a value and a body; answers what is to be read yet.
fn send<'a>(
    method: Method,
    address: &'a str,
    headers: &'a [(&'a str, Option<&'a str>)],
    body: Option<&'a Content>,
) -> Sending<'a> {
    Box::pin(async move {
        let request = request(method, headers, body).map_err(|_| Failure::Unreadable)?;
        let response = fetch(address, &request).await.map_err(|_| Failure::Offline)?;
        if response.ok() {
            return Ok(response);
        }
        let text = text(&response).await?;
        Err(json::from_str(&text).map_or_else(|| unexplained(&response), |problem| Failure::Problem(Box::new(problem))))
    })
}

fn request(method: Method, headers: &[(&str, Option<&str>)], body: Option<&Content>) -> Result<RequestInit, JsValue> {
    let (request, all) = (RequestInit::new(), Headers::new()?);
    request.set_method(method.0);
    for (name, value) in headers.iter().filter_map(|(name, value)| Some((name, (*value)?))) {
        all.set(name, value)?;
    }
    if let Some(Content { body, kind }) = body {
        all.set("content-type", kind)?;
        request.set_body(body);
    }
    request.set_headers(&all);
    Ok(request)
}

async fn fetch(address: &str, request: &RequestInit) -> Result<Response, JsValue> {
    JsFuture::from(window().fetch_with_str_and_init(address, request)).await?.dyn_into()
}

async fn text(response: &Response) -> Result<String, Failure> {
    Ok(whole(response.text()).await?.as_string().unwrap_or_default())
}

async fn blob(response: Pending<Response>) -> Result<Blob, Failure> {
    Ok(whole(response.await?.blob()).await?.unchecked_into())
}

/// What breaks off on its way has not arrived.
async fn whole(body: Result<Promise, JsValue>) -> Result<JsValue, Failure> {
    JsFuture::from(body.map_err(|_| Failure::Offline)?).await.map_err(|_| Failure::Offline)
}

fn header(response: &Response, name: &str) -> String {
    response.headers().get(name).ok().flatten().unwrap_or_default()
}

/// A door before the server answered in its own words.
fn unexplained(response: &Response) -> Failure {
    let code = match response.status() {
        502..=504 => "busy",
        500.. => "fault",
        _ => "unknown",
    };
    Failure::Problem(Box::new(Problem {
        kind: String::new(),
        title: String::new(),
        status: response.status(),
        code: code.to_owned(),
        detail: String::new(),
        hint: String::new(),
        request_id: header(response, "x-request-id"),
        errors: Vec::new(),
    }))
}
